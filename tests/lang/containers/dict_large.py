d = {}
for i in range(20000):
    d[i * 7919 % 100003] = i
print(len(d), all(d[i * 7919 % 100003] == i for i in range(20000)))
s = {}
for i in range(20000):
    s["key%d" % i] = i
print(len(s), s["key0"], s["key19999"], "key20000" in s)
for i in range(0, 20000, 3):
    del s["key%d" % i]
print(len(s), sum(s.values()), "key3" in s, "key4" in s)
for i in range(0, 20000, 3):
    s["key%d" % i] = -i
print(len(s), sum(s.values()), list(s)[0], list(s)[-1])
for n in (0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 17, 31, 32, 33, 100, 127, 128, 129, 200):
    for make in (lambda i: i, str, lambda i: (i, str(i)), lambda i: i * 2**61, lambda i: i / 4, lambda i: 1 << i):
        t = {make(i): i for i in range(n)}
        assert len(t) == n and all(t[make(i)] == i for i in range(n)) and make(n) not in t
        u = dict(t)
        for i in range(0, n, 2):
            del u[make(i)]
        assert len(u) == n // 2 and all((make(i) in u) == (i % 2 == 1) for i in range(n))
        u.update(t)
        assert u == t and t == u
        v = {}
        v.update(u)
        assert v == t and list(v) == list(u)
        while v:
            k, x = v.popitem()
            assert t[k] == x
print("ok")
m = {1: 1, "a": 2}
for i in range(300):
    m[i] = i
    m[str(i)] = i
    m[i + 0.5] = i
    m[(i,)] = i
print(len(m), m[1], m["1"], m[1.5], m[(1,)])
h = {}
for i in range(64):
    h[i << 32] = i
    h[i * 1024] = i
print(len(h), h[5 << 32], h[5 * 1024])
