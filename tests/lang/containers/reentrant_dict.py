class Key:
    def __init__(self, n, action=None):
        self.n = n
        self.action = action

    def __hash__(self):
        return 1

    def __eq__(self, o):
        if self.action:
            action, self.action = self.action, None
            action()
        return isinstance(o, Key) and self.n == o.n

    def __repr__(self):
        return "K%d" % self.n


def fresh(action):
    d = {Key(0): 0, Key(1): 1, Key(2): 2}
    list(d)[1].action = lambda: action(d)
    return d


def fill(d):
    for i in range(1000):
        d["x%d" % i] = i


def show(d):
    return len(d), [k for k in d if isinstance(k, Key)]


for name, action in (("clear", lambda d: d.clear()), ("fill", fill), ("pop", lambda d: d.popitem()), ("none", lambda d: None)):
    d = fresh(action)
    print(name, "get", d.get(Key(2), "absent"), show(d))
    d = fresh(action)
    d[Key(2)] = "new"
    print(name, "set", show(d))
    d = fresh(action)
    print(name, "in", Key(2) in d, show(d))
    d = fresh(action)
    print(name, "pop", d.pop(Key(2), "absent"), show(d))
    d = fresh(action)
    print(name, "setdefault", d.setdefault(Key(2), "sd"), show(d))
    s = set(fresh(lambda d: None))
    print(name, "set of keys", len(s), Key(2) in s, Key(9) in s)
    s = {Key(0), Key(1), Key(2)}
    for k in s:
        if k.n == 1:
            k.action = (lambda t: lambda: t.clear() if name == "clear" else t.update(range(500)) if name == "fill" else None)(s)
    s.add(Key(2))
    print(name, "set add", len([k for k in s if isinstance(k, Key)]) > 0)
d = {1: 1}


class U:
    def keys(self):
        d.clear()
        return ["a", "b"]

    def __getitem__(self, k):
        d[k * 2] = 1
        return k


d.update(U())
print(d)


class V:
    def __eq__(self, o):
        other.clear()
        return True


mine = {i: V() for i in range(4)}
other = {i: i for i in range(4)}
print(mine == other, len(other))


class R:
    def __repr__(self):
        rd.clear()
        return "R"


rd = {1: R(), 2: 3, 4: 5}
print(rd, rd)
x = {}


def gen():
    for i in range(5):
        x[i + 100] = i
        yield i, i


x.update(gen())
print(x)
