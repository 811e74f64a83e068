import pickle, io, collections, datetime, decimal, enum
class P:
    def __init__(self, x): self.x = x; self.me = self
class S:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1; self.b = [2]
class St:
    def __getstate__(self): return {'k': 1}
    def __setstate__(self, s): self.got = s
class R:
    def __reduce__(self): return (R.make, (5,))
    @staticmethod
    def make(n):
        r = R(); r.n = n; return r
class C(enum.Enum):
    A = 1
NT = collections.namedtuple('NT', 'a b')
class L(list): pass
def f(): pass
vals = [None, True, False, 0, 1, 255, 256, -1, 2**31, -2**31, 2**70, -2**70, 1.5, float('inf'), 'x', 'é' * 300, b'', b'a' * 300, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1, [2]], {}, {'a': {'b': 1}}, {1, 2}, frozenset([1]), range(3), 1j, bytearray(b'x'), datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2, 3, 4), datetime.timedelta(3), decimal.Decimal('1.5'), collections.OrderedDict(a=1), collections.Counter('aab'), collections.deque([1, 2], 5), collections.defaultdict(list, a=[1]), NT(1, 2), C.A, len, int, f, slice(1, 2)]
for v in vals:
    b = pickle.dumps(v)
    w = pickle.loads(b)
    assert w == v and type(w) is type(v), (v, w)
print('ok', len(vals))
p = pickle.loads(pickle.dumps(P(3)))
print(p.x, p.me is p)
s = pickle.loads(pickle.dumps(S()))
print(s.a, s.b, pickle.loads(pickle.dumps(St())).got, pickle.loads(pickle.dumps(R())).n)
l = [1]; l.append(l)
m = pickle.loads(pickle.dumps(l))
print(m[1] is m)
a = [1]; d = pickle.loads(pickle.dumps([a, a])); print(d[0] is d[1])
e = pickle.loads(pickle.dumps(ValueError('bad', 1))); print(repr(e))
x = L([1, 2]); x.tag = 't'; y = pickle.loads(pickle.dumps(x)); print(y, y.tag, type(y).__name__)
buf = io.BytesIO(); pickle.dump(1, buf); pickle.dump('two', buf); buf.seek(0); print(pickle.load(buf), pickle.load(buf))
for bad in (lambda: pickle.dumps(lambda: 1), lambda: pickle.dumps((i for i in [])), lambda: pickle.loads(b''), lambda: pickle.loads(b'garbage')):
    try: bad()
    except Exception as e: print(type(e).__name__)
