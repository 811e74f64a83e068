# Attributes of functions, methods and code objects.
def f(a, b: int = 2, *args, c, d: "str" = 4, **kw) -> list:
    """Doc of f."""
    local = a
    return [local, b, args, c, d, kw]
print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__)
c = f.__code__
print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_varnames, c.co_flags & 0x0C, c.co_firstlineno, c.co_freevars, c.co_cellvars)
print(f.__code__ is f.__code__, f.__code__ == f.__code__, type(c).__name__)
f.custom = 1
f.__dict__["other"] = 2
print(f.custom, f.other, vars(f), hasattr(f, "nope"))
del f.custom
try:
    f.custom
except AttributeError as e:
    print(e)
f.__name__ = "renamed"
f.__qualname__ = "A.renamed"
f.__doc__ = "new doc"
f.__module__ = "elsewhere"
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, repr(f).split(" at ")[0])
for name, value in (("__name__", 5), ("__qualname__", None), ("__defaults__", [1]), ("__kwdefaults__", 5), ("__code__", 5), ("__annotations__", 1), ("__dict__", 1), ("__closure__", ()), ("__globals__", {})):
    try:
        setattr(f, name, value)
        print("set", name)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
def one(x): return ("one", x)
def two(y): return ("two", y)
one.__code__ = two.__code__
print(one(1), one.__name__)
def g(x, y=1): pass
g.__defaults__ = None
try:
    g(1)
except TypeError as e:
    print(e)
g.__defaults__ = (5, 6)
print(g())
def h(*, k): return k
h.__kwdefaults__ = {"k": "given"}
print(h())
del h.__kwdefaults__
print(h.__kwdefaults__)
lam = lambda x, *y, z=1: x
print(lam.__name__, lam.__qualname__, lam.__doc__, lam.__defaults__, lam.__kwdefaults__, lam.__code__.co_varnames)
class C:
    "class doc"
    def m(self, x=1):
        "method doc"
        def inner(): pass
        return inner
    @classmethod
    def cm(cls): "cm doc"
    @staticmethod
    def sm(): "sm doc"
    m.marked = True
o = C()
print(C.m.__qualname__, o.m.__qualname__, o.m.__name__, o.m.__doc__, o.m.__func__ is C.m, o.m.__self__ is o, o.m().__qualname__, o.m.marked, o.m.__defaults__)
print(C.cm.__self__ is C, C.cm.__func__.__name__, C.sm.__name__, C.__dict__["cm"].__func__ is C.cm.__func__, C.cm.__doc__, C.sm.__doc__)
print(o.m == o.m, o.m is o.m, hash(o.m) == hash(o.m), o.m == C().m, o.m != C.m)
try:
    o.m.attr = 1
except AttributeError as e:
    print(e)
def outer():
    def inner(): pass
    class K:
        def meth(self): pass
        lam = lambda self: 0
    return inner, K
inner, K = outer()
print(inner.__qualname__, K.__qualname__, K.meth.__qualname__, K.lam.__qualname__)
print([fn.__qualname__ for fn in [lambda: 0]], (lambda: (lambda: 0))().__qualname__)
def gen(): yield
print(gen.__code__.co_flags & 0x20, gen().__name__, gen().__qualname__, f.__code__.co_flags & 0x20)
print(len.__name__, len.__qualname__, len.__module__, [].append.__name__, [].append.__qualname__, str.join.__name__, str.join.__qualname__, str.join.__objclass__)
print(f.__get__(1).__self__, callable(f), callable(f.__call__), f.__call__(1, c=2))
from functools import wraps
def deco(fn):
    @wraps(fn)
    def wrapper(*a, **k):
        "wrapper doc"
        return fn(*a, **k)
    return wrapper
@deco
def target(a: int) -> str:
    "target doc"
target.tag = 1
print(target.__name__, target.__doc__, target.__wrapped__.__name__, target.__annotations__, target.tag)
def closure(v):
    def use(): return v
    return use
u = closure(3)
print(len(u.__closure__), u.__closure__[0].cell_contents, u.__code__.co_freevars, closure.__code__.co_cellvars, closure.__code__.co_varnames)
print(closure.__globals__ is globals(), "closure" in closure.__globals__)
def consts(): return 42, "text", None
print(42 in consts.__code__.co_consts or (42, "text", None) in consts.__code__.co_consts, isinstance(consts.__code__.co_code, bytes), consts.__code__.co_names)
def names(): return len(print.__name__)
print(names.__code__.co_names)
import types
print(isinstance(f, types.FunctionType), isinstance(o.m, types.MethodType), isinstance(len, types.BuiltinFunctionType), isinstance(lam, types.LambdaType), isinstance(c, types.CodeType))
bound = types.MethodType(lambda self, x: (self, x), "me")
print(bound(1), bound.__self__)
f2 = types.FunctionType(two.__code__, globals(), "made")
print(f2(5), f2.__name__)
