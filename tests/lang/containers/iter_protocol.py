class Hint:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return iter(range(self.n))

    def __len__(self):
        return 10**9


print(list(Hint(3)), tuple(Hint(2)), set(Hint(2)), sum(Hint(4)), sorted(Hint(3), reverse=True), [*Hint(2)])
a = [0]
a += Hint(2)
a[1:1] = Hint(2)
a.extend(Hint(1))
print(a, dict(zip(Hint(2), Hint(2))), dict.fromkeys(Hint(2)), max(Hint(5)), list(enumerate(Hint(2))), list(filter(None, Hint(3))))


def g():
    yield 1
    yield 2


print(list(g()), tuple(g()), set(g()), dict.fromkeys(g()), [*g()], sum(g()), list(zip(g(), g())), list(map(str, g())), sorted(g()))
x = [9]
x[0:1] = g()
x += g()
print(x, {1}.union(g()), {1, 5} & set(g()), {1, 5}.intersection(g()), {1, 5}.difference(g()), {1, 5}.symmetric_difference(g()), {1, 5}.issuperset(g()), {1, 2, 5}.issuperset(g()))
print(list(reversed(list(g()))), list(iter(g().__next__, 2)), 2 in g(), 3 in g())


class Chain:
    def __init__(self, *its):
        self.its = [iter(i) for i in its]

    def __iter__(self):
        return self

    def __next__(self):
        while self.its:
            for v in self.its[0]:
                return v
            self.its.pop(0)
        raise StopIteration


print(list(Chain([1, 2], "ab", {3: 4}, range(2), {5}, (6,), g())))
it = iter([1, 2, 3])
for x in it:
    print(x, next(it, None))
it = iter({1: "a", 2: "b"}.items())
k, v = next(it)
print(k, v, list(it))
z = zip([1, 2], [3, 4])
(a, b), (c, d) = z
print(a, b, c, d)
e = enumerate(g())
print(next(e), next(e), next(e, "done"), next(e, "done"))
print([x for x in map(lambda p: p[0] * p[1], enumerate([5, 6, 7]))], list(map(list, zip(*[iter("abcdef")] * 2))))
