def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


def grow():
    s = {1, 2}
    for x in s:
        s.add(x + 10)


def shrink():
    s = {1, 2, 3}
    for x in s:
        s.discard(x)


err(grow)
err(shrink)
s = {1, 2}
it = iter(s)
s.add(3)
err(lambda: next(it))
err(lambda: next(it))
s.discard(3)
err(lambda: next(it))
it = iter(set())
print(next(it, "end"), list(it))


class Evil:
    def __init__(self, target):
        self.target = target

    def __hash__(self):
        return 3

    def __eq__(self, other):
        self.target.clear()
        return False


s = set()
s.add(Evil(s))
s.add(Evil(s))
print(len(s))
print(3 in s, len(s))


class Adder:
    def __init__(self, target):
        self.target = target
        self.n = 0

    def __hash__(self):
        return 3

    def __eq__(self, other):
        if self.n < 40:
            self.n += 1
            self.target.add(self.n * 100)
        return False


s = set()
s.add(Adder(s))
s.add(Adder(s))
print(len(s))


class BadEq:
    def __hash__(self):
        return 3

    def __eq__(self, other):
        raise ValueError("eq")


s = {BadEq()}
err(lambda: s.add(BadEq()))
err(lambda: 3 in s)
err(lambda: s.discard(3))
err(lambda: s | {3})
err(lambda: s & {3})
err(lambda: s - {3})
err(lambda: s ^ {3})
err(lambda: s == {3})
err(lambda: s <= {3})
err(lambda: s.isdisjoint({3}))
print(len(s))


class BadHash:
    def __hash__(self):
        raise TypeError("hash")


err(lambda: {BadHash()})
err(lambda: BadHash() in s)


class Eq:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return 1

    def __eq__(self, o):
        return self.v == o.v


many = {Eq(i % 10) for i in range(100)}
print(len(many), sorted(e.v for e in many), Eq(5) in many, Eq(50) in many)
many -= {Eq(i) for i in range(5)}
print(sorted(e.v for e in many))
