# The descriptor protocol: data and non-data, lookup order, __set_name__, properties of all kinds.
class Data:
    def __init__(self, tag): self.tag = tag
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, cls=None):
        return (self.tag, "class" if obj is None else "instance", cls.__name__)
    def __set__(self, obj, value): print("set", self.name, value)
    def __delete__(self, obj): print("delete", self.name)
class NonData:
    def __get__(self, obj, cls=None): return "nondata"
class SetOnly:
    def __set__(self, obj, value): obj.__dict__["so"] = value * 2
class C:
    d = Data("d")
    n = NonData()
    so = SetOnly()
c = C()
print(c.d, C.d)
c.d = 5
del c.d
c.__dict__["d"] = "hidden"
print(c.d, c.__dict__)
print(c.n)
c.n = "own"
print(c.n)
del c.n
print(c.n)
print(type(c.so).__name__)
c.so = 4
print(c.so)
try:
    del c.so
except AttributeError as e:
    print(e)
print(type(vars(C)["d"]).__name__, vars(C)["d"].__get__(c, C), vars(C)["d"].__get__(None, C))
class Sub(C): pass
print(Sub().d, Sub.d)

def f(self, *a): return (type(self).__name__, a)
print(f.__get__(c, C)(1), f.__get__(c)(2), f.__get__(None, C) is f)
bound = f.__get__(5)
print(bound(), bound.__self__, bound.__func__ is f)
c.method = f
try:
    c.method()
except TypeError as e:
    print(e)
C.late = f
print(c.late(3), C.late("x", 4))

class P:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "doc of x"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): self._x = None
    ro = property(lambda self: "ro")
    wo = property(None, lambda self, v: print("wo", v))
    y = property(doc="just doc")
p = P()
p.x += 5
print(p.x, P.x.__doc__, P.y.__doc__, P.x.fget.__name__, P.ro.fset, type(P.x).__name__)
del p.x
print(p.x, p.ro)
p.wo = 3
for stmt in ("p.ro = 1", "del p.ro", "p.wo", "p.y", "del p.wo"):
    try:
        exec(stmt)
    except AttributeError as e:
        print(e)
class P2(P):
    @P.x.getter
    def x(self): return ("P2", self._x)
q = P2()
q.x = 9
print(q.x, P.x.__get__(q))
class P3(P):
    @property
    def x(self): return super().x + 100
    @x.setter
    def x(self, v): P.x.fset(self, v * 2)
r = P3()
r.x = 5
print(r.x)
class Err:
    @property
    def broken(self): return self.nothing
    def __getattr__(self, name): return "getattr " + name
print(Err().broken)

class Meta(type):
    @property
    def label(cls): return "label of " + cls.__name__
    clash = Data("meta")
class M(metaclass=Meta):
    label2 = "own"
    clash = "own clash"
print(M.label, M.label2, M.clash, M().clash)
try:
    M().label
except AttributeError as e:
    print(e)
class Lazy:
    def __init__(self, f): self.f = f; self.__doc__ = f.__doc__
    def __set_name__(self, o, n): self.n = n
    def __get__(self, obj, cls):
        if obj is None: return self
        v = obj.__dict__[self.n] = self.f(obj)
        return v
class K:
    @Lazy
    def value(self):
        "lazy doc"
        print("computing")
        return 42
k = K()
print(k.value, k.value, K.value.__doc__, K.value.n)
class Bad:
    def __set_name__(self, owner, name): raise ValueError("refused")
try:
    class X:
        attr = Bad()
except Exception as e:
    print(type(e).__name__, e, repr(e.__cause__))
