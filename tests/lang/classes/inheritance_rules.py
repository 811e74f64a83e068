# Method resolution, cooperative calls, attribute lookup along the MRO, isinstance through hierarchies.
class A:
    tag = "A"
    def who(self): return "A"
    def chain(self): return ["A"]
class B(A):
    tag = "B"
    def who(self): return "B" + super().who()
    def chain(self): return ["B"] + super().chain()
class C(A):
    def who(self): return "C" + super().who()
    def chain(self): return ["C"] + super().chain()
class D(B, C):
    def chain(self): return ["D"] + super().chain()
class E(C, B): pass
for k in (A, B, C, D, E): print(k.__name__, [m.__name__ for m in k.__mro__], k().who(), k().chain(), k.tag)
print(D.__bases__, D.__base__.__name__, issubclass(D, (B, int)), isinstance(D(), C), B in D.__mro__, D.mro() == list(D.__mro__))
for bases in ((A, B), (B, C, A, B), (D, E), (object, A)):
    try: print(type("X", bases, {}).__name__)
    except TypeError as e: print(str(e).splitlines()[0])
class Mixin:
    def describe(self): return f"{type(self).__name__}:{self.value()}"
class Base:
    def value(self): return 1
class Derived(Mixin, Base):
    def value(self): return super().value() + 1
print(Derived().describe())
class Cfg:
    opts = {"a": 1}
    items = []
class Sub(Cfg): opts = {**Cfg.opts, "b": 2}
Sub.items.append("shared")
print(Cfg.opts, Sub.opts, Cfg.items is Sub.items, Cfg().items)
A.tag = "changed"
print(C.tag, E.tag, D.tag)
del B.tag
print(D.tag, B.tag)
A.extra = lambda self: "late " + self.who()
print(D().extra())
class Over(A):
    who = None
try: Over().who()
except TypeError as e: print(e)
class Del(A):
    def __init__(self): self.who = lambda: "instance"
d = Del()
print(d.who())
del d.who
print(d.who())
class Counter:
    made = 0
    def __init_subclass__(cls, **k): Counter.made += 1; cls.index = Counter.made; super().__init_subclass__(**k)
class C1(Counter): pass
class C2(C1): pass
print(Counter.made, C1.index, C2.index)
class Root:
    def __init__(self, **kw):
        self.log = ["Root"]
        if kw: raise TypeError(f"unexpected {sorted(kw)}")
class L(Root):
    def __init__(self, *, l, **kw): super().__init__(**kw); self.log.append(f"L{l}")
class R(Root):
    def __init__(self, *, r, **kw): super().__init__(**kw); self.log.append(f"R{r}")
class LR(L, R): pass
print(LR(l=1, r=2).log)
try: LR(l=1, r=2, z=3)
except TypeError as e: print(e)
print(type(A).__name__, type(type).__name__, A.__class__ is type, isinstance(A, object), object.__bases__, object.__mro__ == (object,), type.__mro__[-1] is object)
print(sorted(s.__name__ for s in A.__subclasses__())[:4], Root.__subclasses__() == [L, R])
