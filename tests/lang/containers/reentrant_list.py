# Script code called from inside list operations that changes the list.
log = []


class Cmp:
    def __init__(self, action, value=False):
        self.action = action
        self.value = value

    def __eq__(self, other):
        self.action()
        return self.value


def run(name, f):
    try:
        r = f()
    except Exception as e:
        r = "%s: %s" % (type(e).__name__, e)
    print(name, r)


a = []
a[:] = [Cmp(lambda: a.extend(range(100))), 1, 2]
run("contains grow", lambda: 50 in a)
run("len", lambda: len(a))
a = []
a[:] = [Cmp(lambda: a.__setitem__(slice(None), [])), 1, 2]
run("index shrink", lambda: a.index(2))
a = []
a[:] = [1, Cmp(a.clear), 3]
run("count", lambda: a.count(3))
a = []
a[:] = [1, Cmp(a.clear, True), 3]
run("remove", lambda: a.remove("q"))
a = [1, 2, 3]


class Idx:
    def __index__(self):
        a.clear()
        return 1


run("getitem", lambda: a[Idx()])
a = [1, 2, 3]
run("pop", lambda: a.pop(Idx()))
a = [1, 2, 3]
run("insert", lambda: (a.insert(Idx(), "x"), a))
a = [1, 2, 3]
run("slice", lambda: a[Idx():])
a = [1, 2, 3]
run("slice step", lambda: a[:: Idx()])


def store(k, v):
    a[k] = v
    return a


a = [1, 2, 3]
run("setitem", lambda: store(Idx(), 5))
a = [1, 2, 3]
run("set slice", lambda: store(slice(Idx(), None), [7, 8]))
a = [1, 2, 3, 4]
run("set ext slice", lambda: store(slice(None, None, Idx()), [7, 8, 9, 10]))


def delete(k):
    del a[k]
    return a


a = [1, 2, 3]
run("delitem", lambda: delete(Idx()))
a = [1, 2, 3]
run("del slice", lambda: delete(slice(Idx(), 3)))
a = [1, 2, 3]
run("mul", lambda: a * Idx())


class Gen:
    def __iter__(self):
        for i in range(5):
            a.append(i)
            yield i


a = [1]
run("extend", lambda: (a.extend(Gen()), a))
a = [1, 2, 3]
run("assign gen", lambda: store(slice(0, 2), Gen()))
a = list(range(10))
run("iter+sort", lambda: [(a.sort(reverse=True), x)[1] for x in a])
b = [3, 1, 2]


class K:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        log.append(len(b))
        return self.v < o.v


b = [K(3), K(1), K(2)]
b.sort()
print([k.v for k in b], set(log))
m = [1, 2, 3]
run("map", lambda: list(map(lambda x: (m.pop(), x)[1], m)))
m = [1, 2, 3]
run("self extend", lambda: (m.extend(m), m.__iadd__(m), len(m)))
m = [1, 2, 3]
m[1:2] = m
m[::2] = m[::2]
run("self slice", lambda: m)
