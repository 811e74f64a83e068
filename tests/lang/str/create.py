from check_mod import check

check("str()", "str(5)", "str('a')", "str(object='x')", "str(None)", "str(1.5)", "str(True)", "str([1, 'a'])", "str(b'abc')")
check("str(b'abc', 'utf-8')", "str(b'\\xe9', 'latin-1')", "str(b'\\xff', 'utf-8', 'replace')", "str(b'abc', errors='strict')", "str(bytearray(b'xyz'), encoding='ascii')")
check("str(b'a', 'x')", "str('a', 'utf-8')", "str(1, 'utf-8')", "str(errors='x')", "str(encoding='x')", "str(b'', 'nope')", "str(b'a', 5)", "str(b'a', 'utf-8', 5)")
class C:
    def __str__(self): return "C!"
    def __repr__(self): return "<C>"
class OnlyRepr:
    def __repr__(self): return "<R>"
class Bad:
    def __str__(self): return 5
check("str(c)", "repr(c)", "f'{c}'", "str(r)", "str(b)", c=C(), r=OnlyRepr(), b=Bad())
class S(str):
    pass
s = S("hello")
print(type(s).__name__, s, len(s), s == "hello", hash(s) == hash("hello"), s + "!", type(s + "!").__name__, type(str(s)).__name__)
print(S(), S(5), S(b"ab", "ascii"), s.upper(), s[1:3], isinstance(s, str), {"hello": 1}[s], {s: 2}["hello"])
class T(str):
    def __new__(cls, value, extra):
        self = super().__new__(cls, value)
        self.extra = extra
        return self
    def __str__(self): return "T:" + self.extra
    def __len__(self): return 99
t = T("abc", "x")
print(t.extra, str(t), len(t), t.upper(), "%s" % t, f"{t}", "".join([t, t]), t == "abc", "b" in t, list(t))
print("a" * 0 == "", not "", bool("x"))
