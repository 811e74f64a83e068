# super(): no arguments, two arguments, in classmethods, nested functions, comprehensions; the __class__ cell.
class A:
    def __init__(self): self.log = ["A.init"]
    def f(self): return "A.f"
    @classmethod
    def c(cls): return "A.c " + cls.__name__
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
    def __len__(self): return 5
    def __getitem__(self, k): return ("A.getitem", k)
    attr = "A.attr"
class B(A):
    def __init__(self):
        super().__init__()
        self.log.append("B.init")
    def f(self): return "B.f>" + super().f()
    @classmethod
    def c(cls): return "B.c>" + super().c()
    @staticmethod
    def s(): return "B.s>" + super(B, B).s()
    @property
    def p(self): return "B.p>" + super().p
    def __len__(self): return super().__len__() + 1
    def __getitem__(self, k): return ("B", super().__getitem__(k))
    attr = "B.attr"
    def nested(self):
        def inner(): return super(B, self).f()
        return inner()
    def lam(self): return (lambda: super(B, self).attr)()
    def comp(self): return [super(B, self).f() for _ in range(1)]
    def zero_in_nested(self):
        def inner(me): return super().f()
        return inner(self)
    def klass(self): return __class__
    def klass_nested(self): return (lambda: __class__)()
class C(B):
    def f(self): return "C.f>" + super().f()
    def skip(self): return super(B, self).f()
c = C()
print(c.log, c.f(), c.c(), C.c(), c.s(), c.p, len(c), c[1], c.nested(), c.lam(), c.comp(), c.zero_in_nested(), c.skip())
print(c.klass().__name__, c.klass_nested().__name__, super(C, c).attr, super(B, c).attr, super(C, C).c(), super(B, C).c())
print(super(C, c).__thisclass__.__name__, super(C, c).__self_class__.__name__, super(C, c).__self__ is c)
print(type(super(C, c)).__name__, super(C, c).__class__)
# diamond
class Base:
    def go(self): return ["Base"]
class L(Base):
    def go(self): return ["L"] + super().go()
class R(Base):
    def go(self): return ["R"] + super().go()
class D(L, R):
    def go(self): return ["D"] + super().go()
print(D().go(), [k.__name__ for k in D.__mro__], [k.__name__ for k in D.mro()])
try:
    class Broken(Base, L): pass
except TypeError as e:
    print(e)
# mutable class, borrowed method
class Late(A): pass
def f(self): return "late>" + super(Late, self).f()
Late.f = f
print(Late().f())
# errors
def no_class(self): return super().f()
try:
    no_class(1)
except RuntimeError as e:
    print(e)
class E1:
    def none(): return super()
    def missing(self): return super().nope
    def setit(self): super().x = 1
    def call(self): return super()[0]
for f in (E1.none, E1().missing, E1().setit, E1().call):
    try:
        f()
    except (RuntimeError, AttributeError, TypeError) as e:
        print(type(e).__name__, e)
for args in ((int, "x"), (5, 1), (A, B), (B, A()), (A, 5)):
    try:
        super(*args)
        print("ok")
    except TypeError as e:
        print(e)
# super in metaclass and __new__
class Meta(type):
    def __new__(m, n, b, d):
        d["tag"] = n.lower()
        return super().__new__(m, n, b, d)
class WithMeta(metaclass=Meta):
    def __new__(cls, *a):
        self = super().__new__(cls)
        self.a = a
        return self
print(WithMeta.tag, WithMeta(1, 2).a)
class MyInt(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
    def __add__(self, o): return MyInt(super().__add__(o))
    def __repr__(self): return "MyInt(%s)" % super().__repr__()
print(MyInt(3), MyInt(3) + 1)
class Gen(A):
    def g(self):
        yield super().f()
        yield from (x for x in [super().attr])
print(list(Gen().g()))
class Prop(A):
    def __getattr__(self, n): return "ga " + n
    def t(self): return hasattr(super(), "zzz"), getattr(super(), "f")()
print(Prop().t())
class Dyn:
    def __init_subclass__(cls, **k): super().__init_subclass__(**k); cls.seen = True
class Dyn2(Dyn):
    def m(self): return super().seen
print(Dyn2().seen, hasattr(Dyn, "seen"))
