d = {"a": 1, "b": 2}
print(d.get("a"), d.get("zz"), d.get("zz", 5), d.get("a", 5))
print(d.setdefault("a", 100), d.setdefault("c", 3), d.setdefault("n"), d)
print(d.pop("n"), d.pop("c"), d.pop("zz", "default"), d.pop("a", None), d)
print(d.update({"x": 1}), d.update([("y", 2)], z=3), d.update(w=4), d.update(), d)
print(d.popitem(), d.popitem(), d)
c = d.copy()
c["new"] = 1
print(c, d)
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict.fromkeys({}), {}.fromkeys((1,), "x"), dict.fromkeys(range(3), []))
print(d.clear(), d, c)
d.update(c)
print(d, list(reversed(d)), list(reversed(d.items())), list(reversed(d.values())), list(reversed(d.keys())))
print(d.keys(), d.values(), d.items())


class M:
    def keys(self):
        return ["k1", "k2"]

    def __getitem__(self, k):
        return k.upper()


print(dict(M()), {**M()})
d = {}
d.update(M())
print(d)
d.__init__({"extra": 1}, more=2)
print(d)
print({"self": 1}.copy(), dict(self=1), dict(iterable=3))
x = {}
x.update(self=5, other=6)
print(x)
for i in range(5):
    x[i] = i
while x:
    print(x.popitem(), end=" ")
print(x)
