# Pickles of plain data, of mixed data, of cycles, and damaged ones.
import pickle
import random
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from datetime import date, datetime, timedelta

Point = namedtuple("Point", "x y")


class Str(str):
    pass


shared = ["s"]
samples = [
    None, True, False, 0, 1, -1, 255, 256, 65535, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2**63 - 1, -(2**63), 2**63, -(2**100), 1.5, -0.0, float("inf"),
    "", "a", "é日\U0001f600", "x" * 300, "\ud800", b"", b"ab", bytes(300), (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), ((), ((),)), [], [[]], [1, "a", None], {}, {"a": 1},
    {1: {2: {3: []}}}, {(1, "k"): [2.5]}, list(range(2500)), {i: str(i) for i in range(2100)}, [shared, shared, (shared,)], set(), {1}, frozenset([2]),
    Point(1, 2), Str("sub"), OrderedDict(b=1, a=2), Counter("aab"), defaultdict(list, a=[1]), deque([1, 2]), date(2020, 1, 2), datetime(2020, 1, 2, 3), timedelta(1), [date(2020, 1, 1)] * 2,
    range(3), 1 + 2j, int, len,
]
for sample in samples:
    text = pickle.dumps(sample)
    back = pickle.loads(text)
    print(type(back).__name__, back == sample, repr(back)[:40] if not isinstance(sample, str) else ascii(back)[:40])
    for protocol in (2, 3, 4, 5):
        assert pickle.loads(pickle.dumps(sample, protocol)) == sample, sample
back = pickle.loads(pickle.dumps([shared, shared, (shared,)]))
print(back[0] is back[1] is back[2][0])
loop = [1]
loop.append(loop)
back = pickle.loads(pickle.dumps(loop))
print(back[1] is back, back[0])
loop = {}
loop["me"] = (loop, [loop])
back = pickle.loads(pickle.dumps(loop))
print(back["me"][0] is back, back["me"][1][0] is back)
inner = []
t = (inner,)
inner.append(t)
back = pickle.loads(pickle.dumps(t))
print(back[0][0] is back)
deep = []
for _ in range(260):
    deep = [deep]
back = pickle.loads(pickle.dumps(deep))
depth = 0
while back:
    back = back[0]
    depth += 1
print(depth)
for damaged in (b"", b"N", b"\x80\x04.", b"\x80\x04K.", b"\x80\x04]e.", b"\x80\x04(", b"\x80\x04h\x05.", b"\x80\x04}(]Nu.", b"\x80\x04\x8c\x05ab.", b"zzz", b"\x80\x04(K\x01\x85."):
    try:
        print(pickle.loads(damaged))
    except Exception as e:
        print(damaged, isinstance(e, (pickle.UnpicklingError, EOFError, TypeError, IndexError, KeyError)))
print(pickle.loads(bytearray(pickle.dumps([1]))), pickle.loads(b"(lp0\nI1\na.") if False else "", pickle.loads(b"\x80\x02}q\x00X\x01\x00\x00\x00aq\x01K\x01s."))
rng = random.Random(7)


def make(d):
    k = rng.randrange(9 if d else 5)
    if k == 0:
        return rng.randrange(-(2**70), 2**70) >> rng.randrange(70)
    if k == 1:
        return rng.random()
    if k == 2:
        return "".join(chr(rng.randrange(32, 1000)) for _ in range(rng.randrange(8)))
    if k == 3:
        return rng.choice([None, True, False])
    if k == 4:
        return rng.randbytes(rng.randrange(5))
    if k in (5, 6):
        return [make(d - 1) for _ in range(rng.randrange(5))]
    if k == 7:
        return tuple(make(d - 1) for _ in range(rng.randrange(6)))
    return {rng.choice([rng.randrange(9), "k%d" % rng.randrange(9), (1, rng.randrange(3))]): make(d - 1) for _ in range(rng.randrange(5))}


print(all(pickle.loads(pickle.dumps(x, rng.randrange(2, 6))) == x for x in (make(5) for _ in range(300))))
