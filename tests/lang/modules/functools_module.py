from functools import *
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 7))
try: reduce(lambda a, b: a, [])
except TypeError as e: print(e)
def f(a, b, c=3, *args, **kw):
    "doc of f"
    return a, b, c, args, kw
p = partial(f, 1, c=9); print(p(2), p(2, z=1), p.func is f, p.args, p.keywords, partial(p, 5)(), partial(int, base=2)('101'))
def deco(fn):
    @wraps(fn)
    def w(*a, **k): return fn(*a, **k)
    return w
g = deco(f); print(g.__name__, g.__doc__, g.__wrapped__ is f, g(1, 2))
calls = []
@lru_cache(maxsize=2)
def sq(x):
    calls.append(x); return x * x
print([sq(1), sq(2), sq(1), sq(3), sq(2)], calls, sq.cache_info()); sq.cache_clear(); print(sq.cache_info(), sq.__name__, sq.cache_parameters())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
@lru_cache
def kw(a, b=1): return (a, b)
print(kw(1), kw(1, b=2), kw(a=1), kw.cache_info())
@lru_cache(maxsize=None, typed=True)
def ty(x): return type(x).__name__
print(ty(1), ty(1.0), ty(True), ty.cache_info().currsize)
try: sq([1])
except TypeError as e: print(e)
class C:
    n = 0
    @cached_property
    def v(self): C.n += 1; return C.n
    @lru_cache
    def m(self, x): return x + 1
c = C(); print(c.v, c.v, C().v, 'v' in c.__dict__, c.m(1), c.m(1)); del c.v; print(c.v)
@total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(T(1) < T(2), T(1) <= T(1), T(2) > T(1), T(1) >= T(2), sorted([T(3), T(1)])[0].v)
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), sorted('bca', key=cmp_to_key(lambda a, b: (a > b) - (a < b))))
@singledispatch
def show(x): return 'other'
@show.register
def _(x: int): return 'int'
@show.register(list)
def _(x): return 'list'
@show.register(str)
@show.register(bytes)
def _(x): return 'text'
print(show(1), show(True), show([]), show('a'), show(b''), show(2.5), show.dispatch(int)(3))
class D:
    @singledispatchmethod
    def go(self, x): return 'any'
    @go.register
    def _(self, x: int): return 'int'
    def base(self, a, b): return a, b
    half = partialmethod(base, 1)
print(D().go(1), D().go('s'), D().half(2))
