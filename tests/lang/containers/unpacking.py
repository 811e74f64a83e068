a, b = [1, 2]
c, (d, e), *f = 1, [2, 3], 4, 5
print(a, b, c, d, e, f)
*g, h = "xyz"
print(g, h)
i, *j = {1: 2, 3: 4}
print(i, j)
(k,) = {9}
print(k)
[l, m] = iter(range(2))
print(l, m)
print(*[1, 2], *"ab", *{3: 4}, *range(2), sep=",")
print([*range(2), *[5]], (*"ab",), {*[1, 1]}, {**{"a": 1}, **dict(b=2)})


def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


def two(x):
    a, b = x
    return a, b


def star(x):
    a, b, *c = x
    return a, b, c


for x in ([1], [1, 2, 3], [], "a", "ab", (1, 2), {1: 1, 2: 2}, iter([1]), iter([1, 2, 3]), range(2), range(3), 5, None, {1}):
    err(lambda: two(x))
for x in ([1], [], [1, 2], "abc", iter([1])):
    err(lambda: star(x))
