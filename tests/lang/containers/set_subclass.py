class S(set):
    def total(self):
        return sum(self)


s = S([1, 2, 3])
print(s, s.total(), len(s), 2 in s, s == {1, 2, 3}, {1, 2, 3} == s, isinstance(s, set))
s.add(4)
s |= {5}
print(s, type(s).__name__)
print(type(s | {1}).__name__, type(s.copy()).__name__, type(s & {1}).__name__, type({1} | s).__name__)
print({9} | s, s - {1, 2}, S(), S() == set(), sorted(S("ba")))


class F(frozenset):
    def __new__(cls, *items):
        return super().__new__(cls, items)


f = F(1, 2)
print(f, hash(f) == hash(frozenset([1, 2])), f == {1, 2}, type(f | {3}).__name__, {f: 1}[frozenset([2, 1])])


class Lower(set):
    def add(self, x):
        super().add(x.lower())

    def __contains__(self, x):
        return super().__contains__(x.lower())


low = Lower()
low.add("ABC")
print(low, "AbC" in low, "x" in low, len(low))
for x in S([7]):
    print(x)
print({*S([1])}, list(S([2])), S([1]) < S([1, 2]), S([1]).issubset([1, 2]))
