a = [5, 2, 9, 1, 5, 6, -3, 0]
print(sorted(a), a)
print(a.sort(), a)
a.sort(reverse=True)
print(a)
words = ["banana", "apple", "Cherry", "date", "apple", "", "applf", "applesauce"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True))
print(sorted([3.5, -1.0, 2, 10**20, -0.0, 0, float("inf"), -float("inf")]))
print(sorted([True, False, 1, 0, 2]))
print(sorted([(2, "b"), (1, "z"), (2, "a"), (1, "a"), (1,), ()]))
print(sorted([(2.5, 1), (2.5, 0), (1, 3)]), sorted([("b", 1), ("a", 2), ("b", 0)]))
print(sorted([[2], [1, 2], [1]]), sorted({"b": 1, "a": 2}), sorted("hello"), sorted({3, 1, 2}))
print(sorted([]), sorted([1]), sorted([2, 1]), sorted([None]))
pairs = [(i % 3, i) for i in range(12)]
print(sorted(pairs, key=lambda p: p[0]))
print(sorted(pairs, key=lambda p: p[0], reverse=True))
print(sorted(pairs, key=lambda p: -p[0]))
print(sorted([1, 2, 3, 4], key=lambda x: x % 2, reverse=1))
print(sorted(["é", "z", "a", "\U0001F600", "\uffff", "aé", "ab"]))
print(sorted(["a\0", "a", "a\0b", "aaaaaaaab", "aaaaaaaa", "aaaaaaaa\0"]))
print(sorted([-1, 1, -(2**63), 2**63 - 1, 0, 2**64, -(2**70)]))
print(sorted([0.5, 2**53 + 1, float(2**53), 2**53]))
calls = []


def key(x):
    calls.append(x)
    return -x


print(sorted([3, 1, 2], key=key), calls)
print(sorted([{"n": 2}, {"n": 1}], key=lambda d: d["n"]))


class V:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return self.v < o.v

    def __repr__(self):
        return "V%d" % self.v


print(sorted([V(3), V(1), V(2)]), sorted([V(3), V(1), V(2)], reverse=True))
print([x.v for x in sorted([V(i * 7919 % 101) for i in range(101)])] == list(range(101)))
