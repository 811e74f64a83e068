class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns)
        cls.tag = kw.get("tag", "none")
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        inst = super().__call__(*a, **k)
        return inst
class M(metaclass=Meta, tag="x"):
    def __init__(self, v): self.v = v
print(M(3).v, M.tag, type(M), type(M(1)))
class P:
    def __init__(self): self._x = 1
    @property
    def x(self): "doc x"; return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): del self._x
    @staticmethod
    def s(a): return a + 1
    @classmethod
    def c(cls, a): return (cls.__name__, a)
    def __eq__(self, o): return isinstance(o, P) and self._x == o._x
    def __hash__(self): return hash(self._x)
p = P(); p.x = 5; print(p.x, P.s(1), p.s(2), P.c(3), p.c(4), P.x.__doc__, P.x.fget.__name__)
del p.x
try: p.x
except AttributeError as e: print(e)
try: 
    class Q(P):
        @property
        def y(self): return 1
    Q().y = 3
except AttributeError as e: print(e)
class D:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner): 
        if obj is None: return self
        return obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, v): obj.__dict__[self.name] = v * 2
class U:
    a = D()
    b = D()
u = U(); print(u.a); u.a = 4; print(u.a, u.__dict__, U.a.name)
class A: 
    def f(self): return "A"
class B(A):
    def f(self): return "B" + super().f()
class C(A):
    def f(self): return "C" + super().f()
class E(B, C): 
    def f(self): return "E" + super().f()
print(E().f(), [k.__name__ for k in E.__mro__])
class G:
    def __getattr__(self, n): 
        if n.startswith("dyn"): return n.upper()
        raise AttributeError(n)
print(G().dynamic, hasattr(G(), "nope"), getattr(G(), "zzz", 7))
class N:
    def __init__(self, v): self.v = v
    def __add__(self, o): return N(self.v + (o.v if isinstance(o, N) else o))
    __radd__ = __add__
    def __iadd__(self, o): self.v += 100; return self
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f"N({self.v})"
    def __bool__(self): return self.v != 0
    def __len__(self): return 3
    def __getitem__(self, i): return i
    def __contains__(self, x): return x == 42
    def __call__(self, *a, **k): return (a, k)
    def __enter__(self): return self
    def __exit__(self, *a): print("exit", a[0]); return True
    def __neg__(self): return N(-self.v)
    def __index__(self): return self.v
    def __format__(self, s): return "fmt:" + s
n = N(1); n2 = n + 5; print(n2, 3 + n, sum([N(1), N(2)], N(0)), sorted([N(3), N(1)]), bool(N(0)), n[1:2], n["a"], 42 in n, n(1, b=2), -n, [1,2,3][N(1)], f"{n:abc}", format(n, "q"))
n += 1; print(n)
with n as q: raise ValueError("x")
print("after")
class I:
    def __init_subclass__(cls, /, k=None, **kw): super().__init_subclass__(**kw); cls.k = k
class J(I, k=9): pass
print(J.k)
class MyList(list):
    def total(self): return sum(self)
    def append(self, x): super().append(x * 2)
m = MyList([1, 2]); m.append(5); print(m, m.total(), len(m), m[0], m + [1], isinstance(m, list), m == [1, 2, 10])
class MyDict(dict):
    def __missing__(self, k): return "miss" + k
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
d = MyDict(a=1); d["b"] = 2; print(d["zz"], d, d.get("q"), "a" in d, list(d.items()))
class MyInt(int):
    def __new__(cls, v): return super().__new__(cls, v + 1)
    def dbl(self): return self * 2
print(MyInt(4), MyInt(4).dbl(), MyInt(4) + 1, type(MyInt(4)), hash(MyInt(1)) == 2)
class MyStr(str):
    def shout(self): return self.upper() + "!"
print(MyStr("a").shout(), MyStr("a") + "b", {MyStr("k"): 1}["k"], MyStr("z") == "z", repr(MyStr("q")))
class Err(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
try: raise Err("m", 3)
except Err as e: print(e, e.b, e.args, repr(e))
class Err2(ValueError): pass
try:
    try: raise Err2("in")
    except ValueError as e: raise KeyError("k") from e
except KeyError as e: print(repr(e), repr(e.__cause__), e.__context__ is e.__cause__)
print(type("Dyn", (A,), {"z": 1, "m": lambda self: self.z})().m())
print(A.__name__, A.f.__qualname__, A().f.__self__.__class__, sorted(k for k in A.__dict__ if k == "f"))
class S:
    __slots__ = ("a",)
    def __init__(self): self.a = 1
print(S().a)
class Outer:
    class Inner:
        v = 3
        def m(self): return Outer.Inner.v
print(Outer.Inner().m(), Outer.Inner.__qualname__)
x = object(); print(x == x, x != object(), isinstance(3, (int, str)), issubclass(bool, int))
print(callable(A), callable(3), A.__bases__, A.__base__)
class Cnt:
    n = 0
    def __init__(self): Cnt.n += 1; type(self).n += 1
Cnt(); Cnt(); print(Cnt.n)
print(int.__add__(1, 2), str.upper("x"), list.__len__([1]), (5).__add__(3), "a".__eq__("a"), [].__class__)
