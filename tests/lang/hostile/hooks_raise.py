# Special methods that fail, at every place that calls them.
class Boom(Exception):
    pass


def boom(*args):
    raise Boom("boom")


def thing(*methods):
    return type("Thing", (), {m: boom for m in methods})()


h = thing("__hash__")
e = thing("__eq__")
e2 = type("Same", (), {"__hash__": lambda s: 1, "__eq__": boom})
lt = [thing("__lt__") for _ in range(3)]
it = thing("__iter__")
ln = thing("__len__")
ix = thing("__index__")
bo = thing("__bool__")
nx = type("Next", (), {"__iter__": lambda s: s, "__next__": boom})()
rp = thing("__repr__")
st = thing("__str__")
ga = thing("__getattr__")
gi = thing("__getitem__")
ct = thing("__contains__")
fm = thing("__format__")
ca = thing("__call__")
k1, k2 = e2(), e2()
cases = [
    lambda: {h: 1}, lambda: {h}, lambda: {}.get(h), lambda: h in {}, lambda: h in set(), lambda: dict.fromkeys([h]), lambda: hash((1, h)), lambda: hash(frozenset([h])), lambda: set([1, h]),
    lambda: e == 1, lambda: [e] == [1], lambda: (1, e) == (1, 2), lambda: e in [1], lambda: [e].index(1), lambda: [1, e].count(2), lambda: [e].remove(5), lambda: {"a": e} == {"a": 1},
    lambda: {k1: 1, k2: 2}, lambda: {k1, k2}, lambda: {k1: 1}[k2], lambda: k2 in {k1}, lambda: {k1} | {k2}, lambda: {k1} & {k2}, lambda: {k1} - {k2}, lambda: {k1} == {k2}, lambda: {k1}.discard(k2),
    lambda: lt.sort(), lambda: sorted(lt), lambda: min(lt), lambda: max(lt), lambda: lt[0] < lt[1], lambda: [lt[0]] < [lt[1]], lambda: (1, lt[0]) < (1, lt[1]),
    lambda: list(it), lambda: [*it], lambda: tuple(it), lambda: set(it), lambda: dict(it), lambda: sum(it), lambda: "".join(it), lambda: sorted(it), lambda: max(it), lambda: zip(it), lambda: map(str, it),
    lambda: enumerate(it), lambda: [].extend(it), lambda: any(it), lambda: print(*it), lambda: bytes(it), lambda: [x for x in it], lambda: 1 in it, lambda: {1} | set(it), lambda: {1}.update(it),
    lambda: len(ln), lambda: bool(ln), lambda: not ln, lambda: list(filter(None, [ln])), lambda: [1][ix], lambda: [1][ix:], lambda: range(ix), lambda: [1] * ix, lambda: "a" * ix, lambda: chr(ix), lambda: hex(ix),
    lambda: int(ix), lambda: "%d" % ix, lambda: "%x" % ix, lambda: "abc".find("a", ix), lambda: [1].pop(ix), lambda: [1].insert(ix, 1), lambda: b"a" * ix, lambda: bytes(ix), lambda: bytes([ix]), lambda: round(1.5, ix),
    lambda: bool(bo), lambda: not bo, lambda: bo and 1, lambda: bo or 1, lambda: 1 if bo else 2, lambda: all([bo]), lambda: any([bo]), lambda: [x for x in [1] if bo], lambda: list(filter(lambda x: bo, [1])),
    lambda: list(nx), lambda: next(nx), lambda: next(nx, 1), lambda: sum(nx), lambda: "".join(nx), lambda: dict(nx), lambda: [*nx], lambda: list(zip([1], nx)), lambda: list(map(str, nx)), lambda: 1 in nx,
    lambda: repr(rp), lambda: str(rp), lambda: "%r" % rp, lambda: f"{rp}", lambda: [rp].__repr__(), lambda: str({1: rp}), lambda: str((rp,)), lambda: str({"a": [rp]}), lambda: print(rp), lambda: ascii(rp), lambda: str(st),
    lambda: f"{st}", lambda: "{}".format(st), lambda: "%s" % st, lambda: print(st), lambda: "".join([str(st)]), lambda: ga.x, lambda: hasattr(ga, "x"), lambda: getattr(ga, "x", 1), lambda: gi[0], lambda: list(gi),
    lambda: 1 in gi, lambda: iter(gi) and 1, lambda: 1 in ct, lambda: f"{fm}", lambda: format(fm), lambda: "{:>5}".format(fm), lambda: ca(), lambda: sorted([1, 2], key=ca), lambda: list(map(ca, [1])),
    lambda: max([1, 2], key=ca), lambda: list(filter(ca, [1])), lambda: iter(ca, 1) and next(iter(ca, 1)),
]
for i, case in enumerate(cases):
    try:
        result = case()
        print(i, type(result).__name__)
    except Exception as error:
        print(i, type(error).__name__, error)
try:
    match thing("__len__", "__getitem__"):
        case [a, b]:
            print("sequence")
        case _:
            print("other")
    assert thing("__bool__")
except Boom as error:
    print(error)
try:
    while thing("__bool__"):
        pass
except Boom as error:
    print(error)
try:
    raise thing("__str__")
except TypeError as error:
    print(error)


def again():
    yield next(g)


g = again()
for attempt in range(2):
    try:
        next(g)
    except (ValueError, StopIteration) as error:
        print(type(error).__name__, error)


class Closer:
    def run(self):
        try:
            yield 1
        finally:
            try:
                self.it.close()
            except ValueError as error:
                print(error)
            try:
                self.it.throw(KeyError)
            except ValueError as error:
                print(error)


c = Closer()
c.it = c.run()
print(next(c.it))
c.it.close()
print(next(c.it, "over"))
