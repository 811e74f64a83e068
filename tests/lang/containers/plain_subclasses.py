"""Comparison, order and hash of subclasses of built-in types, with and without methods of their own."""
import collections
import enum
from dataclasses import dataclass

Point = collections.namedtuple('Point', 'x y')
Other = collections.namedtuple('Other', 'a b')


class Name(str):
    pass


class Loud(str):
    def __eq__(self, other):
        return 'loud' if str.__eq__(self, other) else False

    __hash__ = str.__hash__


class Number(int):
    pass


class Backwards(int):
    def __lt__(self, other):
        return int(self) > int(other)


class Hashed(tuple):
    def __hash__(self):
        return 7


class Ratio(float):
    pass


class Names(frozenset):
    pass


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 5


class State(str, enum.Enum):
    OPEN = 'open'


class Late(tuple):
    pass


def attempt(action):
    try:
        return action()
    except TypeError as e:
        return f'TypeError: {e}'


p, q = Point(1, 2), Point(1, 3)
print(p == (1, 2), (1, 2) == p, p == Other(1, 2), p != q, p < q, q >= p, p < (1, 3), (0,) < p, hash(p) == hash((1, 2)), {p: 'v'}[1, 2])
print(attempt(lambda: p < 3), attempt(lambda: 3 < p), p == 3, p != None)
print(Name('a') == 'a', 'a' == Name('a'), Name('a') < 'b', 'b' > Name('a'), hash(Name('x')) == hash('x'), {Name('k'): 1}['k'], Name('a') == Name('a'))
print(Loud('a') == 'a', 'a' == Loud('a'), Loud('a') != 'a', Name('a') == Loud('a'), Loud('a') == Name('a'))
print(Number(3) == 3.0, 3 < Number(4), Number(4) > 3.5, hash(Number(-1)), {Number(2): 'two'}[2], Number(5) == Backwards(5), attempt(lambda: Number(1) < 'a'))
print(Backwards(1) < 2, 2 > Backwards(1), Backwards(1) <= 1, sorted([Backwards(1), Backwards(3), Backwards(2)]), max(Backwards(1), Backwards(2)))
print(hash(Hashed((1, 2))), Hashed((1,)) == (1,), Hashed((1,)) < Hashed((2,)), Ratio('nan') == Ratio('nan'), Ratio(1.5) < 2, Names('ab') <= {'a', 'b', 'c'}, Names('ab') < set('ab'))
print(Level.LOW < Level.HIGH, Level.LOW == 1, Level.HIGH > 4.5, hash(Level.LOW) == hash('LOW'), State.OPEN == 'open', 'open' == State.OPEN, State.OPEN < 'p')
print(collections.Counter(a=1) == {'a': 1}, collections.Counter(a=0) == collections.Counter(), collections.OrderedDict(a=1, b=2) == collections.OrderedDict(b=2, a=1),
      collections.OrderedDict(a=1, b=2) == dict(b=2, a=1), collections.defaultdict(int, a=1) == {'a': 1})

a, b = Late((1,)), Late((1,))
print(a == b, a < b, hash(a) == hash((1,)))
Late.__eq__ = lambda self, other: 'patched'
print(a == b, a != b, attempt(lambda: hash(a)))
Late.__lt__ = lambda self, other: 'less'
print(a < b, a <= b)
del Late.__eq__, Late.__lt__
print(a == b, a < b)

# sorting
print(sorted([Point(2, 1), Point(1, 5), Point(1, 2)]), sorted([Point(2, 1), (1, 5), Point(1, 2)], reverse=True), sorted([Name('b'), Name('a'), 'ab']))
print(sorted([Level.HIGH, Level.LOW, Level.HIGH]), sorted([Number(3), 1, Number(2)]), attempt(lambda: sorted([Point(1, 'a'), Point(1, 2)])))
words = ['w%d' % (i * 7 % 300) for i in range(600)]
print(sorted(words)[::60], sorted(words, reverse=True)[::60], sorted(words, key=len) == [w for n in (2, 3, 4) for w in words if len(w) == n])
long = ['common prefix %05d and more %d' % (i * 7919 % 1000, i % 3) for i in range(500)]
print(sorted(long)[::100], sorted(long, reverse=True)[:2], sorted(long, key=lambda s: s[14:19])[0])
print(sorted(['a', '', 'a\0', 'a\0\0', 'ab', 'a', 'abcdefg', 'abcdefgh', 'é', 'z', '\U0001f600', '\uffff']))
print(sorted(['x\0', 'x', 'x\0\0', 'x\0a'] * 2), sorted(['', '', 'a']), sorted(['same'] * 4))
print([k for k in sorted([3, 1, 2] * 100, key=lambda v: v % 2)][:5], sorted(range(1000), key=lambda v: v // 100 % 3)[::150])


class Ranked:
    def __init__(self, rank):
        self.rank = rank

    def __lt__(self, other):
        if isinstance(other, Ranked) and self.rank == 13:
            return NotImplemented
        return self.rank < other.rank

    def __repr__(self):
        return f'R{self.rank}'


class Truthy(Ranked):
    def __lt__(self, other):
        return [1] if self.rank < other.rank else []


class Failing(Ranked):
    def __lt__(self, other):
        raise KeyError(self.rank)


print(sorted(map(Ranked, [5, 2, 9])), attempt(lambda: sorted(map(Ranked, [13, 13]))), sorted(map(Truthy, [3, 1, 2])), min(map(Truthy, [3, 1, 2])))
try:
    sorted([Failing(1), Failing(2)])
except KeyError as e:
    print('KeyError', e)


@dataclass(frozen=True)
class Pair:
    a: int
    b: object


@dataclass
class Loop:
    name: str
    self_: object = None


@dataclass(unsafe_hash=True)
class Nothing:
    pass


loop = Loop('l')
loop.self_ = loop
print(loop, [Pair(1, {2})], hash(Pair(1, 'x')) == hash((1, 'x')), attempt(lambda: hash(Pair(1, []))), hash(Nothing()) == hash(()), Nothing())
print(sorted([len, abs, max], key=repr), sorted(['bb', 'a'], key=len), sorted([-3, 2, 1], key=abs), attempt(lambda: sorted([1, 2], key=len)))

# arithmetic


class Reflected(int):
    def __radd__(self, other):
        return f'radd {int(other)}'


class Added(float):
    def __add__(self, other):
        return f'add {float(other)}'


class Zero(int):
    pass


n = Number(7)
print(n + 1, 1 + n, n - n, n * 2.5, 3 * n, n / 2, n // 2, -7 // n, n % 4, 9 % n, type(n + n).__name__, type(n * 1.0).__name__, Ratio(2.5) + n, n * 'ab', [0] * n)
print(n + Reflected(1), Reflected(1) + n, n - Reflected(1), Reflected(2) + 1, 1 + Reflected(2), Added(1) + n, n + Added(1), Added(1) - n, 1.5 + Added(2))
print(n ** 2, 2 ** n, n << 1, n & 3, n | 8, n ^ 1, -n, ~n, abs(n), divmod(n, 2), pow(n, 2, 5), round(n), n + True, True + n, n + 2 ** 70, Number(2 ** 70) + n, Number(2 ** 63 - 1) + n)
print(Level.LOW + 1, 1 + Level.HIGH, Level.LOW + Level.HIGH, Level.HIGH / 2, Level.HIGH % 3, sum([Level.LOW, Level.HIGH]), type(Level.LOW + 1).__name__)
for action in (lambda: n / Zero(0), lambda: n % 0, lambda: n + 'a', lambda: n + None, lambda: n // 0.0, lambda: Ratio(1) / 0, lambda: 'a' + n, lambda: n - [1]):
    try:
        print(action())
    except (ZeroDivisionError, TypeError) as e:
        print(type(e).__name__, e)
Zero.__add__ = lambda self, other: 'patched'
print(Zero(1) + 1, 1 + Zero(1), Zero(1) - 1)
del Zero.__add__
print(Zero(1) + 1)
x = Number(1)
x += 2
print(x, type(x).__name__)


class Perm(enum.Flag):
    R = 1
    W = 2
    X = 4


print(~Perm.R, ~Perm.R, ~(Perm.R | Perm.W), ~~Perm.W is Perm.W, ~Perm(0), ~Perm.R & Perm.R, Perm.R in ~Perm.W)
