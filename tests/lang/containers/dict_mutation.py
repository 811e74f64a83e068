def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


def add_during():
    d = {1: 1, 2: 2}
    for k in d:
        d[k + 10] = 0


def del_during():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]


def items_during():
    d = {1: 1, 2: 2}
    for k, v in d.items():
        d["new"] = 1


def values_during():
    d = {1: 1, 2: 2}
    for v in d.values():
        d.clear()


def reversed_during():
    d = {1: 1, 2: 2}
    for v in reversed(d):
        d[99] = 1


err(add_during)
err(del_during)
err(items_during)
err(values_during)
err(reversed_during)
d = {1: 1, 2: 2, 3: 3}
for k in d:
    d[k] = k * 100
print(d)
for k in list(d):
    if k % 2:
        del d[k]
print(d)
it = iter(d)
d["x"] = 1
for _ in range(2):
    err(lambda: next(it))
del d["x"]
err(lambda: next(it))
it = iter({})
print(list(it), next(it, "end"))
d = {1: 1}
it = iter(d)
next(it)
print(next(it, "end"))
d[2] = 2
print(next(it, "end"))


class Key:
    def __init__(self, target, h=1):
        self.target = target
        self.h = h

    def __hash__(self):
        return self.h

    def __eq__(self, other):
        self.target.clear()
        return False


t = {}
t[Key(t)] = 1
t[Key(t)] = 2
print(len(t))


class Grow:
    def __init__(self, target):
        self.target = target
        self.left = 50

    def __hash__(self):
        return 7

    def __eq__(self, other):
        if self.left:
            self.left -= 1
            self.target[self.left + 1000] = 1
        return False


g = {}
g[Grow(g)] = "a"
g[Grow(g)] = "b"
print(len(g))


class BadEq:
    def __hash__(self):
        return 5

    def __eq__(self, other):
        raise ValueError("bad eq")


b = {BadEq(): 1}
err(lambda: b[BadEq()])
err(lambda: b.get(BadEq()))
err(lambda: BadEq() in b)
err(lambda: b.pop(BadEq()))
err(lambda: b.setdefault(BadEq(), 1))
err(lambda: b.update({BadEq(): 2}))
err(lambda: b == {BadEq(): 1})
print(len(b), b.get(6, "no"))


class BadHash:
    def __hash__(self):
        raise RuntimeError("bad hash")


err(lambda: {BadHash(): 1})
err(lambda: b.get(BadHash()))


class WrongHash:
    def __hash__(self):
        return "x"


err(lambda: {WrongHash(): 1})


class BigHash:
    def __hash__(self):
        return 2**100 + 1

    def __eq__(self, o):
        return isinstance(o, BigHash)


print({BigHash(): 1}[BigHash()])
