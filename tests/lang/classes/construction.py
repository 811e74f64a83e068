# __new__, __init__, __call__ on instances and classes, singletons, wrong results.
class A:
    def __new__(cls, *a, **k):
        print("new", cls.__name__, a, k)
        return super().__new__(cls)
    def __init__(self, *a, **k): print("init", a, k)
A(1, x=2)
class B(A):
    def __init__(self, v):
        super().__init__(v)
        self.v = v
print(B(3).v)
class Other:
    def __new__(cls): return "not an instance"
    def __init__(self): print("never called")
print(Other())
class Sub:
    def __new__(cls): return object.__new__(SubChild)
    def __init__(self): print("init of", type(self).__name__)
class SubChild(Sub):
    def __init__(self): print("child init")
print(type(Sub()).__name__)
class Single:
    _it = None
    def __new__(cls, *a):
        if cls._it is None: cls._it = super().__new__(cls)
        return cls._it
    def __init__(self, v=None): self.v = v
print(Single(1) is Single(2), Single(3).v)
class Ret:
    def __init__(self): return 5
try: Ret()
except TypeError as e: print(e)
class NoArgs: pass
for call in (lambda: NoArgs(1), lambda: NoArgs(x=1), lambda: object(1), lambda: A.__new__(), lambda: object.__new__(5), lambda: object.__new__(int), lambda: object.__new__(NoArgs, 1)):
    try: call()
    except TypeError as e: print(e)
class OnlyInit:
    def __init__(self, a): self.a = a
class OnlyNew:
    def __new__(cls, a): o = super().__new__(cls); o.a = a; return o
print(OnlyInit(1).a, OnlyNew(2).a, object.__new__(OnlyInit).__class__.__name__)
try: OnlyInit()
except TypeError as e: print(e)
try: OnlyNew()
except TypeError as e: print(e)
class Call:
    def __call__(self, *a, **k): return a, k
    def method(self): return self
c = Call()
print(c(1, k=2), callable(c), c.method()(3), Call()(), callable(NoArgs()), callable(NoArgs))
c.__call__ = lambda: "instance attribute ignored"
print(c())
try: NoArgs()()
except TypeError as e: print(e)
class Factory:
    registry = {}
    def __new__(cls, kind):
        return object.__new__(cls.registry.get(kind, cls))
    def __init__(self, kind): self.kind = kind
class Dog(Factory): pass
Factory.registry["dog"] = Dog
print(type(Factory("dog")).__name__, type(Factory("cat")).__name__, Factory("dog").kind)
class Point:
    def __init__(self, x=0, y=0): self.x, self.y = x, y
    @classmethod
    def origin(cls): return cls()
    @classmethod
    def parse(cls, text): return cls(*map(int, text.split(",")))
    @staticmethod
    def dist(a, b): return abs(a.x - b.x) + abs(a.y - b.y)
    def __repr__(self): return f"{type(self).__name__}({self.x}, {self.y})"
class Point3(Point): pass
print(Point.origin(), Point.parse("1,2"), Point3.parse("3,4"), Point.dist(Point(), Point3(1, 1)), Point().dist(Point(1), Point()))
p = Point.__new__(Point)
print(hasattr(p, "x"))
p.__init__(5, 6)
print(p)
Point.__init__(p, 7)
print(p)
class Lazy:
    def __init__(self): self.__class__ = Point3; self.x = self.y = 1
print(Lazy())
class Attr:
    count = 0
    names = []
    def __init__(self, n): type(self).count += 1; self.names.append(n); self.own = [n]
Attr("a"); Attr("b")
print(Attr.count, Attr.names, Attr("c").own)
def make(n):
    class Local:
        def who(self): return "local %s" % n
    return Local
X, Y = make(1), make(2)
print(X().who(), Y().who(), X is Y, X.__name__ == Y.__name__)
T = type("T", (Point,), {"extra": lambda self: self.x + 1, "z": 9})
print(T(4).extra(), T.z, T(1), T.__mro__[1].__name__, type(T).__name__)
import copy
q = copy.copy(Point(1, [2]))
r = copy.deepcopy(q)
r.y.append(3)
print(q, r)
class Cp:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep"
print(copy.copy(Cp()), copy.deepcopy(Cp()), copy.deepcopy([Cp()]))
