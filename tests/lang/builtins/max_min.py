print(max(1, 2), max(2, 1), max(1, 2, 3), max(3, 1, 2, 5, 4), max([1, 3, 2]), max((1,)), max("abc"), max({1: 2, 5: 0}), max({3, 9, 4}), max(range(5)), max(x * x for x in [1, -4, 3]))
print(min(1, 2), min(2, 1), min(1, 2, 3), min(3, 1, 2, 5, 0), min([1, 3, 2]), min((1,)), min("cab"), min({7: 2, 5: 0}), min({3, 9, 4}), min(range(5)))
print(max([], default=0), min([], default=None), max([1], default=5), max("a", "B", key=str.lower), min("b", "A", key=str.lower), max([1, -5, 3], key=abs), min([[3], [1, 2]], key=len), max(["aa", "b"], key=len, default="z"), max(1, 2, key=None))
print(max(1, 1.0), max(1.0, 1), min(1, True), max(True, 1), max(2**70, 5), max(1.5, 2), max(2**70, 1e30), min(-0.0, 0.0), max("a", "b", "c"), max((1, 2), (1, 3)), max([1], [0, 5]))
print(max(0, *[1, 2]), max(*[4, 5, 6, 7]), min(*"hello"), max([("a", 2), ("b", 2)], key=lambda t: t[1]), min([("a", 2), ("b", 2)], key=lambda t: t[1]))
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __gt__(self, o): return self.v > o.v
    def __repr__(self): return f"K{self.v}"
print(max(K(1), K(3), K(2)), min([K(4), K(2)]))
def bad_key(x): raise ValueError("key")
for f in [lambda: max(), lambda: min(), lambda: max([]), lambda: min(()), lambda: max(5), lambda: min(None), lambda: max(1, "a"), lambda: min("a", 1), lambda: max([1, None]), lambda: max(1, 2, default=3), lambda: max(1, 2, foo=3), lambda: max([1, 2], key=bad_key), lambda: max([1], key=5), lambda: max({}, default="empty"), lambda: max(1j, 2j)]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
