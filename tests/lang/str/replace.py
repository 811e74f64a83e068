from check_mod import check

s = "one fish two fish"
check("s.replace('fish', 'cat')", "s.replace('fish', '')", "s.replace('fish', 'elephant', 1)", "s.replace('x', 'y')", "s.replace('', '-')", "s.replace('', '-', 3)", "s.replace('i', 'I', 0)", "s.replace('i', 'I', -1)", "s.replace(' ', '\u20ac')", "''.replace('', 'x')", "''.replace('', 'x', 0)", "''.replace('a', 'b')", "'aaa'.replace('aa', 'b')", "'abc'.replace('abc', '')", "'abc'.replace('abc', 'x')", s=s)
u = "\u00e9a\u00e9b\u4e16"
check("u.replace('\u00e9', 'e')", "u.replace('', '.')", "u.replace('', '\u20ac', 2)", "u.replace('\u4e16', '')", "u.replace('a', '\U0001f600')", "u.replace('\u00e9', 'e').replace('\u4e16', 'w').isascii()", u=u)
check("'a'.replace(1, 2)", "'a'.replace('a', 2)", "'a'.replace('a')", "'a'.replace('a', 'b', 'c')", "'a'.replace('a', 'b', None)", "'a'.replace('a', 'b', 1.0)", "'aaaa'.replace('a', 'b', True)")
t = "ab" * 5000
print(len(t.replace("ab", "xyz")), t.replace("a", "") == "b" * 5000, t.replace("ab", "") == "", t.replace("b", "c")[:6], len(t.replace("", "-")), t.replace("ba", "_", 2)[:8])
big = "x" * 100
print(big.replace("y", "z") is big, len(big.replace("x", "yy")), ("\u00e9" * 100).replace("\u00e9", "e") == "e" * 100)
