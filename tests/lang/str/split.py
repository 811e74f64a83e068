from check_mod import check

s = " one  two\tthree\nfour "
check("s.split()", "s.split(None)", "s.split(None, 1)", "s.split(maxsplit=2)", "s.split(None, 0)", "s.split(None, 10)", "s.split(' ')", "s.split(' ', 2)", "''.split()", "'   '.split()", "''.split(',')", "','.split(',')", "'a,b,,c'.split(',')", "'a,b,,c'.split(',', 1)", "'a,b'.split(',', 0)", "'a--b--c'.split('--')", "'abc'.split('abc')", "'aaa'.split('aa')", "'a b'.split(sep=' ')", "'a,b,c'.split(',', -1)", "'abc'.split('x')", s=s)
check("s.rsplit()", "s.rsplit(None, 1)", "s.rsplit(None, 0)", "s.rsplit(maxsplit=2)", "s.rsplit(' ', 2)", "''.rsplit()", "'a,b,,c'.rsplit(',')", "'a,b,,c'.rsplit(',', 1)", "'a,b,,c'.rsplit(',', 2)", "'aaa'.rsplit('aa')", "'a--b--c'.rsplit('--', 1)", "'  a b  '.rsplit(None, 1)", s=s)
u = "\u00e9\u3000\u4e16\u2003b\u00a0c\x85d\x1ce"
check("u.split()", "u.rsplit(None, 2)", "'\u00e9,\u4e16,x'.split(',')", "'a\u20acb\u20acc'.split('\u20ac')", "'a\u20acb\u20acc'.rsplit('\u20ac', 1)", u=u)
check("'a'.split(1)", "'a'.split('')", "'a'.split('a', 'x')", "'a'.rsplit(1)", "'a'.rsplit('')", "'a'.split(foo=1)", "'a'.split(b'a')", "'a b'.split(None, 1.5)", "'a'.split('a', 2**70)")
words = ("word " * 2000).split()
print(len(words), set(words), len(("x," * 3000).split(",")), len("a\u00e9 " * 1000) // 3, len(("a\u00e9 " * 1000).split()), ("k=v;" * 3).rstrip(";").split(";"))
print([l.split("=", 1) for l in "a=1\nb=2=3\nc=".split("\n")], "a b c".split(" ", 1)[1].split())
long = ("x" * 100 + ",") * 5
print([len(p) for p in long.split(",")], long.split(",")[0] + "y" == "x" * 100 + "y", [p[98:] for p in long.split(",")])
