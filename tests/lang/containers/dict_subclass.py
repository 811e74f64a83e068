class D(dict):
    def double(self):
        return {k: v * 2 for k, v in self.items()}


d = D({"a": 1}, b=2)
print(d, d.double(), len(d), d == {"a": 1, "b": 2}, isinstance(d, dict), type(d.copy()).__name__)
d["c"] = 3
del d["a"]
print(d, list(d), "b" in d, d.get("zz", 0), sorted(d.items()))
print(type(d | {}).__name__, type({} | d).__name__, d | {"q": 1})
print(type(D.fromkeys("ab")).__name__, D.fromkeys("ab", 1))
d.update(x=1)
d |= {"y": 2}
print(d, type(d).__name__)
d.attr = 5
print(d.attr, d)


class Upper(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)

    def __init__(self, *args, **kw):
        super().__init__()
        for k, v in dict(*args, **kw).items():
            self[k] = v


u = Upper({"a": 1}, b=2)
u["c"] = 3
print(u, u["A"])


class Rev(dict):
    def __iter__(self):
        return iter(["k"])

    def keys(self):
        return ["k"]

    def __getitem__(self, k):
        return "v-" + k


print(dict(Rev(x=1)), {**Rev(x=1)}, list(Rev(x=1)))


class Default(dict):
    def __init__(self, factory):
        self.factory = factory

    def __missing__(self, key):
        v = self[key] = self.factory()
        return v


dd = Default(list)
dd["x"].append(1)
dd["x"].append(2)
dd["y"].append(3)
print(dd)
for k, v in dd.items():
    print(k, v)
print(dict(dd), len(dd), bool(Default(int)))
