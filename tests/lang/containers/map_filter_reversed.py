print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(map(max, [1, 5], [3, 2], [2, 9])), list(map(int, [])))
print(list(filter(None, [0, 1, "", "a", [], [0], None])), list(filter(lambda x: x > 1, range(4))), list(filter(bool, [0, 1, 2])), list(filter(str.isalpha, "a1b2")))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({1: 1, 2: 2})), list(reversed({"a": 1}.items())))
print(list(map(lambda *a: a, *[[i] for i in range(10)])), next(map(lambda *a: sum(a), *[[i] for i in range(9)])))
m = map(lambda x: x * 2, iter([1, 2]))
print(type(m).__name__, iter(m) is m, next(m), list(m), list(m))
f = filter(None, [1])
print(type(f).__name__, iter(f) is f, list(f), type(reversed([])).__name__, type(reversed(())).__name__, type(reversed("")).__name__, type(reversed({})).__name__)
print("".join(reversed("hello")), sum(map(int, "123")), sorted(map(abs, [-3, 2, -1])), set(map(str, [1, 1])), dict(map(lambda x: (x, x * x), range(3))))
print([list(x) for x in map(reversed, ["ab", [1, 2]])])


class R:
    def __reversed__(self):
        return iter("rev")


class Q:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * i


class N:
    __reversed__ = None

    def __len__(self):
        return 1

    def __getitem__(self, i):
        return i


print(list(reversed(R())), list(reversed(Q())), type(reversed(Q())).__name__, reversed(Q()).__length_hint__())


class L(list):
    pass


print(list(reversed(L([1, 2]))), list(reversed(reversed([1, 2]).__class__ and [3, 4])))


def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: reversed(5))
err(lambda: reversed({1}))
err(lambda: reversed(iter([1])))
err(lambda: reversed(N()))
err(lambda: reversed(x for x in []))
err(lambda: map())
err(lambda: map(str))
err(lambda: map(str, 5))
err(lambda: filter())
err(lambda: filter(None))
err(lambda: filter(None, 5))
err(lambda: list(map(5, [1])))
err(lambda: list(map(lambda x: 1 / x, [1, 0])))
err(lambda: list(filter(lambda x: 1 / x, [1, 0])))
err(lambda: list(map(lambda a: a, [1], [2])))


def stop(x):
    raise StopIteration("inner")


print(list(map(stop, [1, 2])), list(filter(stop, [1])))
a = [1, 2, 3]
r = reversed(a)
a.append(4)
print(list(r))
r = reversed(a)
a.clear()
print(list(r))
lazy = []
mm = map(lazy.append, [1, 2, 3])
print(lazy, next(mm), lazy, list(mm), lazy)
