print([hash(x) for x in (0, 1, -1, -2, 2**61 - 2, 2**61 - 1, 2**61, -(2**61), 2**63 - 1, -(2**63), 2**64, -(2**100))])
print([hash(x) for x in (0.0, -0.0, 1.0, 0.5, -1.0, 1e300, float("inf"), -float("inf"), 2.0**70)])
print(hash(True), hash(False), hash(1) == hash(1.0) == hash(True))
print([hash(x) for x in ((), (1,), (1, 2), ((),), (1, (2, 3)), (-1,), (0.5, True))])
print([hash(frozenset(x)) for x in ([], [1], [1, 2], range(10), [0.5, -1], [(1, 2)], [2**70])])
print([hash(x) for x in (range(2), range(3), range(0, 10, 3), range(10**20))])
print(hash("a") == hash("a"), hash(b"a") == hash(b"a"), hash(("a", 1)) == hash(("a", 1)), hash(frozenset("ab")) == hash(frozenset("ba")))
d = {0: "zero", 0.5: "half", (1, 2): "pair", frozenset([1]): "fs", 2**70: "big", range(2): "r", True: "t", "s": "str", b"b": "bytes", None: "none"}
print(d[False], d[0.5], d[(1.0, 2)], d[frozenset([1.0])], d[2.0**70], d[range(0, 2)], d[1], d["s"], d[b"b"], d[None])


class H:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h


print(hash(H(5)), hash(H(-1)), hash(H(2**64 + 5)), hash(H(True)), hash((H(5),)) == hash((5,)), hash(frozenset([H(7)])) == hash(frozenset([7])))


def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


for x in ([], {}, set(), ([],), (1, {}), slice(1), {}.keys(), {}.items(), [1].append and bytearray(b"")):
    err(lambda: hash(x))


class NoHash:
    def __eq__(self, o):
        return True


err(lambda: hash(NoHash()))
err(lambda: {NoHash()})
err(lambda: {NoHash(): 1})
err(lambda: hash((1, NoHash())))
