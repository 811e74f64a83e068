for make in (lambda: iter([1, 2]), lambda: iter((1, 2)), lambda: iter({1: 0, 2: 0}), lambda: iter({1, 2}), lambda: iter(range(1, 3)), lambda: iter({1: 1, 2: 2}.values()),
             lambda: reversed([2, 1]), lambda: map(int, "12"), lambda: filter(None, [1, 0, 2]), lambda: iter([2, 1][::-1])):
    it = make()
    print(type(it).__name__, iter(it) is it, next(it), it.__next__(), next(it, "end"), next(it, "end"), list(it), it.__iter__() is it)
    try:
        next(it)
    except StopIteration as e:
        print(repr(e), e.value)
    try:
        it.__next__()
    except StopIteration as e:
        print(repr(e))
print([iter(x).__length_hint__() for x in ([1, 2, 3], (1, 2), {1: 1}, {1, 2}, range(7), {1: 1}.items())])
it = iter([1, 2, 3])
next(it)
print(it.__length_hint__(), list(it), it.__length_hint__())
a, b = iter([1, 2]), iter([3])
print(a == b, a == a, a != b, bool(a), hash(a) == hash(a))
it = iter([1, 2, 3, 4])
print(list(zip(it, it)))
it = iter(range(10))
print(3 in it, list(it))
it = iter([5, 6])
x, y = it
print(x, y)
print([*iter((1, 2))], {*iter([1])}, dict(iter([(1, 2)])), sum(iter([1, 2])), max(iter([3, 9])), sorted(iter([2, 1])), list(iter(iter([1]))))


class Seq:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10


print(list(Seq()), [x for x in Seq()], 20 in Seq(), 21 in Seq(), tuple(Seq()), max(Seq()), type(iter(Seq())).__name__)


class Stops:
    def __getitem__(self, i):
        if i == 2:
            raise StopIteration
        return i


print(list(Stops()))


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Count(3)), sum(Count(4)), [*Count(2)], list(map(str, Count(2))), list(zip(Count(3), "abc")), list(enumerate(Count(2))), sorted(Count(3)))
c = [0]


def step():
    c[0] += 1
    return c[0]


print(list(iter(step, 5)), c)
print(type(iter(step, 0)).__name__)


def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: iter(5))
err(lambda: iter(None))
err(lambda: next([]))
err(lambda: next(5))
err(lambda: list(iter(step)))
err(lambda: iter(5, 6))


class BadIter:
    def __iter__(self):
        return 5


err(lambda: iter(BadIter()))
err(lambda: list(BadIter()))


class NoIter:
    __iter__ = None


err(lambda: list(NoIter()))


class Raises:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("next")


err(lambda: list(Raises()))
err(lambda: sum(Raises()))
err(lambda: list(zip(Raises(), [1])))
err(lambda: [x for x in Raises()])
err(lambda: set(Raises()))
err(lambda: dict(Raises()))
err(lambda: tuple(Raises()))
err(lambda: [].extend(Raises()))
