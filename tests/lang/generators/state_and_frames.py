# States of generators, gi_frame, re-entrancy, generators stored and shared.
def g(a):
    b = a + 1
    got = yield b
    c = got
    yield c
x = g(1)
print(x.gi_frame.f_locals, x.gi_running, x.gi_suspended, x.gi_code.co_name, x.gi_yieldfrom)
print(next(x), sorted(x.gi_frame.f_locals.items()), x.gi_suspended)
print(x.send(5), sorted(x.gi_frame.f_locals.items()))
print(next(x, "end"), x.gi_frame, x.gi_running, x.gi_suspended)
def lines():
    yield 1
    yield 2
l = lines()
first = l.gi_frame.f_lineno
next(l)
second = l.gi_frame.f_lineno
next(l)
print(second - first, l.gi_frame.f_lineno - second, l.gi_code is lines.__code__)
shared = (i for i in range(6))
def take(n): return [next(shared) for _ in range(n)]
print(take(2), take(3), list(shared))
def self_closing():
    try:
        yield 1
        it.close()
    except ValueError as e: yield str(e)
it = self_closing()
print(next(it), next(it))
def recursive(n):
    if n: yield from recursive(n - 1)
    yield n
print(list(recursive(5)), max(recursive(50)))
def many():
    gens = [g(i) for i in range(3)]
    return [next(x) for x in gens], [x.send(i) for i, x in enumerate(gens)]
print(many())
class Tree:
    def __init__(self, v, l=None, r=None): self.v, self.l, self.r = v, l, r
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r
t = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6, Tree(5)))
print(list(t), 5 in t, sorted(t, reverse=True)[:2], sum(t))
def avg():
    total = n = 0
    mean = None
    while True:
        v = yield mean
        if v is None: return mean
        total += v; n += 1
        mean = total / n
a = avg()
next(a)
print([a.send(v) for v in (10, 20, 30)])
try: a.send(None)
except StopIteration as s: print(s.value)
def coroutine_pipeline(sink):
    while True:
        v = yield
        sink.append(v * 2)
out = []
p = coroutine_pipeline(out)
next(p)
for v in range(3): p.send(v)
p.close()
print(out)
try: p.send(1)
except StopIteration: print("closed")
def scheduler():
    tasks = [(n, iter(range(n))) for n in (2, 1, 3)]
    while tasks:
        n, t = tasks.pop(0)
        try:
            yield n, next(t)
            tasks.append((n, t))
        except StopIteration: yield n, "done"
print(list(scheduler()))
def with_default(x=[]):
    x.append(1)
    yield len(x)
print(next(with_default()), next(with_default()))
def kw(*a, k=1, **d): yield a, k, d
print(next(kw(1, k=2, z=3)))
print(type(g).__name__, type(g(1)).__name__, callable(g(1)), iter(x) is x)
import types
print(isinstance(g(1), types.GeneratorType))
