for v in ["abc", "h\u00e9", "\u20ac", "\U0001F600", "a'b", 'a"b', "a'b\"c", "\n\t\\\x00\x7f", "", b"\x00ab\xff", 1, 1.5, None, True, [1, "\u00e9"], {"k": "\u00fc"}, ("x",), (), {1}, set(), frozenset([1]), range(3), slice(1, 2), ..., NotImplemented]:
    print(ascii(v), repr(v) == ascii(v))
class A:
    def __repr__(self): return "<\u00e9>"
class B:
    def __repr__(self): return 5
class C:
    def __str__(self): return "str"
class D:
    def __repr__(self): return "only-repr"
print(ascii(A()), repr(A()), str(A()), str(D()), f"{D()}", "%s" % D(), [D()], {"a": D()})
print(str(C()), repr(C()).startswith("<__main__.C object at 0x"))
for f in [lambda: repr(B()), lambda: ascii(B()), lambda: repr()]:
    try:
        print(f())
    except TypeError as x:
        print(x)
l = [1]
l.append(l)
d = {}
d["self"] = d
print(l, d, repr(print), repr(len), repr(int), repr(abs))
