print([1, 2] < [1, 3], [1, 2] < [1, 2], [1, 2] <= [1, 2], [1] < [1, 0], [] < [0], [2] > [1, 9])
print([1, 2] == [1.0, 2.0], [1, [2, 3]] == [1, [2, 3]], [1] == (1,), [1] != (1,), [] == [], [None] == [None])
print([1, "a"] == [1, 2], ["a"] < ["b"], [[1], [2]] < [[1], [3]], [True] == [1])
nan = float("nan")
print([nan] == [nan], nan in [nan], [nan].index(nan), [nan].count(nan))
print(sorted([[3, 1], [2], [3], []]), max([1, 2], [1, 3]), min([[2], [1, 5]]))


class E:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        print("eq", self.v, getattr(other, "v", other))
        return self.v == getattr(other, "v", other)

    def __lt__(self, other):
        print("lt", self.v, other.v)
        return self.v < other.v


print([E(1), E(2)] == [E(1), E(3)])
print([E(1), E(2)] < [E(1), E(3)])
print(E(5) in [E(4), E(5), E(6)])
print([E(1)].index(1), [E(1), 1].count(1))
a = []
a.append(a)
b = []
b.append(b)
try:
    print(a == b)
except RecursionError as e:
    print("RecursionError")
