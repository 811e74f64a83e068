from check_mod import check

for w in (-1, 0, 2, 3, 4, 5, 8, 9):
    print(w, ["abc".ljust(w, "*"), "abc".rjust(w, "*"), "abc".center(w, "*"), "ab".center(w), "abc".zfill(w), "-5".zfill(w), "+5".zfill(w), "".zfill(w), "\u00e9\u4e16".center(w, "\u20ac"), "".center(w, "-"), "--5".zfill(w)])
check("'a'.center('x')", "'a'.center(5, 'xx')", "'a'.center(5, '')", "'a'.center(5, 1)", "'a'.ljust(5, b'x')", "'a'.ljust(1.5)", "'a'.rjust(None)", "'a'.zfill('x')", "'a'.zfill()", "'a'.center(2**70)", "'a'.ljust(5, '\U0001f600')", "'a'.center(True)", "'a'.ljust(5, fillchar='x')")
s = "abc"
print(s.ljust(2) is s, s.center(3) is s, len("x".ljust(10000)), len("x".rjust(10000, "\u00e9")))
for n in (0, 1, 2, 4, 8, 10):
    print(repr("a\tbc\t\td\n\te\r\tf\u00e9\tg".expandtabs(n)))
check("'a\\tb'.expandtabs()", "'a\\tb'.expandtabs(tabsize=4)", "'a\\tb'.expandtabs(-5)", "'a\\tb'.expandtabs('x')", "'a\\tb'.expandtabs(2**40)", "'abc'.expandtabs(3)", "'\\t'.expandtabs()", "'a\\tb'.expandtabs(None)")
