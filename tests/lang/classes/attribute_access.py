# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__, object's own versions, getattr and hasattr
class G:
    x = 1
    def __getattr__(self, name):
        if name.startswith("no"): raise AttributeError("nope: " + name)
        return "dyn_" + name
g = G()
print(g.x, g.y, getattr(g, "z"), hasattr(g, "none"), getattr(g, "none", "dflt"))
try:
    g.nothing
except AttributeError as e:
    print(e, e.args)
class GA:
    def __init__(self): self.a = 1
    def __getattribute__(self, name):
        if name == "secret": raise AttributeError("secret!")
        if name.startswith("_"): return object.__getattribute__(self, name)
        return ("ga", name, super().__getattribute__("__dict__").get(name))
    def __getattr__(self, name): return "fallback " + name
ga = GA()
print(ga.a, ga.b, ga.secret, type(ga).__name__, len(vars(ga)))
class SA:
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
s = SA()
s.x = 1
s.x += 1
setattr(s, "y", 5)
del s.x
delattr(s, "y")
try:
    del s.gone
except AttributeError as e:
    print(e)
print(vars(s))
class Frozen:
    def __init__(self): object.__setattr__(self, "v", 1)
    def __setattr__(self, n, v): raise AttributeError("frozen " + n)
fz = Frozen()
try:
    fz.v = 2
except AttributeError as e:
    print(e, fz.v)
class D:
    def __dir__(self): return ["b", "a", "c"]
print(dir(D()), D().__dir__())
class Base:
    base_attr = 1
    def base_method(self): pass
class Derived(Base):
    def __init__(self): self.inst = 1
names = dir(Derived())
print([n for n in names if not n.startswith("__")], names == sorted(names), "__class__" in names)
print([n for n in dir(Derived) if not n.startswith("__")])
class Del:
    def __init__(self): self.a, self.b, self.c = 1, 2, 3
d = Del()
del d.b
print(vars(d), hasattr(d, "b"))
d.b = 9
print(list(vars(d)))
d.__dict__["injected"] = "yes"
print(d.injected, d.__dict__ is d.__dict__)
d.__dict__.clear()
print(vars(d), hasattr(d, "a"))
d.__dict__ = {"fresh": 1}
print(d.fresh, vars(d))
try:
    d.__dict__ = 5
except TypeError as e:
    print(e)
for f, args in ((getattr, (d, 5)), (setattr, (d, 5, 1)), (hasattr, (d, 5)), (delattr, (d, None))):
    try:
        f(*args)
    except TypeError as e:
        print(f.__name__, e)
setattr(d, "not an identifier", 1)
print(getattr(d, "not an identifier"), vars(d))
class A: pass
class B: pass
a = A()
a.__class__ = B
print(type(a).__name__, isinstance(a, B))
for v in (5, int, None):
    try:
        a.__class__ = v
    except TypeError as e:
        print(e)
for target, name in ((5, "x"), ("s", "x"), (None, "x"), ([], "x"), (len, "x"), (object(), "x"), ((), "__len__"), (5, "real")):
    try:
        setattr(target, name, 1)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
try:
    int.x = 1
except TypeError as e:
    print(e)
class Spec:
    def __len__(self): return 3
sp = Spec()
sp.__len__ = lambda: 99
print(len(sp), sp.__len__())
Spec.__len__ = lambda self: 7
print(len(sp))
del Spec.__len__
try:
    len(sp)
except TypeError as e:
    print(e)
