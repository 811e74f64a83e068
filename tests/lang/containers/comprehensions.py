print([x * y for x in range(3) for y in range(2)], [[y for y in range(x)] for x in range(3)], [x for x in range(10) if x % 2 if x > 3])
print({x: x * x for x in range(3)}, {x % 3 for x in range(10)}, {k: v for k, v in {"a": 1}.items()}, sorted({c for c in "hello"}))
print(list(x + 1 for x in range(3)), sum(x for x in range(4)), any(x > 2 for x in range(4)), all(x < 3 for x in range(4)))
print([(i, j) for i, j in enumerate("ab")], [a + b for a, b in zip([1, 2], [3, 4])], [[0] * 2 for _ in range(2)])
m = [[1, 2], [3, 4]]
print([v for row in m for v in row], [list(c) for c in zip(*m)], [row[::-1] for row in m])
print({v: k for k, v in {"a": 1, "b": 2}.items()}, {i: [j for j in range(i)] for i in range(3)})
x = "outer"
y = [x for x in range(3)]
print(x, y)
f = [lambda: i for i in range(3)]
print([g() for g in f])
print([n for n in range(2, 30) if all(n % d for d in range(2, n))])
try:
    [1 / x for x in [1, 0]]
except ZeroDivisionError as e:
    print(e)
gen = (x for x in [1, 2, 3])
print(next(gen), list(gen), list(gen))
print([z := 5, z + 1], [last := v for v in range(3)], last)
