# The bytes of a pickle are those of CPython: short forms, batches, frames.
import pickle, collections, datetime, decimal, fractions
class P:
    def __init__(self, x): self.x = x
class Q:
    pass
class S(dict): pass
class LL(list): pass
big = [{'id': i, 'name': 'n%d' % i, 'tags': ('a', 'b'), 'v': i * 1.5} for i in range(2000)]
for o in ([], [1], [1, 2], {}, {1: 2}, {1: 2, 3: 4}, (), (1,), (1, 2, 3, 4), 'x', 'é' * 200, b'y' * 300, 255, 256, 65535, 65536, -1, 2**31, -2**31, 2**40, -2**70, 1.5, None, True, big, list(range(3000)), {i: str(i) for i in range(3000)}, 'z' * 65535, 'z' * 65536, b'z' * 70000, ['q' * 70000, 1, 'r' * 70000], [b'x' * 40000, b'y' * 40000, b'w' * 40000], [[[]]], P(1), P([P(2), P({'a': 1})]), Q(), S(a=1), LL([1]), LL([1, 2, 3]), {1, 2}, {1}, frozenset([3]), set(), frozenset(), 1j, range(5), slice(1, 2), bytearray(b'abc'), collections.OrderedDict(a=1, b=2), collections.deque([1, 2]), collections.Counter('aab'), datetime.timedelta(3), decimal.Decimal('1.5'), fractions.Fraction(1, 3), len, int, P, ValueError('x', 1), ..., [P(i) for i in range(3000)], ['a' * 100] * 3 + [str(i) * 50 for i in range(2000)]):
    d = pickle.dumps(o)
    import hashlib
    back = pickle.loads(d)
    print(type(o).__name__, len(d), hashlib.md5(d).hexdigest(), d[:60] if len(d) < 200 else '')
