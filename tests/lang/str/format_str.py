from check_mod import check

for v in ("", "abc", "h\u00e9\u4e16\U0001f600"):
    for s in ["", "s", "5", "<6", ">6", "^6", "^7", "*<6", "\u20ac^8", "\U0001f600>5", ".2", ".0", "6.2", "^6.1s", "05", "06s", "<06", ">06", "0>6", "{<5", "}>5", "=<5", "10.20", ".100", "1", "0"]:
        print(repr(v), s, repr(format(v, s)))
check(*["format('abc', %r)" % s for s in ("q", "d", "f", "x", "+", " ", "-", "#", "=5", "z", ",", "_", ",s", "_s", "5,", "ss", "zz", ".", ".s", "5s5", "99999999999999999999", ".99999999999999999999", "\u00e9", "5$", "#5", "0=5", "=")])
check("format('a', 5)", "format(None)", "format(None, '5')", "format([], '5')", "format([1], '')", "format({}, 'x')", "format((), '>3')", "format(object, 'x')", "format(b'a', '5')", "format(True, '')", "format(len, '')[:9]")
class C:
    def __format__(self, spec): return "C<" + spec + ">"
class Bad:
    def __format__(self, spec): return 5
class Plain:
    def __str__(self): return "plain"
check("format(c)", "format(c, 'abc')", "f'{c:>{3}}'", "format(b, 'x')", "format(p)", "format(p, '')", "format(p, '5')", "f'{p:5}'", "f'{p!s:7}|'", c=C(), b=Bad(), p=Plain())
class S(str):
    def __str__(self): return "STR"
check("format(s)", "format(s, '5')", "format(s, '.1')", "f'{s}'", "f'{s:4}|'", "f'{s!s}'", "format(s, 'q')", s=S("ab"))
