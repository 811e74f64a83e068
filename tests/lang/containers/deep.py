def err(f):
    try:
        return f()
    except RecursionError as e:
        return "RecursionError"


def nest(make, n):
    x = make(None)
    for _ in range(n):
        x = make(x)
    return x


for make in (lambda x: [x], lambda x: (x,), lambda x: {"k": x}):
    a, b = nest(make, 50), nest(make, 50)
    print(a == b, len(repr(a)) > 100)
    a, b = nest(make, 100000), nest(make, 100000)
    print(err(lambda: a == b), err(lambda: repr(a)))
a, b = nest(lambda x: (x,), 50), nest(lambda x: (x,), 50)
print(hash(a) == hash(b))
f = frozenset()
for _ in range(100):
    f = frozenset([f])
g = frozenset()
for _ in range(100):
    g = frozenset([g])
print(f == g, hash(f) == hash(g), {f: 1}[g])
l = []
l.append(l)
print(l, l in [l], [l] == [l], l == l)
d = {}
d[1] = d
print(d, d == d)
s = [1, 2]
t = (s, s)
print(t, [s, s], {"a": s, "b": s})
