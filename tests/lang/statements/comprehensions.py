# Comprehensions: scopes, nesting, conditions, walrus, class bodies, evaluation of the first iterable.
x = "outer"
print([x for x in range(3)], x)
print({x: y for x, y in zip("ab", range(2))}, {x for x in "aab"} == {"a", "b"}, x)
print([i * j for i in range(1, 4) for j in range(1, 4) if i != j])
print([[j for j in range(i)] for i in range(4)])
print([y for x in [[1, 2], [3]] for y in x if y > 1])
print([a if a % 2 else -a for a in range(5)], [a for a in range(20) if a % 2 if a % 3 == 0])
print({k: [v for v in range(k)] for k in range(3)}, {**{i: i for i in range(2)}, "z": 1})
def f():
    k = 2
    return [k * i for i in range(3)], (lambda: [k + i for i in range(2)])(), {k: k for k in range(1)}, k
print(f())
fs = [lambda: i for i in range(3)]
print([g() for g in fs])
fs = [lambda i=i: i for i in range(3)]
print([g() for g in fs])
print([last := i for i in range(4)], last)
def w():
    [inner := i * 2 for i in range(3)]
    return inner, any((hit := v) > 1 for v in [0, 1, 2, 3]), hit
print(w())
print([y for x in range(5) if (y := x * x) % 2 == 0], y)
print([(a, b) for a in range(2) for b in [a + 10]], [c for a in "ab" for b in "cd" for c in (a + b,)])
class C:
    n = 3
    squares = [i * i for i in range(n)]
    try: bad = [n for _ in range(1)]
    except NameError as e: bad = str(e)
    nested = [[j for j in range(2)] for i in range(n)]
print(C.squares, C.bad, C.nested)
try:
    [undefined for _ in [1]]
except NameError as e: print(e)
try:
    [a for a in undefined]
except NameError as e: print(e)
def order():
    log = []
    def t(v): log.append(v); return v
    [t("body%d" % i) for i in (t("iter"), [1, 2])[1] if t("cond") for j in (t("inner"), [0])[1]]
    return log
print(order())
print([i for i in range(3)][::-1], sum([i for i in range(4)]), [*(i for i in "ab")], [i for i in (1, 2)] + [3])
print([(i, s) for i, s in enumerate("ab")], [k for k in {"a": 1}], [v for _, v in {"a": 1}.items()])
print([x for *x, in [(1, 2)]], [x for (x, *_), y in [((1, 2), 3)]])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], {r[0]: r[1:] for r in matrix})
print([not i for i in (0, 1)], [-i for i in (1,)], [i, j] if (i := 1) and (j := 2) else 0)
print([e for e in [[]] if not e], [[] for _ in range(2)], [() for _ in "a"], [None for _ in range(1)])
def recursive(n): return [recursive(i) for i in range(n)]
print(recursive(3))
print([f"{i}:{c}" for i, c in enumerate("ab")], ["%d" % i for i in range(2)], [str(i).zfill(2) for i in range(2)])
print([i for i in range(5) if i not in [j for j in range(3)]], {i: {j: i * j for j in range(2)} for i in range(2)})
def gl():
    global made
    [made := q for q in range(3)]
gl()
print(made)
def params(a, *b, **c): return [a for _ in b], [k for k in c], {k: (a, v) for k, v in c.items()}
print(params(1, 2, 3, z=4))
def exc():
    try: return [1 // i for i in (1, 0)]
    except ZeroDivisionError: return "zero"
print(exc())
big = [i for i in range(1000) if all(i % p for p in range(2, int(i ** 0.5) + 1)) and i > 1]
print(len(big), big[-1])
def shadow(range): return [i for i in range]
print(shadow("xy"))
print([i for i in [1, 2, 3] if i > 1 or i == 1], [i and j for i in (0, 1) for j in (2,)], [(yield_) for yield_ in [1]])
lst = [1, 2, 3]
print([lst.pop() for _ in range(2)], lst, [lst.append(i) for i in range(2)], lst)
it = iter(range(5))
print([(a, next(it)) for a in it if a < 4], list(it))
