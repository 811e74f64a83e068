# Assignment to sequences of targets: starred, nested, any iterable; errors.
a, b = 1, 2
a, b = b, a
print(a, b)
(a, b), c = [3, 4], 5
[a, [b, c]] = 1, (2, 3)
print(a, b, c)
first, *rest = "hello"
*init, last = range(4)
x, *mid, y = [1, 2]
print(first, rest, init, last, x, mid, y)
*all_, = (1, 2)
[*one] = {5}
(*two,) = "ab"
print(all_, one, two)
a, (b, *c), d = 1, "xyz", 4
print(a, b, c, d)
for i, (j, *k) in enumerate([(1, 2, 3), "ab"]): print(i, j, k)
d1, d2 = {"k": 1, "l": 2}
print(d1, d2)
def gen():
    print("g1"); yield 1
    print("g2"); yield 2
    print("g3"); yield 3
try:
    p, q = gen()
except ValueError as e: print(e)
cases = ["a, b = 1", "a, b = None", "a, b = [1]", "a, b = [1, 2, 3]", "a, b = 'x'", "a, b, c = range(5)", "a, *b, c = [1]", "a, b, *c = 'x'", "a, = []", "[] = [1]", "() = ()", "[] = []", "(a, b), c = 1, 2",
         "a, b = {1}", "a, b = iter([])", "*a, b = ()", "a, b = 1.5", "for x, y in [1, 2]: pass", "[x for x, y in [(1,)]]", "a, b = object()", "a, b = {}"]
for text in cases:
    try:
        exec(text)
        print(text, "ok")
    except (ValueError, TypeError) as e: print(text, "->", type(e).__name__, e)
class It:
    def __iter__(self): return iter([7, 8])
class Get:
    def __getitem__(self, i):
        if i < 2: return i * 10
        raise IndexError
m, n = It()
o, p = Get()
print(m, n, o, p)
class Bad:
    def __iter__(self): raise RuntimeError("iter failed")
try:
    a, b = Bad()
except RuntimeError as e: print(e)
class BadNext:
    def __iter__(self): return self
    def __next__(self): raise KeyError("next failed")
try:
    a, *b = BadNext()
except KeyError as e: print(e)
lst = [1, 2, 3, 4]
lst[0], lst[1:3], lst[-1] = "a", ["x", "y", "z"], "end"
print(lst)
class O: pass
o = O()
o.a, o.b = o, 5
print(o.a is o, o.b)
x = [0, 1, 2]
i = 0
i, x[i] = 2, "set"
print(i, x)
(a, b) = (c, d) = "pq"
print(a, b, c, d)
s = {1, 2}
(u, v) = sorted(s)
print(u, v)
print([*range(2), *"ab", *{}], (*[1], *(2,)), {*[1], *{2}}, {**{"a": 1}, **{"a": 2}})
print([(x, y) for x, *y in ["abc", [1]]], {k: v for k, (v, _) in {"a": (1, 2)}.items()})
head, *tail = [1]
print(head, tail, type(tail))
a = *b, = 1, 2
print(a, b)
def swap3(a, b, c):
    a, b, c = c, a, b
    return a, b, c
print(swap3(1, 2, 3))
fib = (0, 1)
for _ in range(10): fib = (fib[1], sum(fib))
print(fib)
matrix = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*matrix)), [list(r) for r in zip(*matrix)], *map(sum, matrix))
(a, b), [c, *d], e = (1, 2), "xyz", None
print(a, b, c, d, e)
