r = range(5)
print(r, list(r), len(r), r[0], r[-1], r[1:3], r[::-1], r[::2], list(r[::-1]))
print(range(2, 8), range(2, 8, 3), list(range(2, 8, 3)), range(8, 2, -2), list(range(8, 2, -2)), list(range(5, 5)), list(range(0, -3)), len(range(0)))
print(range(0), bool(range(0)), bool(range(1)), range(True), range(False, True))
print(3 in r, 5 in r, -1 in r, 2.0 in r, 2.5 in r, True in r, "a" in r, None in r, 10**30 in r, float("inf") in r, float("nan") in r)
print(6 in range(0, 10, 2), 7 in range(0, 10, 2), 9 in range(9, 0, -3), 0 in range(9, 0, -3), 3 in range(9, 0, -3), 10 in range(9, 0, -3))
print(r == range(5), r == range(0, 5, 1), range(0, 5, 2) == range(0, 6, 2), range(0) == range(2, 1), range(1) == range(0, 1, 5), r == [0, 1, 2, 3, 4], r != range(4))
print(hash(r) == hash(range(0, 5)), hash(range(0)) == hash(range(3, 1)), hash(range(10)), hash(range(2, 9, 3)))
print(r.index(3), r.count(3), r.count(9), range(0, 10, 3).index(9), range(9, -1, -3).index(0), range(5).index(True), range(5).index(2.0), r.count("a"), r.count(2.0))
print(r.start, r.stop, r.step, range(1, 9, 2).start, range(1, 9, 2).stop, range(1, 9, 2).step)
print(list(reversed(r)), list(reversed(range(1, 10, 4))), list(reversed(range(10, 0, -3))), list(reversed(range(0))))
print(type(iter(r)).__name__, iter(r).__length_hint__(), type(reversed(r)).__name__)
a, *b = range(4)
print(a, b)
print(sum(range(101)), max(range(3, 9)), min(range(3, 9)), sorted(range(5, 0, -1)), tuple(range(3)))
for i in range(3):
    print(i, end=" ")
for i in range(3, 0, -1):
    print(i, end=" ")
for i in range(0):
    print("never")
print()
print({range(3): "x"}[range(0, 3)], repr(range(-3, 3)), str(range(1)))
it = iter(range(3))
print(next(it), next(it), next(it), next(it, "end"), next(it, "end"))


class I:
    def __index__(self):
        return 4


print(range(I()), range(1, I(), I()), r[I()], list(range(10))[I():])


class Eq:
    def __eq__(self, other):
        return other == 3


print(Eq() in r, r.index(Eq()), r.count(Eq()))
