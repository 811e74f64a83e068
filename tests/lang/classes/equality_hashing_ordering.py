# __eq__, __hash__ and ordering as used by containers and sorting.
class P:
    def __init__(self, x, y=0): self.x, self.y = x, y
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y) if isinstance(o, P) else NotImplemented
    def __hash__(self): return hash((self.x, self.y))
    def __lt__(self, o): return (self.x, self.y) < (o.x, o.y)
    def __repr__(self): return f"P({self.x},{self.y})"
a, b, c = P(1), P(1), P(2)
print(a == b, a != c, a is b, len({a, b, c}), {a: "first", b: "second"}, [a].index(b), [a, c].count(b), b in (a,), a in {b: 0}, sorted([c, a]), max(a, c), min([c, b]))
print(a == 1, a != 1, [a] == [b], (a, c) == (b, c), {1: a} == {1: b}, {a} == {b}, a.__eq__(5), a.__ne__(b))
class NoHash:
    def __eq__(self, o): return True
for op in (lambda: hash(NoHash()), lambda: {NoHash()}, lambda: {NoHash(): 1}, lambda: set([NoHash()]), lambda: frozenset([NoHash()]), lambda: NoHash() in {1: 2}):
    try: print(op())
    except TypeError as e: print(e)
class HashOnly:
    def __hash__(self): return 7
h, i = HashOnly(), HashOnly()
print(h == i, len({h, i}), hash(h))
class Sub(P): pass
print(Sub(1) == P(1), hash(Sub(1)) == hash(P(1)), Sub.__hash__ is P.__hash__)
class SubEq(P):
    def __eq__(self, o): return False
print(SubEq.__hash__)
class Restored(SubEq): __hash__ = P.__hash__
print(hash(Restored(1)) == hash(P(1)), Restored(1) in {P(1)}, len({Restored(1), Restored(1)}))
class Loud:
    def __init__(self, v): self.v = v
    def __eq__(self, o): print("eq", self.v, getattr(o, "v", o)); return self.v == getattr(o, "v", o)
    def __hash__(self): print("hash", self.v); return 1
d = {Loud(1): "a"}
print(Loud(1) in d, Loud(2) in d)
print(Loud(3) in [1, 3], [Loud(4), 5].index(5))
class Asc:
    def __init__(self, k): self.k = k
    def __lt__(self, o): log.append((self.k, o.k)); return self.k < o.k
log = []
print([x.k for x in sorted([Asc(2), Asc(1), Asc(3)])], log)
class Rev(P):
    def __lt__(self, o): return not super().__lt__(o)
print(sorted([Rev(1), Rev(3), Rev(2)]), sorted([(1, "b"), (1, "a")]), sorted([[2], [1, 5]]))
try: sorted([P(1), 5])
except (TypeError, AttributeError) as e: print(type(e).__name__)
try: sorted([1, "a"])
except TypeError as e: print(e)
people = [("bob", 30), ("al", 25), ("cy", 30)]
print(sorted(people, key=lambda p: (-p[1], p[0])), sorted(people, key=lambda p: p[1], reverse=True), max(people, key=lambda p: len(p[0])))
from functools import cmp_to_key
print(sorted([3, 1, 2], key=cmp_to_key(lambda x, y: y - x)))
x = float("nan")
print(x == x, x in [x], [x].count(x), {x: 1}[x], hash(1) == hash(1.0) == hash(True), len({1, 1.0, True}), {1: "i", 1.0: "f", True: "t"})
class Mutable:
    def __init__(self, v): self.v = v
    def __hash__(self): return hash(self.v)
    def __eq__(self, o): return self.v == o.v
m = Mutable(1)
s = {m}
m.v = 2
print(m in s, Mutable(1) in s, len(s))
print((1, 2) == [1, 2], "a" == b"a", 1 == "1", None == 0, [] == (), {} == set(), frozenset({1}) == {1}, range(3) == range(0, 3), slice(1) == slice(1), 0.1 + 0.2 == 0.3)
