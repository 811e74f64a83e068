data = {"users": [{"name": "a", "tags": {"x", "y"}, "pos": (1, 2)}, {"name": "b", "tags": set(), "pos": (3, 4)}], "n": {"m": {"k": [1, [2, [3]]]}}}
print(data["users"][0]["name"], sorted(data["users"][0]["tags"]), data["n"]["m"]["k"][1][1][0])
data["users"][1]["tags"].add("z")
data["n"]["m"]["k"][1][1].append(4)
data["users"].append({**data["users"][0], "name": "c"})
print(data["users"][1], data["n"], len(data["users"]))
shallow = dict(data)
shallow["users"][0]["name"] = "changed"
print(data["users"][0]["name"])
grid = [[(r, c) for c in range(3)] for r in range(2)]
print(grid, [list(x) for x in zip(*grid)], sum(grid, []))
tree = {}
for path in ("a/b/c", "a/b/d", "a/e"):
    node = tree
    for part in path.split("/"):
        node = node.setdefault(part, {})
print(tree)
groups = {}
for w in "apple bob cat ant bee cow".split():
    groups.setdefault(w[0], []).append(w)
print(groups, {k: len(v) for k, v in groups.items()})
inv = {}
for k, vs in groups.items():
    for v in vs:
        inv[v] = k
print(inv)
a = [1, 2, [3]]
b = a[:]
b[2].append(4)
b[0] = 99
print(a, b)
matrix = [[1, 2], [3, 4]]
print([[sum(x * y for x, y in zip(r, c)) for c in zip(*matrix)] for r in matrix])
