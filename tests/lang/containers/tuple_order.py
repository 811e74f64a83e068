# Comparisons of tuples, plain and mixed, and tuples as keys.
import heapq

nan = float("nan")
values = [(), (1,), (1, 2), (1, 2.0), (1, "a"), ("a", 1), ("a", "b"), ("é", "b"), (nan,), (1, nan), (1, (2, 3)), (1, (2, "x")), (1, None), (True, 2), (1, 2, 3), (2**70, 1), (0.0,), (-0.0,), ((((((1,),),),),),)]
for a in values:
    row = []
    for b in values:
        try:
            row.append("<" if a < b else ">" if a > b else "=" if a == b else "?")
        except TypeError:
            row.append("T" if a != b else "t")
    print("".join(row))
print([a == b for a in values for b in values].count(True), [hash(a) == hash(b) for a in values[:8] for b in values[:8]].count(True))
d = {v: i for i, v in enumerate(values)}
print(len(d), d[1, 2.0], d[True, 2], d[1.0, 2], (1, nan) in d, d[(0,)], (1, (2, 3.0)) in d, (1, (2, 4)) in d)


class Odd:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Odd) and self.n % 2 == other.n % 2

    def __hash__(self):
        return 7

    def __lt__(self, other):
        return self.n < other.n


print((1, Odd(1)) == (1, Odd(3)), (1, Odd(1)) == (1, Odd(2)), (1, Odd(1)) < (1, Odd(2)), {(1, Odd(1)): "x"}.get((1, Odd(5))), len({(Odd(1),), (Odd(2),), (Odd(3),)}))
heap = []
for item in [(3, "c"), (1, "b"), (1, "a"), (2, (1, 2)), (1.5, "x"), (2, (1, 1))]:
    heapq.heappush(heap, item)
print([heapq.heappop(heap) for _ in range(len(heap))], sorted([("b", 2), ("a", 3), ("b", 1), ("a", 3.5)]), max([(1, "x"), (1, "y")]), min([(2, 1), (1, 5)], [(1, 5), (1, 4)]))
long = tuple(range(600))
print(long == tuple(range(600)), long < tuple(range(599)) + (600,), long > tuple(range(599)), sorted(["b", "a", "é", "B", ""]), "a" < "b", "abc" < "abd", "z" < "é")
