# Decorators: order of evaluation, stacking, classes, arguments, any expression.
log = []
def deco(name):
    log.append("eval " + name)
    def apply(f):
        log.append("apply %s to %s" % (name, getattr(f, "__name__", f)))
        return f
    return apply
@deco("first")
@deco("second")
@deco("third")
def f(x=log.append("default")): pass
print(log)
log.clear()
@deco("a")
@deco("b")
class C(log.append("base") or object):
    log.append("body")
print(log)
def replace(f): return "replaced"
@replace
def g(): pass
print(g)
class Counter:
    def __init__(self, f): self.f = f; self.n = 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
    def __get__(self, obj, cls):
        import functools
        return functools.partial(self, obj)
@Counter
def double(x): return x * 2
print(double(3), double(4), double.n)
class K:
    @Counter
    def m(self, x): return (type(self).__name__, x)
    @property
    @Counter
    def p(self): return "p"
    @staticmethod
    @Counter
    def s(x): return x
print(K().m(5), K().p, K.s(6))
decos = {"x": [lambda f: lambda: f() + "!"]}
@decos["x"][0]
def shout(): return "hey"
print(shout())
@(lambda f: f)
def ident(): return 1
@(yes := lambda f: ("walrus", f()))
def w(): return 2
print(ident(), w, yes.__name__)
@lambda f: [f]
def lst(): pass
print(type(lst))
@K.s if True else None
def cond(): pass
print(cond.__name__)
def memo(f):
    cache = {}
    def wrapper(*args):
        if args not in cache: cache[args] = f(*args)
        return cache[args]
    wrapper.cache = cache
    return wrapper
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), len(fib.cache))
def repeat(times, *, sep=","):
    def deco(f):
        def wrapper(*a, **k): return sep.join([f(*a, **k)] * times)
        return wrapper
    return deco
@repeat(3, sep="-")
def word(w): return w
print(word("ab"))
def register(table):
    def deco(obj):
        table[obj.__name__] = obj
        return obj
    return deco
table = {}
@register(table)
def r1(): pass
@register(table)
class R2: pass
print(sorted(table))
def singleton(cls):
    instance = cls()
    return lambda: instance
@singleton
class Config:
    value = 3
print(Config() is Config(), Config().value)
def add_method(cls):
    cls.extra = lambda self: "extra " + type(self).__name__
    return cls
@add_method
class Plain: pass
print(Plain().extra())
try:
    @undefined
    def nope(): pass
except NameError as e:
    print(e)
try:
    @5
    def nope(): pass
except TypeError as e:
    print(e)
print("nope" in globals())
class Meta(type):
    def __call__(cls, f): return (cls.__name__, f.__name__)
class AsDeco(metaclass=Meta): pass
@AsDeco
def made(): pass
print(made)
class Chain:
    def __init__(self): self.items = []
    def __getattr__(self, name): self.items.append(name); return self
    def __call__(self, f): return self.items + [f.__name__]
@Chain().alpha.beta
def chained(): pass
print(chained)
