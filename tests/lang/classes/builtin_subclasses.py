# Subclasses of built-in types: what operations return, overridden methods, construction.
class I(int):
    def __repr__(self): return "I(%d)" % self
    def double(self): return self * 2
i = I(5)
print(i, repr(i), i + 1, type(i + 1).__name__, i.double(), int(i), I("7"), I("ff", 16), isinstance(i, int), i == 5, hash(i) == hash(5), {5: "x"}[i], [1, 2, 3, 4, 5, 6][i], f"{i:03d}", -i, abs(I(-2)), type(-i).__name__, bool(I()), i.bit_length())
class S(str):
    def shout(self): return self.upper() + "!"
    def __getitem__(self, k): return S(super().__getitem__(k))
s = S("abc")
print(s, s.shout(), type(s.upper()).__name__, type(s[0]).__name__, s + "d", type(s + "d").__name__, s == "abc", "a" in s, len(s), s.join("xy"), {s: 1}["abc"], "%s|%r" % (s, s), f"{s:>5}", S(5), S(b"x", "ascii"), sorted(S("cab")))
class F(float):
    def __str__(self): return "F!"
print(F(1.5), repr(F(1.5)), F("2") + 1, type(F(1) + 1).__name__, F(2).is_integer(), round(F(2.567), 1))
class L(list):
    def first(self): return self[0]
    def append(self, x):
        super().append(x * 10)
        return self
l = L([1, 2])
print(l, l.first(), l.append(3), len(l), l[1:], type(l[1:]).__name__, type(l + [1]).__name__, l == [1, 2, 30], L("ab"), L(), l * 2, type(l.copy()).__name__, sorted(l, reverse=True), 30 in l)
l.extra = "attr"
print(l.extra, vars(l))
class D(dict):
    def __getattr__(self, k):
        try: return self[k]
        except KeyError: raise AttributeError(k) from None
    def __setattr__(self, k, v): self[k] = v
    def __missing__(self, k): return "no " + k
d = D(a=1)
d.b = 2
print(d, d.a, d.b, d["zz"], d.get("zz"), "zz" in d, dict(d), {**d}, list(d), type(d.copy()).__name__, D([("x", 1)]), d | {"c": 3}, type(d | {"c": 3}).__name__)
class Count(dict):
    def __setitem__(self, k, v):
        print("set", k)
        super().__setitem__(k, v)
c = Count(a=1)
c["b"] = 2
c.update(c=3)
c.setdefault("d", 4)
print(c)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def total(self): return sum(self)
t = T(1, 2, 3)
print(t, t.total, t[0], type(t[:2]).__name__, t + (4,), t == (1, 2, 3), {t: 1}[(1, 2, 3)], len(t))
a, b, c2 = t
print(a, b, c2, T().total)
class St(set):
    def add(self, x): super().add(str(x))
st = St([1])
st.add(2)
print(sorted(map(str, st)), type(st | {5}).__name__, len(st), St("ab") == {"a", "b"})
class Fz(frozenset): pass
print(len(Fz([1, 1])), hash(Fz([1])) == hash(frozenset([1])), Fz([1]) == {1})
class B(bytes):
    def hexed(self): return self.hex()
print(B(b"ab").hexed(), B([1, 2]), B(b"x") + b"y", type(B(b"x") + b"y").__name__)
class E(Exception):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code
try: raise E(5, "text")
except E as e: print(e, e.code, e.args, repr(e))
class Bool:
    def __new__(cls): return True
print(Bool())
try:
    class B2(bool): pass
except TypeError as e: print(e)
for bad in ("NoneType", "function", "range", "slice"):
    try: type("X", ({"NoneType": type(None), "function": type(lambda: 0), "range": range, "slice": slice}[bad],), {})
    except TypeError as e: print(e)
class NI(int):
    def __new__(cls, v, unit): 
        self = super().__new__(cls, v)
        self.unit = unit
        return self
n = NI(3, "km")
print(n, n.unit, n + 1, NI(5, unit="m").unit)
class Up(str):
    def __new__(cls, v): return super().__new__(cls, v.upper())
print(Up("abc"), Up("x") + "y", isinstance(Up("q"), str))
class Both(I):
    def __add__(self, o): return Both(int(self) + o)
print(repr(Both(1) + 2), sum([Both(1), 2]), max(Both(3), 2), divmod(Both(7), 2))
class Eq(int):
    def __eq__(self, o): return "eq called"
    __hash__ = int.__hash__
print(Eq(1) == 2, 2 == Eq(1), Eq(1) != 2, hash(Eq(5)))
class It(list):
    def __iter__(self): return iter("overridden")
print([x for x in It([1])][:3], list(It([1]))[:3], tuple(It())[:2], "".join(It())[:4], len(It([1, 2])))
class Len(list):
    def __len__(self): return 99
    def __contains__(self, x): return True
    def __bool__(self): return False
print(len(Len()), 5 in Len(), bool(Len([1])), not Len([1]))
