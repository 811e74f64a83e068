# Recursion, mutual recursion, higher-order functions, partial application, currying.
import functools, operator
def fact(n): return 1 if n < 2 else n * fact(n - 1)
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
def hanoi(n, a="A", b="B", c="C"): return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(fact(20), fact(50), ack(2, 3), len(hanoi(6)), hanoi(2))
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(200), odd(7))
def deep(n): return n if n == 0 else deep(n - 1)
print(deep(900))
def endless(): return endless() + 1
try: endless()
except RecursionError as e: print(type(e).__name__)
def compose(*fs): return functools.reduce(lambda f, g: lambda x: f(g(x)), fs, lambda x: x)
print(compose(lambda x: x + 1, lambda x: x * 2)(5), compose()(3))
def curry(f, n): return f() if n == 0 else (lambda x: curry(functools.partial(f, x), n - 1))
print(curry(lambda a, b, c: a + b * c, 3)(1)(2)(3))
p = functools.partial(int, base=2)
print(p("101"), p.func is int, p.args, p.keywords, functools.partial(p, "11")(), functools.partial(print, "a", sep="-", end="!\n")("b"))
print(functools.reduce(operator.mul, range(1, 6)), functools.reduce(lambda a, b: b + a, "abc"), functools.reduce(max, [3, 9, 2], 5))
try: functools.reduce(operator.add, [])
except TypeError as e: print(e)
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info().currsize, fib.__wrapped__.__name__)
@functools.cache
def stairs(n): return 1 if n <= 1 else stairs(n - 1) + stairs(n - 2)
print(stairs(30))
print(list(map(lambda f: f(4), [abs, str, float, lambda v: v ** 2])), sorted("bAc", key=str.lower), sorted([(1, "b"), (0, "z")], key=operator.itemgetter(1)), max(["aa", "b"], key=len))
print(list(filter(None, [0, 1, "", "x"])), list(map(int, "123")), list(map(max, [1, 5], [3, 2])), list(zip(*[(1, 2), (3, 4)])))
def apply_n(f, n, x):
    for _ in range(n): x = f(x)
    return x
print(apply_n(lambda x: x * 2, 10, 1))
def accumulate(f):
    total = 0
    def inner(x):
        nonlocal total
        total = f(total, x)
        return total
    return inner
acc = accumulate(operator.add)
print([acc(i) for i in range(5)])
Y = lambda f: (lambda x: x(x))(lambda y: f(lambda *a: y(y)(*a)))
print(Y(lambda self: lambda n: 1 if n < 2 else n * self(n - 1))(6))
dispatch = {"+": operator.add, "-": operator.sub, "*": operator.mul}
def calc(tokens):
    stack = []
    for t in tokens.split():
        if t in dispatch: b, a = stack.pop(), stack.pop(); stack.append(dispatch[t](a, b))
        else: stack.append(int(t))
    return stack[0]
print(calc("3 4 + 2 *"), calc("5 1 2 + 4 * + 3 -"))
@functools.singledispatch
def show(x): return "object"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return "list of %d" % len(x)
print(show(1), show([1]), show("s"), show(True))
def power_set(s): return [[]] if not s else (r := power_set(s[1:])) + [[s[0]] + x for x in r]
print(power_set([1, 2, 3]))
def permutations(l): return [l] if len(l) < 2 else [[x] + r for i, x in enumerate(l) for r in permutations(l[:i] + l[i + 1:])]
print(permutations([1, 2, 3]))
def gcd(a, b): return a if b == 0 else gcd(b, a % b)
def flatten(x): return sum(map(flatten, x), []) if isinstance(x, list) else [x]
def qs(l): return l if len(l) < 2 else qs([x for x in l[1:] if x < l[0]]) + [l[0]] + qs([x for x in l[1:] if x >= l[0]])
print(gcd(48, 18), flatten([1, [2, [3]]]), qs([3, 1, 2, 3, 0]))
def trace(depth=0, limit=3): return [depth] + (trace(depth + 1, limit) if depth < limit else [])
print(trace(), trace(limit=1))
print((lambda *a, **k: (len(a), sorted(k)))(*range(3), **{"x": 1}, y=2), [f(3) for f in (lambda x, n=n: x ** n for n in range(3))])
