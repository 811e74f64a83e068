class K:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return hash(self.v)

    def __eq__(self, o):
        print("eq", self.v, o.v if isinstance(o, K) else o)
        return isinstance(o, K) and self.v == o.v

    def __repr__(self):
        return "K(%r)" % self.v


a = K(1)
d = {a: "a"}
print(d[a], d.get(a), a in d)
print(d[K(1)], K(2) in d, K(1) in d)
d[K(1)] = "b"
print(d)
print(d.get(1), 1 in d)
s = "".join(["ke", "y"])
e = {"key": 1}
print(e[s], s in e, e.get("ke" + "y"))
nan = float("nan")
f = {nan: "nan"}
print(f[nan], nan in f)
print({1: "a", True: "b", 1.0: "c", 2**64: "d", float(2**64): "e"})


class S(str):
    pass


g = {"x": 1}
print(g[S("x")], S("x") in g)
g[S("y")] = 2
print(g["y"], list(g), type(list(g)[1]).__name__)
g["y"] = 3
print(g, len(g))


class S2(str):
    def __hash__(self):
        return 1

    def __eq__(self, o):
        return True


h = {S2("a"): 1}
print("a" in h, h.get("a"))
i = {"": 1, "é": 2, "日本": 3, "a" * 1000: 4}
print(i[""], i["é"], i["日本"], i["a" * 1000])
print({b"x": 1, "x": 2}[b"x"])
print({None: 1, ...: 2, int: 3, len: 4}[...])
