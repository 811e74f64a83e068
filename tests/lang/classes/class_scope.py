# Scope rules of class bodies, name mangling, class attributes, nested classes, special attributes.
x = "global"
class A:
    y = x
    x = "class"
    z = x
    def f(self): return x
    g = lambda self: x
    elems = [1, 2, 3]
    total = sum(i for i in elems)
    doubled = [i * 2 for i in elems]
    try:
        crossed = [i for i in range(2) if x]
        scoped = [elems[0] for _ in range(1)]
    except NameError as e:
        err = str(e)
    class Inner:
        v = x
        def h(self): return x
    if True:
        cond = "yes"
    for loop in range(3): pass
    del loop
    print("in body", y, z, __module__, __qualname__)
    locals()["dynamic"] = 5
print(A.y, A.x, A.z, A().f(), A().g(), A.total, A.doubled, A.crossed, A.err, A.Inner.v, A.Inner().h(), A.cond, hasattr(A, "loop"))
print(A.Inner.__qualname__, A.f.__qualname__, A.g.__qualname__, A.Inner.h.__qualname__, A.Inner.__name__)
def outer():
    x = "outer"
    class B:
        x = x
        def f(self): return x
    class C:
        y = x
        def f(self): return x
    return B, C
try:
    outer()
except NameError as e:
    print(type(e).__name__, e)
def outer2():
    v = "outer2"
    class C:
        w = v
        def f(self): return v
        @classmethod
        def make(cls): return cls()
        class D:
            def g(self): return v
    return C
C = outer2()
print(C.w, C().f(), C.D().g(), C.__qualname__, C.D.__qualname__, C.f.__qualname__)
def outer3():
    n = 0
    class Counter:
        nonlocal n
        n = 5
        def inc(self):
            nonlocal n
            n += 1
            return n
    return Counter(), lambda: n
k, get = outer3()
print(k.inc(), k.inc(), get(), hasattr(type(k), "n"))
class G:
    global made_global
    made_global = 7
    def f(self):
        global also
        also = 8
G().f()
print(made_global, also, hasattr(G, "made_global"))

class M:
    __private = 1
    __dunder__ = 2
    __trailing_ = 3
    _single = 4
    def __init__(self):
        self.__x = 5
        self.__y__ = 6
    def __method(self, __arg=9): return (self.__x, self.__private, __arg)
    def call(self): return self.__method()
    def kw(self): return self.__method(_M__arg=3)
    def names(self):
        __local = 3
        return sorted(locals())
    def other(self, o): return o.__x
    def glob(self):
        global __g
        __g = 4
    def lit(self): return getattr(self, "__x", "string not mangled")
m = M()
print(sorted(n for n in dir(m) if "M__" in n), m.call(), m.kw(), m.names(), m.other(M()), m.lit(), m.__y__, M.__dunder__, M._M__trailing_)
m.glob()
print(_M__g)
for stmt in ("m.__x", "M.__private"):
    try:
        exec(stmt)
    except AttributeError as e:
        print(e)
class _Under:
    __v = 1
    def get(self): return self.__v
class __:
    __v = 2
    def get(self): return self.__v
print(_Under().get(), sorted(n for n in vars(_Under) if "v" in n), __().get(), sorted(n for n in vars(__) if n.endswith("_v")))
class Sub(M):
    __private = "sub"
    def mine(self): return self.__private, self._M__private
print(Sub().mine())
class Cls:
    """Doc string."""
    a: int = 1
    b: "str"
    c = 2
print(Cls.__doc__, Cls.__annotations__, Cls.__module__, Cls.__name__, Cls.__bases__, Cls.__base__, Cls.__mro__[-1], Cls.__dict__["a"], type(Cls.__dict__).__name__, hasattr(Cls, "b"))
class NoDoc: pass
print(NoDoc.__doc__, NoDoc.__annotations__, NoDoc().__doc__)
Cls.__doc__ = "new"
Cls.__name__ = "Renamed"
Cls.__qualname__ = "Q.Renamed"
print(Cls.__doc__, Cls.__name__, Cls)
try:
    Cls.__name__ = 5
except TypeError as e:
    print(e)
try:
    Cls.__dict__["q"] = 1
except TypeError as e:
    print(e)
print([s.__name__ for s in M.__subclasses__()])
