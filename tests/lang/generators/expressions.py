# Generator expressions and generators as iterators: laziness, scopes, consumption.
def trace(x):
    print("made", x)
    return x
g = (trace(i) for i in range(3))
print("lazy", next(g), next(g))
print(list(g), list(g), type(g).__name__, g.__name__, g.__qualname__)
x = 5
g = (x * i for i in range(3))
x = 10
print(list(g))
src = [1, 2]
g = (i for i in src)
src = [9]
print(list(g))
try:
    g = (i for i in undefined_name)
except NameError as e:
    print(e)
g = (undefined_name for i in [1])
try:
    next(g)
except NameError as e:
    print(e)
g = (i for i in range(2) for j in missing)
try:
    next(g)
except NameError as e:
    print(e)
print(sum(i for i in range(5)), max((i for i in [3, 1]), default=0), sorted(i for i in "cab"), dict((k, 1) for k in "ab"), "-".join(c for c in "abc"), set(i % 2 for i in range(5)), tuple(i for i in ()))
print(list((i, j) for i in range(3) if i for j in range(i) if j or i == 1))
print(any(i > 2 for i in range(5)), all(i for i in [1, 0]), [*(i for i in "xy")], list(zip((i for i in range(3)), "abc")))
print(list(list(j for j in range(i)) for i in range(3)), next((i for i in range(9) if i > 5), None), next((i for i in ()), "none"))
def f():
    a = 1
    g = (a + i for i in range(2))
    a = 100
    return list(g)
print(f())
class C:
    n = 3
    data = [1, 2]
    total = sum(d for d in data)
    try:
        bad = list(d * n for d in data)
    except NameError as e:
        bad = str(e)
print(C.total, C.bad)
funcs = list(lambda: i for i in range(3))
print([f() for f in funcs])
def firsts(n):
    it = (i for i in range(100))
    out = [next(it) for _ in range(n)]
    return out, next(it)
print(firsts(3))
it = iter(range(6))
print([(a, b) for a, b in zip(it, it)])
def count(n=0):
    while True:
        yield n
        n += 1
from itertools import islice, takewhile
print(list(islice(count(5), 3)), list(takewhile(lambda v: v < 3, count())), [i for i, _ in zip(count(), "abc")])
def primes():
    seen = []
    for n in count(2):
        if all(n % p for p in seen):
            seen.append(n)
            yield n
print(list(islice(primes(), 10)))
def pipeline(src):
    evens = (n for n in src if n % 2 == 0)
    squares = (n * n for n in evens)
    return (s + 1 for s in squares)
print(list(pipeline(range(7))))
a, b, *c = (i for i in range(5))
print(a, b, c)
print(3 in (i for i in range(5)), 9 in (i for i in range(5)))
g = (i for i in range(5))
print(2 in g, list(g))
def unpack(*a): return a
print(unpack(*(i for i in range(3))), max(*(i for i in [4, 8])))
print(list(x for x in range(5) if (y := x) > 2), y)
print([len(list(g)) for g in [(i for i in "ab"), (i for i in "abc")]])
def gen_with_return():
    yield from (i for i in range(2))
    return
    yield 99
print(list(gen_with_return()))
def empty():
    if False: yield
print(list(empty()))
def lambda_gen(): return (lambda: (yield 5))()
print(list(lambda_gen()))
def nested_function():
    def inner(): yield 1
    return inner()
print(list(nested_function()))
class Node:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
print(list(Node(1, Node(2, Node(3)), Node(4))))
print(sum(len(s) for s in ("a", "bb")), [g for g in [0]], repr(type(i for i in ())))
try:
    for i in (10 // d for d in (5, 2, 0, 1)): print(i)
except ZeroDivisionError as e:
    print(e)
try:
    len(i for i in [])
except TypeError as e:
    print(e)
