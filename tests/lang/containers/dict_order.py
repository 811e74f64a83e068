d = {}
for i in (5, 3, 9, 1):
    d[i] = str(i)
print(list(d))
d[3] = "again"
print(list(d))
del d[3]
d[3] = "last"
print(list(d), d)
for i in range(100):
    d[i] = i
for i in range(0, 100, 2):
    del d[i]
print(list(d)[:8], len(d))
for i in range(0, 100, 4):
    d[i] = -i
print(list(d)[-5:], len(d))
e = d.copy()
print(list(e) == list(d), e == d)
d.clear()
d["x"] = 1
print(d)
s = {}
for w in "the quick brown fox jumps over the lazy dog the end".split():
    s[w] = s.get(w, 0) + 1
print(s)
print(sorted(s.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
print(max(s, key=s.get), min(s), sum(s.values()))
q = {}
for i in range(2000):
    q[i] = i
    if len(q) > 10:
        del q[next(iter(q))]
print(list(q))
lifo = {}
for i in range(5000):
    lifo["k%d" % (i % 7)] = i
    lifo["tmp%d" % i] = i
    lifo.popitem()
print(lifo)
