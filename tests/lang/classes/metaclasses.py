# Metaclasses: __prepare__, __new__, __init__, __call__, keywords, conflicts, derived attributes.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return {"prepared": True}
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, dict(ns))
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print("call", cls.__name__, a, k)
        return super().__call__(*a, **k)
    def meta_method(cls): return "meta " + cls.__name__
    def __len__(cls): return 11
    def __iter__(cls): return iter("xyz")
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, k): return (cls.__name__, k)
    def __repr__(cls): return "<Meta %s>" % cls.__name__
    def __add__(cls, o): return "added"
    def __bool__(cls): return False
    def __getattr__(cls, n): return "class getattr " + n
class A(metaclass=Meta, opt=1):
    x = 1
    def __init__(self, v): self.v = v
class B(A, opt=2):
    y = 2
a = B(3)
print(a.v, type(A), type(B).__name__, A.meta_method(), B.meta_method(), B.prepared)
print(len(A), list(A), 1 in A, 2 in A, A["k"], repr(A), str(B), A + 1, bool(A), A.whatever)
try:
    a.meta_method
except AttributeError as e:
    print(e)
try:
    a.whatever
except AttributeError as e:
    print(e)
class Other(type): pass
class O(metaclass=Other): pass
try:
    class Conflict(A, O): pass
except TypeError as e:
    print(e)
class Both(Meta, Other): pass
class Fine(A, O, metaclass=Both): pass
print(type(Fine).__name__)
def func_meta(name, bases, ns, **kw):
    print("func_meta", name, bases, sorted(k for k in ns if k[:2] != "__"), kw)
    return type(name, bases, ns)
class FM(metaclass=func_meta, extra=5):
    z = 1
print(type(FM), FM.z)
class Sing(type):
    _inst = {}
    def __call__(cls, *a):
        if cls not in cls._inst: cls._inst[cls] = super().__call__(*a)
        return cls._inst[cls]
class One(metaclass=Sing):
    def __init__(self): print("made once")
print(One() is One())
class Ordered(dict):
    def __setitem__(self, k, v):
        if k in self and not k.startswith("_"): raise TypeError("duplicate " + k)
        super().__setitem__(k, v)
class NoDup(type):
    def __prepare__(name, bases): return Ordered()
    __prepare__ = staticmethod(__prepare__)
    def __new__(m, n, b, ns):
        print(type(ns).__name__)
        return super().__new__(m, n, b, ns)
class Good(metaclass=NoDup):
    a = 1
    b = 2
try:
    class Dup(metaclass=NoDup):
        def f(self): pass
        def f(self): pass
except TypeError as e:
    print(e)
class Reg(type):
    registry = []
    def __init__(cls, *a, **k):
        super().__init__(*a, **k)
        cls.registry.append(cls.__name__)
class R1(metaclass=Reg): pass
class R2(R1): pass
print(Reg.registry)
for args in ((1,), ("A",), ("A", ()), (1, (), {}), ("A", [], {}), ("A", (), [])):
    try:
        print(type(*args))
    except TypeError as e:
        print(e)
T = type("T", (A,), {"q": 1}, opt=3)
print(type(T).__name__, T.q)
X = type("X", (), dict(f=lambda self: "f!", v=5, __doc__="d"))
print(X().f(), X.v, X.__doc__, X.__name__, X.__bases__, X.__module__, X.__qualname__)
class Pr(type):
    def __prepare__(name, bases): return 5
try:
    class Z(metaclass=Pr): pass
except TypeError as e:
    print(e)
class MRO(type):
    def mro(cls):
        print("mro")
        return super().mro()
class MM(metaclass=MRO): pass
print([c.__name__ for c in MM.__mro__])
