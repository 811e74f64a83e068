# property, classmethod and staticmethod as classes: subclassing, wrapping, attributes.
class loud(property):
    def __get__(self, obj, cls=None):
        print("get", obj is not None)
        return super().__get__(obj, cls)
    def __set__(self, obj, v):
        print("set", v)
        super().__set__(obj, v)
class A:
    def __init__(self): self._v = 1
    @loud
    def v(self): "v doc"; return self._v
    @v.setter
    def v(self, x): self._v = x
a = A()
print(a.v)
a.v = 5
print(a.v, type(A.__dict__["v"]).__name__, A.__dict__["v"].__doc__, A.__dict__["v"].fget.__name__)
class cached(property):
    def __init__(self, f): super().__init__(f); self.calls = 0
    def __get__(self, o, c=None):
        if o is None: return self
        self.calls += 1
        return super().__get__(o, c)
class B:
    @cached
    def x(self): return 10
b = B()
print(b.x, b.x, B.x.calls, isinstance(B.x, property))
try: b.x = 1
except AttributeError as e: print(e)
class cm(classmethod):
    def __get__(self, o, c=None):
        print("cm get")
        return super().__get__(o, c)
class sm(staticmethod):
    tag = "sm"
class C:
    @cm
    def f(cls, x): return cls.__name__, x
    @sm
    def g(x): return x * 2
print(C.f(1), C().f(2), C.g(3), C().g(4), C.__dict__["g"].tag, isinstance(C.__dict__["f"], classmethod))
def plain(*a): return a
s = staticmethod(plain)
print(s(1, 2), s.__func__ is plain, s.__wrapped__ is plain, s.__name__, callable(s))
c = classmethod(plain)
print(c.__func__ is plain, c.__get__(None, int)(5), c.__get__("x")(), callable(c))
p = property(lambda s: "got", lambda s, v: print("setting", v), lambda s: print("deleting"), "the doc")
class D: q = p
d = D()
print(d.q, D.q.__doc__, D.q is p, p.fget(None))
d.q = 1
del d.q
p2 = p.getter(lambda s: "other")
print(p2.fget(None), p2.fset is p.fset, p2 is p, p.fget(None))
p.__doc__ = "changed"
print(p.__doc__)
class Prop:
    @property
    def only(self): return 1
o = Prop()
for text in ("o.only = 2", "del o.only", "Prop.only.fset(1, 2)", "Prop.only.__set__(o, 1)", "Prop.only.__delete__(o)", "property(1, 2, 3, 4, 5)"):
    try: exec(text)
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
class Stack:
    @classmethod
    @property
    def combo(cls): return "combo " + cls.__name__
    @staticmethod
    def s1(): return "s1"
    alias = s1
    def inst(self): return self
    bound_alias = inst
print(Stack.combo, Stack.s1(), Stack.alias(), Stack().alias(), Stack().bound_alias().__class__.__name__)
class Inherit(Stack):
    @classmethod
    def create(cls, *a, **k): return cls.__name__, a, k
    @staticmethod
    def s1(): return "over " + Stack.s1()
print(Inherit.create(1, k=2), Inherit().create(), Inherit.s1(), Inherit.combo, Inherit.create.__self__ is Inherit, Inherit().create.__func__ is Inherit.create.__func__)
class Ro:
    def __get__(self, o, c): return "ro"
    def __set__(self, o, v): raise AttributeError("can't set")
class UseRo: r = Ro()
try: UseRo().r = 1
except AttributeError as e: print(e)
class PerInstance:
    def __init__(self): self.data = {}
    def __set_name__(self, o, n): self.name = n
    def __get__(self, o, c): return self if o is None else self.data.get(id(o), "unset " + self.name)
    def __set__(self, o, v): self.data[id(o)] = v
class Use: f1 = PerInstance(); f2 = PerInstance()
u, w = Use(), Use()
u.f1 = 1
w.f1 = 2
print(u.f1, w.f1, u.f2, Use.f1.name)
class Typed:
    def __init__(self, t): self.t = t
    def __set_name__(self, o, n): self.n = "_" + n
    def __get__(self, o, c): return getattr(o, self.n)
    def __set__(self, o, v):
        if not isinstance(v, self.t): raise TypeError(f"{self.n[1:]} must be {self.t.__name__}")
        setattr(o, self.n, v)
class Person:
    name, age = Typed(str), Typed(int)
    def __init__(self, name, age): self.name, self.age = name, age
print(Person("n", 3).age)
try: Person("n", "x")
except TypeError as e: print(e)
