# K13: an instance is a set element only when its class defines __hash__; as a dict key identity will do
class Plain:
    pass


class Hashed:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return self.n == other.n

    def __repr__(self):
        return "H" + str(self.n)


class Child(Hashed):
    pass


class Compared:
    def __eq__(self, other):
        return True


class Text(str):
    pass


def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print("TypeError", e)


p = Plain()
s = set()
attempt(lambda: {p})
attempt(lambda: {1, p, 2})
attempt(lambda: set([p]))
attempt(lambda: frozenset([p]))
attempt(lambda: s.add(p))
attempt(lambda: s.update([1, p]))
attempt(lambda: {x for x in [p]})
attempt(lambda: {*[p]})
attempt(lambda: {1} | {Plain()})
attempt(lambda: {Compared()})
attempt(lambda: {[]})
attempt(lambda: {{}})
print(s)
print({Hashed(1), Hashed(1)}, {Child(2)}, {Text("t")}, len({Plain, int, len}), len({ValueError("x"), (1, 2), None, 1.5, b"x"}))
d = {p: "plain", Plain(): "another"}
print(d[p], d[Plain()], len(d), p in d)
d[p] = "again"
print(d[p], len(d))
c = Compared()
keyed = {c: 1}
print(keyed[c], {Hashed(3): "h"}[Hashed(3)])
del d[p]
print(len(d), {x: 1 for x in [p]}[p])
