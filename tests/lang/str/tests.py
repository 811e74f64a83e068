from check_mod import check

names = ["isalpha", "isalnum", "isdecimal", "isdigit", "isnumeric", "isspace", "islower", "isupper", "istitle", "isprintable", "isidentifier", "isascii"]
samples = ["", "a", "A", "abc", "aB", "Ab", "AB", "1", "12a", "a1", " ", "\t\n", "\u00a0", "\u2003", "\u00b2", "\u0663", "\u2167", "\u4e00", "\u00bd", "\u00e9", "\u00df", "Hello World", "Hello world", "H\u00e9llo", "_x", "1x", "x-y", "class", "\x7f", "\x00", "\u200b", "\U0001f600", "\u01c5", "\u01c5a", "A1", "\u00aa", "\x1c", "\x85", "a.b", "\u0301", "\ud800", "x\u00b7", "\u2118"]
for n in names:
    f = getattr(str, n)
    print(n, [int(f(s)) for s in samples])
for n in names:
    f = getattr(str, n)
    print(n, sum(1 for c in range(0x3000) if f(chr(c))), sum(c for c in range(0x3000) if f(chr(c))))
check("'a'.isalpha(1)", "str.isdigit(5)" if False else "'5'.isdigit()")
