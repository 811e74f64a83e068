s = {1, 2, 3}
print(s, len(s), 2 in s, 9 in s, 2.0 in s, True in s)
print(set(), set("a"), set([3, 1, 2, 3]), set(range(5)), set({1: 2}), frozenset([1, 2]), frozenset())
print({1, 1.0, True}, {0, False})
s.add(4)
s.add(2)
print(s)
print({1, 2} == {2, 1}, {1} != {2}, {1} == frozenset([1]), {1} == [1], set() == frozenset())
print({1, 2} | {2, 3}, {1, 2} & {2, 3}, {1, 2} - {2, 3}, {1, 2} ^ {2, 3})
print({1} < {1, 2}, {1, 2} < {1, 2}, {1, 2} <= {1, 2}, {1, 2} > {1}, {1} >= {1, 2}, {1} < {2}, {1} > {2})
print(bool(set()), bool({0}))
t = s
t |= {10}
t &= {1, 2, 10}
t -= {1}
t ^= {2, 7}
print(s, t is s)
f = frozenset([1])
g = f
g |= {2}
print(f, g, type(g).__name__)
print(type({1} | frozenset([2])).__name__, type(frozenset([1]) | {2}).__name__)
print({x * x for x in range(4)}, {*range(3), *[7]}, {(1, 2), (3, 4)} == {(3, 4), (1, 2)})
print(sorted({"b", "a"}), max({1, 5, 3}), sum({1, 2, 3}))
print(hash(frozenset([1, 2, 3])), hash(frozenset()), hash(frozenset([0])), hash(frozenset([frozenset([1]), 5])))
print({frozenset([1, 2]): "v"}[frozenset([2, 1])], {1, 2} in {frozenset([1, 2])}, frozenset({3}) in {frozenset({3})})
print(set.__name__, type(s) is set, isinstance(f, frozenset), isinstance(f, set))
print([s2 for s2 in ({1}, frozenset({2}), {frozenset({3})})], {None}, {()})
