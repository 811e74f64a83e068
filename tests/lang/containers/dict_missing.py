class D(dict):
    def __missing__(self, key):
        return "missing %r" % (key,)


d = D(a=1)
print(d["a"], d["b"], d, d.get("b"), "b" in d)


class Counter(dict):
    def __missing__(self, key):
        self[key] = 0
        return 0


c = Counter()
for ch in "abracadabra":
    c[ch] += 1
print(c, type(c).__name__, len(c))


class E(dict):
    pass


try:
    E()["x"]
except KeyError as e:
    print("KeyError", e)


class R(dict):
    def __missing__(self, key):
        raise LookupError("no " + key)


try:
    R()["x"]
except LookupError as e:
    print(type(e).__name__, e)


class G(dict):
    def __getitem__(self, key):
        return "got " + key


g = G(a=1)
print(g["a"], g["zz"], g.get("a"), dict(g), {**g}, g.pop("a"))
print(super(D, d).__getitem__("a"))
