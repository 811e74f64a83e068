print(sorted([3, 1, 2]), sorted("hello"), sorted({"b": 1, "a": 2}), sorted((2, 1)), sorted({3, 1}), sorted(range(3, 0, -1)), sorted(x for x in [2, 1]), sorted([]), sorted([3, 1, 2], reverse=True), sorted([3, 1, 2], reverse=1), sorted([-3, 1, 2], key=abs), sorted(["b", "A", "c"], key=str.lower), sorted([3, 1], key=None))
l = [3, 1, 2]
s = sorted(l)
print(l, s, s is l)
people = [("ann", 30), ("bob", 25), ("cid", 30), ("dan", 25)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True), sorted(people, key=lambda p: (-p[1], p[0])))
print(sorted([1.5, 1, True, 0, -1]), sorted([2**70, 1, -2**70]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], []]), sorted([False, True, False]))
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f"K{self.v}"
print(sorted([K(3), K(1), K(2)]), sorted([K(1), K(2)], reverse=True))
def bad(x): raise KeyError("bad key")
for f in [lambda: sorted([1, "a"]), lambda: sorted(5), lambda: sorted([None, 1]), lambda: sorted([1], key=bad), lambda: sorted([{}, {}]), lambda: sorted([1j, 2j]), lambda: sorted([1, 2], key=5)]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
