# K1: reading what is not there gives None; writes, del, calls and other errors are as ever
l, t, s, b = [1, 2, 3], (1, 2), "ab", b"xy"
print(l[9], l[-9], l[2], l[-3], t[5], t[-2], s[7], s[1], b[2], b[0])
i = 5
print(l[i], t[i], s[i], b[i], l[True], "\u00e9"[4], [][0], ""[0])
print(l[10 ** 30], l[1:9], s[5:], t[::-1])
d = {"a": 1, 2: "two", None: 3, (1, 2): "pair"}
print(d["x"], d["a"], d[2], d[7], d[None], d[(1, 2)], d[(2, 1)], {}[0])
k = "zz"
print(d[k], d["a" + "b"], {"n": {"m": 1}}["n"]["m"], {"n": {}}["n"]["m"])


class Base:
    shared = "class"


class C(Base):
    def __init__(self):
        self.own = 1

    def method(self):
        return self.nope


c = C()
print(c.own, c.shared, c.nope, c.method(), C.nope, C.shared, Base.own)
for n in range(3):
    print(c.own, c.other)
    if n == 1:
        c.other = "set"
print(getattr(c, "nope", "default"), hasattr(c, "nope"), hasattr(c, "own"))
import math
print(math.nope, math.pi > 3, d.nope, d.a, {}.anything)
rows = [{"id": 1, "tags": ["x"]}, {"id": 2}, {}]
print([r.id for r in rows], [r["tags"] for r in rows], {r["id"]: r.tags for r in rows}, list(r.name for r in rows))
print([(r.tags or [])[0] for r in rows])
print(f"{d['q']} {l[8]!r} {c.nope}", "%s" % d["q"])
(lambda x: print(x[4], x.nope) if isinstance(x, dict) else print(x[4]))({})


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def store_item(o, k):
    o[k] = 1


def delete_item(o, k):
    del o[k]


def delete_attr(o):
    del o.nope


def add_missing():
    counts = {}
    counts["a"] += 1


attempt(lambda: store_item(l, 9))
attempt(lambda: delete_item(l, 9))
attempt(lambda: delete_item(d, "x"))
attempt(lambda: delete_attr(c))
attempt(add_missing)
attempt(lambda: c.nope())
attempt(lambda: l.nope)
attempt(lambda: (5).nope)
attempt(lambda: None.nope)
attempt(lambda: c.nope.deeper)
attempt(lambda: d["x"]["y"])
attempt(lambda: l["0"])
attempt(lambda: d[[]])
attempt(lambda: (5)[0])
attempt(lambda: getattr(c, "nope"))
attempt(lambda: d.pop("x"))
attempt(lambda: [].pop())
attempt(lambda: l.index(9))


# a class's own rules count first
class Own:
    def __getitem__(self, k):
        raise KeyError(k)

    def __getattr__(self, n):
        if n == "dynamic":
            return "made up"
        if n == "failing":
            raise ValueError(n)
        raise AttributeError("no " + n)


class Named:
    @property
    def broken(self):
        return [].missing_method()


class Sub(dict):
    def __missing__(self, k):
        return k * 2


class Plain(dict):
    pass


class Items(list):
    pass


attempt(lambda: Own()["k"])
attempt(lambda: Own().dynamic)
attempt(lambda: Own().other)
attempt(lambda: Own().failing)
attempt(lambda: Named().broken)
print(Sub(a=1)["a"], Sub()["b"], Plain(a=1)["a"], Plain()["b"], Items([1])[0], Items()[0])
from collections import defaultdict
counts = defaultdict(int)
counts["a"] += 1
print(counts["a"], counts["b"])
config = {"server": {"port": 80}}
config["server"]["port"] += 1
config.server.port += 1
print(config, config["client"])
import enum
import re


class Color(enum.Enum):
    RED = 1


class Slotted:
    __slots__ = ("filled", "empty")


s = Slotted()
s.filled = 1
print(Color.RED, Color.NOPE, s.filled, s.empty, s.other, globals()["nope"], globals()["i"])
print(re.match("(a)", "ab").nope, ValueError("v").nope, ValueError("v").args[3], bytearray(b"a")[3])
attempt(lambda: Color["NOPE"])
