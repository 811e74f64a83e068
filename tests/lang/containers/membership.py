for c in ([1, 2], (1, 2), {1, 2}, {1: 0, 2: 0}, range(1, 3), frozenset([1, 2]), {1: 0, 2: 0}.keys(), {0: 1, 9: 2}.values(), iter([1, 2]), map(int, "12")):
    print(type(c).__name__, 1 in c, 3 in c)


class Eq:
    def __eq__(self, o):
        return True

    def __hash__(self):
        return 1


print(Eq() in [5], 5 in [Eq()], Eq() in (5,), 5 in (Eq(),), Eq() in {5}, 1 in {Eq()}, Eq() in {1: 1}, Eq() in range(3))


class C:
    def __contains__(self, x):
        return "truthy" if x == 1 else ""


print(1 in C(), 2 in C(), 1 not in C())


def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: 1 in 5)
err(lambda: 1 in None)
err(lambda: 1 in object())


class Order:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        print("left", self.n)
        return False


a, b = Order("item"), Order("needle")
print(b in [a], b in (a,), [a].count(b), b in [b])
