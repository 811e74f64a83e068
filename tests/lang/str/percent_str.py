from check_mod import check

cases = [("%s", "a"), ("%s", 1), ("%s", (1,)), ("%s %s", (1,)), ("%s", (1, 2)), ("a", 1), ("a", ()), ("a", {}), ("a", []), ("a", "x"), ("%", 1), ("%%", ()), ("%%", 1), ("%5%", ()), ("%r", "\u00e9"), ("%a", "\u00e9"), ("%.2s", "abc"), ("%5.1s|", "abc"), ("%-5.1s|", "abc"), ("%.0s", "abc"), ("%.s", "abc"), ("%5s|", "\u00e9"), ("%.3s", "\u00e9\u00e0\u00fc\u20ac"), ("%05s|", "ab"), ("%+s", "a"), ("%#s", "a"), ("%s", [1, 2]), ("%s", ((1, 2),)), ("%s", None), ("%s", True), ("%s", b"a"), ("%s", range(3)), ("%s %d %r", ("a", 1, "b")), ("%d%%", 50), ("\u4e16%s\u754c", "x"), ("%s" * 5, (1, 2, 3, 4, 5)), ("%-10s|%10s|", ("ab", "cd")), ("%r", ("a",)), ("%s", {"a": 1}), ("%s", {1})]
for f, a in cases:
    try: print(repr(f), repr(a), repr(f % a))
    except Exception as e: print(repr(f), repr(a), type(e).__name__, e)
class O:
    def __str__(self): return "str"
    def __repr__(self): return "r\u00e9pr"
class M:
    def __getitem__(self, k): return ("got", k)
check("'%s %r %a' % (o, o, o)", "'%s' % o", "'x' % o", "'%(a)s' % m", "'x' % m", "'%s' % [o]", o=O(), m=M())
class S(str):
    def __str__(self): return "custom"
print("%s" % S("x"), "%r" % S("x"), "%5s|" % S("x"), "%s" % (S("y"),), S("%d!") % 5)
text = "%s=%s"
text %= ("a", 1)
print(text, "%s" % ("%s" % "nested"), "%c%c%c" % (72, "i", 0x20ac))
