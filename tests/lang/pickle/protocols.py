# Pickles byte for byte in every protocol, what reads them back, and what damaged ones raise.
import collections
import datetime
import decimal
import enum
import fractions
import functools
import io
import pickle


class Plain:
    def __init__(self, **fields):
        self.__dict__.update(fields)

    class Nested:
        pass


class Slots:
    __slots__ = ('a', 'b')


class State:
    def __getstate__(self):
        return {'kept': 1}

    def __setstate__(self, state):
        self.state = state


class Args:
    def __new__(cls, a, *, k=0):
        self = super().__new__(cls)
        self.a, self.k = a, k
        return self

    def __getnewargs_ex__(self):
        return (self.a,), {'k': self.k}


class NewArgs(tuple):
    def __getnewargs__(self):
        return tuple(self),


class Reduced:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return Reduced, (self.n,), {'extra': 1}, iter([1, 2]), iter([(3, 4)])

    def append(self, item):
        self.__dict__.setdefault('items', []).append(item)

    def extend(self, items):
        for item in items:
            self.append(item)

    def __setitem__(self, key, value):
        self.__dict__.setdefault('pairs', []).append((key, value))


class L(list):
    pass


class D(dict):
    pass


class Color(enum.Enum):
    RED = 1


P = collections.namedtuple('P', 'x y')
s = Slots()
s.a = 1
shared = ['shared']
cycle = [1]
cycle.append(cycle)
ring = ([],)
ring[0].append(ring)
extended = L([1, 2])
extended.mark = 'm'
objects = [None, True, False, 0, 1, -1, 255, 256, 65535, 65536, -129, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**63, -2**63, 2**100, -2**100, 2**2100, 1.5, -0.0, 1e300,
           float('inf'), '', 'a', 'é\u20ac\U0001f600', 'a\nb\\c\0\x1a\r', 'x' * 300, b'', b'a', b'\xff\n', b'y' * 300, bytearray(), bytearray(b'q'), (), (1,), (1, 2), (1, 2, 3),
           (1, 2, 3, 4), [], [1], [1, 2], [[]], {}, {'a': 1}, {1: 2, 3: 4}, set(), {7}, frozenset(), frozenset([5]), [shared, shared], (shared, shared), cycle, ring, Plain(),
           Plain(x=1), [Plain(x=1, y='z'), Plain(x=2, y='z')], Plain.Nested(), Plain.Nested, Plain, len, print, int, range(3), slice(1, 2), 1 + 2j, Ellipsis, NotImplemented,
           type(None), s, State(), Args(1, k=2), NewArgs((1, 2)), Reduced(5), L([1]), L(), D(a=1), extended, Color.RED, P(1, 2), collections.OrderedDict(a=1),
           collections.Counter('aab'), collections.defaultdict(list, {1: [2]}), collections.deque([1, 2], 5), datetime.date(2024, 1, 2), datetime.timedelta(1, 2, 3),
           datetime.datetime(2024, 1, 2, 3, 4, 5, 6), decimal.Decimal('1.5'), fractions.Fraction(1, 3), ValueError('v', 1), KeyError('k'), FileNotFoundError(2, 'm', 'f'),
           functools.partial(int, base=2), list(range(1001)), {i: None for i in range(1001)}, 'm' * 70000, ['n' * 30000, 'o' * 30000, 'p' * 30000]]
for protocol in range(6):
    for o in objects:
        try:
            data = pickle.dumps(o, protocol)
        except TypeError as e:
            print(protocol, type(o).__name__, e)
            continue
        back = pickle.loads(data)
        again = pickle.dumps(back, protocol)
        print(protocol, type(o).__name__, len(data), data[:70], type(back) is type(o), again == data)
print(pickle.dumps([1, 'a'], -1) == pickle.dumps([1, 'a'], 5), pickle.dumps(1) == pickle.dumps(1, 4), pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL)
print(pickle.loads(b"S'abc'\np0\n."), pickle.loads(b'(dp0\nI1\nV\\u00e9\ns.'), pickle.loads(b'U\x03abc.', encoding='bytes'), pickle.loads(b'(i__main__\nPlain\n.').__class__.__name__)
for damaged in (b'', b'\x80\x04.', b'\x80\x09.', b'K', b'X\x05\x00\x00\x00ab', b'h\x05.', b'x', b'c__main__\nNope\n.', b'cno_such_module\nx\n.', b'Sabc\n.', b'\x80\x04\x8c\x05a'):
    try:
        print(pickle.loads(damaged))
    except Exception as e:
        print(damaged, type(e).__name__)
for wrong in (lambda: pickle.loads('text'), lambda: pickle.dumps(1, 6), lambda: pickle.dumps(lambda: 0), lambda: pickle.Pickler(5), lambda: pickle.dumps(i for i in [])):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, str(e).split(' at 0x')[0])


class WithIds(pickle.Pickler):
    def persistent_id(self, obj):
        return 'id-p' if isinstance(obj, Plain) else None


class FromIds(pickle.Unpickler):
    def persistent_load(self, pid):
        return f'<{pid}>'


class Overriding(pickle.Pickler):
    def reducer_override(self, obj):
        return (str, ('over',)) if isinstance(obj, Plain) else NotImplemented


for protocol in (0, 2, 4):
    f = io.BytesIO()
    WithIds(f, protocol).dump([1, Plain()])
    f.seek(0)
    print(f.getvalue(), FromIds(f).load())
    f = io.BytesIO()
    Overriding(f, protocol).dump([Plain(), 2])
    print(pickle.loads(f.getvalue()))
f = io.BytesIO()
p = pickle.Pickler(f)
p.dump(shared)
p.dump(shared)
print(f.getvalue(), f.seek(0), [pickle.load(f)])
