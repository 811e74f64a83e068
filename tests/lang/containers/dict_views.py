d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
d["d"] = 4
print(k, list(v), len(i))
print("a" in k, "zz" in k, 1 in v, 99 in v, ("a", 1) in i, ("a", 2) in i, ("zz", 1) in i, 5 in i, ("a",) in i, ["a", 1] in i)
print(sorted(k & {"a", "zz"}), sorted(k | {"zz"}), sorted(k - {"a"}), sorted(k ^ {"a", "zz"}))
print(sorted({"a", "zz"} & k), sorted({"zz"} | k), sorted({"a", "zz"} - k), sorted({"a", "zz"} ^ k))
print(sorted(i & {("a", 1), ("b", 9)}), sorted(i - {("a", 1)}), sorted(i | {("q", 1)}), sorted(i ^ {("a", 1)}))
print(sorted(k & ["a", "b", "nope"]), sorted(k - ["a"]), sorted(k | "xy"), type(k & k).__name__)
print(k == {"a", "b", "c", "d"}, k == d.keys(), k == {"a"}, k != {"a"}, k == ["a", "b", "c", "d"], {"a", "b", "c", "d"} == k)
print(k < {"a", "b", "c", "d", "e"}, k <= k, k > {"a"}, k >= {"a", "b"}, k < k, i == set(d.items()), i >= {("a", 1)})
print(k.isdisjoint(["x"]), k.isdisjoint(["a"]), i.isdisjoint({("a", 1)}), k.isdisjoint({}.keys()))
print(v == v, v == d.values(), d.values() == d.values())
print(type(k).__name__, type(v).__name__, type(i).__name__, type(iter(k)).__name__, type(iter(v)).__name__, type(iter(i)).__name__)
print(list(reversed(k)), list(reversed(v)), list(reversed(i)))
print({}.keys(), {}.values(), {}.items(), bool({}.keys()), bool(k))
print(max(v), sum(v), sorted(i, reverse=True)[0], list(zip(k, v))[:2], set(v) == {1, 2, 3, 4}, tuple(k))
u = {1: [1], 2: [2]}
print((1, [1]) in u.items(), (2, [1]) in u.items(), u.items() == {1: [1], 2: [2]}.items())


def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: hash(k))
err(lambda: hash(i))
err(lambda: k[0])
err(lambda: k & 5)
err(lambda: k | [[]])
err(lambda: v & {1})
err(lambda: v - {1})
err(lambda: u.items() & {1})
err(lambda: k + k)
err(lambda: k < 5)
err(lambda: v < v)
err(lambda: [] in k)
err(lambda: ([], 1) in i)
err(lambda: k.isdisjoint(5))
x = {}
x["v"] = x.values()
print(x)
print(hash(d.values()) == hash(d.values()) or True)
