# __slots__: storage, member descriptors, inheritance, errors.
class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
p = P(1, 2)
print(p.x, p.y, hasattr(p, "__dict__"), P.__slots__)
for stmt in ("p.z = 1", "p.__dict__", "del p.z"):
    try:
        exec(stmt)
    except AttributeError as e:
        print(e)
class Q:
    __slots__ = ["a", "b"]
q = Q()
try:
    q.a
except AttributeError as e:
    print(e)
q.a = 1
del q.a
for stmt in ("q.a", "del q.a"):
    try:
        exec(stmt)
    except AttributeError as e:
        print(e)
print(type(Q.a).__name__, Q.a, type(Q.__dict__["a"]).__name__, Q.a.__name__)
q.b = 7
print(Q.b.__get__(q), Q.b.__get__(q, Q), Q.b.__get__(None, Q) is Q.b)
Q.b.__set__(q, 8)
print(q.b)
Q.b.__delete__(q)
print(hasattr(q, "b"))
try:
    Q.a.__get__(5)
except TypeError as e:
    print(e)
class Base:
    __slots__ = ("a",)
class WithDict(Base): pass
w = WithDict()
w.a = 1; w.b = 2
print(vars(w), w.a)
class More(Base):
    __slots__ = ("c",)
m = More()
m.a, m.c = 1, 2
print(m.a, m.c, hasattr(m, "__dict__"))
try:
    m.d = 1
except AttributeError as e:
    print(e)
class S:
    __slots__ = "single"
s = S()
s.single = 1
try:
    s.s = 1
except AttributeError as e:
    print(e)
class Dct:
    __slots__ = ("a", "__dict__")
d = Dct()
d.a = 1; d.other = 2
print(vars(d), d.a)
class Weak:
    __slots__ = ("__weakref__",)
try:
    Weak().x = 1
except AttributeError as e:
    print(e)
class Empty:
    __slots__ = ()
try:
    Empty().x = 1
except AttributeError as e:
    print(e)
class Private:
    __slots__ = ("__hidden",)
    def __init__(self): self.__hidden = 3
    def get(self): return self.__hidden
pr = Private()
print(pr.get(), pr._Private__hidden)
try:
    class Clash:
        __slots__ = ("v",)
        v = 1
except ValueError as e:
    print(e)
for bad in ("('1a',)", "(5,)", "('a b',)", "('',)"):
    try:
        exec("class Bad:\n    __slots__ = %s" % bad)
    except TypeError as e:
        print(e)
class Documented:
    __slots__ = {"k": "doc of k", "j": "doc of j"}
print(Documented.k.__doc__, sorted(Documented.__slots__))
class Computed:
    __slots__ = tuple("s%d" % i for i in range(3))
c = Computed()
c.s0 = c.s2 = 5
print([getattr(c, n, "unset") for n in Computed.__slots__])
class Gen:
    __slots__ = (n for n in ("g1", "g2"))
g = Gen()
g.g1 = 1
print(g.g1)
class Ex(Exception):
    __slots__ = ("code",)
e = Ex("m")
e.code = 4
e.free = 1
print(e.code, e.args, vars(e))
class Tup(tuple):
    __slots__ = ()
    @property
    def first(self): return self[0]
t = Tup((1, 2))
print(t, t.first)
try:
    t.z = 1
except AttributeError as err:
    print(err)
class L(list):
    __slots__ = ("tag",)
l = L([1])
l.tag = "t"
print(l, l.tag, len(l))
class Mixed(Base, Empty): __slots__ = ()
x = Mixed(); x.a = 3
print(x.a)
class Other: __slots__ = ("o",)
try:
    class Conflict(Base, Other): __slots__ = ()
except TypeError as err:
    print(err)
import copy
p2 = copy.copy(p)
print(p2.x, p2.y, copy.deepcopy(p).x)
class Eq:
    __slots__ = ("v",)
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, Eq) and all(getattr(self, n) == getattr(o, n) for n in self.__slots__)
    def __hash__(self): return hash(self.v)
print(Eq(1) == Eq(1), Eq(1) == Eq(2), len({Eq(1), Eq(1), Eq(2)}))
print("x" in dir(p), [n for n in dir(P) if not n.startswith("__")])
