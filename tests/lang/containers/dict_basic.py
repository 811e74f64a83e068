d = {"a": 1, "b": 2, 3: "c", (1, 2): None, 1.5: True}
print(d, len(d), d["a"], d[3], d[(1, 2)], d[3.0])
d["a"] = 10
d["z"] = 26
del d["b"]
print(d, "a" in d, "b" in d, "b" not in d, 3 in d, True in d)
print(list(d), list(d.keys()), list(d.values()), list(d.items()))
print(dict(), dict(d) == d, dict([("x", 1), ["y", 2], "zw"]), dict(a=1, b=2), dict({"a": 1}, a=2, c=3), dict(zip("ab", [1, 2])))
print({1: "int", 1.0: "float", True: "bool"}, {0: 0, False: 1})
print({**{"a": 1}, "b": 2, **{"a": 3}})
print({k: v for k, v in zip("abc", range(3))})
print(bool({}), bool({0: 0}))
print({1: 2} == {1: 2.0}, {1: 2} != {1: 3}, {1: 2, 3: 4} == {3: 4, 1: 2}, {} == [], {1: 1} == {1: 1, 2: 2})
print({} == {}, {"a": {"b": [1]}} == {"a": {"b": [1]}})
for k in d:
    print(k, end=" ")
print()
for k, v in d.items():
    print(k, v, end=";")
print()
print({"a": {"b": {}}}, {None: None}, {"q'": 'w"'}, {-1: -2, -2: -1})
print(dict.__name__, type({}) is dict, d.__len__(), d.__contains__("a"), d.__getitem__("a"))
e = {}
e["self"] = e
print(e)
print({"x": 1} | {"y": 2}, {"x": 1} | {"x": 2})
e = {"x": 1}
f = e
e |= {"y": 2}
e |= [("z", 3)]
print(e, f is e)
