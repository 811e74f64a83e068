# K8: a loop over a dict or set goes over the keys present when it began; deleted ones are skipped
d = {"a": 1, "b": 2, "c": 3}
for k in d:
    if k == "a":
        del d["b"]
        d["z"] = 26
    print(k, end=" ")
print(d)
d = {1: "x", 2: "y", 3: "z"}
for k, v in d.items():
    d[k + 10] = v * 2
    if k == 1:
        del d[2]
        d[3] = "changed"
    print(k, v, end=" ")
print(d)
for v in d.values():
    d.clear()
    print(v)
print(d)
s = {1, 2, 3, 4}
seen = []
for x in s:
    seen.append(x)
    s.discard(x + 1)
    s.add(x + 100)
print(seen, sorted(s))
cache = {n: n * n for n in range(10)}
for n in cache.keys():
    if n % 2:
        del cache[n]
print(cache)
d = {1: 1, 2: 2, 3: 3}
print([d.pop(k) for k in d], d)
d = {1: 1, 2: 2}
print({k: d.setdefault(k + 5, k) for k in d}, d)
print(list(d.pop(k) for k in d), d)
d = {"x": 1, "y": 2}
for i, k in enumerate(d):
    del d[k]
    print(i, k)
d = {"x": 1, "y": 2}
for a, b in zip(d, d.items()):
    d[a + a] = 0
    print(a, b)
print(list(map(lambda k: d.pop(k), d)), d)
d = {"x": 1, "y": 2, "w": 3}
it = iter(d)
print(next(it))
d["new"] = 1
del d["y"]
print(list(it))


def gen(d):
    yield from d
    for k in d:
        d[k + "!"] = 0
        yield k


print(list(gen({"p": 1, "q": 2})))


class Registry(dict):
    pass


class Backwards(dict):
    def __iter__(self):
        return iter(sorted(self.keys(), reverse=True))


r = Registry(a=1, b=2)
for k in r:
    r[k * 2] = 0
    r.pop("b", None)
print(r, [k for k in Backwards(a=1, b=2)])
for k in {}:
    print("never")
nested = {"a": {"x": 1}, "b": {"y": 2}}
for k, inner in nested.items():
    for name in inner:
        del inner[name]
    if not inner:
        del nested[k]
print(nested)
