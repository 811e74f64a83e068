import copy, pickle, datetime, collections, functools, itertools, decimal, fractions, uuid, pathlib, enum, types, weakref, threading
class P: 
    def __init__(s, x): s.x = x
    def __eq__(s, o): return s.x == o.x
    def m(self): return 1
class S:
    __slots__ = ('a','b')
    def __init__(s): s.a = 1
class L(list): pass
class D(dict): pass
class I(int): pass
class T(tuple): pass
class ST(set): pass
class C(enum.Enum): A=1
class E(Exception):
    def __init__(self, a, b): super().__init__(a, b); self.c = 3
NT = collections.namedtuple('NT', 'a b')
def show(x): return repr(x)
l = L([1,2]); l.z = [5]
d = D(a=1); d.q = 2
t = T((1,[2]))
objs = [datetime.date(2020,1,2), datetime.datetime(2020,1,2,3,4,5,6), datetime.datetime(2020,1,2,tzinfo=datetime.timezone.utc), datetime.time(1,2), datetime.timedelta(1,2,3), datetime.timezone.utc, datetime.timezone(datetime.timedelta(hours=2),'x'),
  collections.deque([1,2],5), collections.OrderedDict(a=1), collections.defaultdict(list, a=[1]), collections.Counter('aab'), NT(1,[2]), l, d, I(5), t, ST([1]), C.A, E(1,2), decimal.Decimal('1.5'), fractions.Fraction(1,3), uuid.UUID(int=5), pathlib.PurePosixPath('/a'),
  range(3), slice(1,2), {1,2}, frozenset([1]), bytearray(b'x'), 3+4j, functools.partial(int, base=2), int|str, list[int], collections.ChainMap({1:2}), types.SimpleNamespace(a=1), ValueError('x'), KeyError(1), OSError(2,'x'), UnicodeDecodeError('utf8', b'x', 0, 1, 'bad'), len, int, P, show, [].__class__, NotImplemented, ..., None]
objs = [o for o in objs if o is not show]
for o in objs:
    for f in copy.copy, copy.deepcopy, lambda o: pickle.loads(pickle.dumps(o)):
        try: r = f(o); print(show(r) if not isinstance(r, (P,)) else r.x, type(r) is type(o), end=' ')
        except Exception as e: print('!!', type(o), type(e), e, end=' ')
    print()
p = P([1]); s = S()
for f in copy.copy, copy.deepcopy, lambda o: pickle.loads(pickle.dumps(o)):
    q = f(p); print(q.x, q.x is p.x); q = f(s); print(q.a, hasattr(q,'b')); q = f(l); print(q, q.z, q.z is l.z); q = f(d); print(q, q.q)
    print(f(p.m)())
def g(): yield
for o in g(), types, open('/dev/null'), threading.Lock(), {}.keys(), (lambda: 1), weakref.ref(p):
    for f in copy.copy, copy.deepcopy, pickle.dumps:
        try: f(o); print('ok')
        except Exception as e: print(type(e).__name__, str(e).split(' at 0x')[0])
print([r[0].__name__ for r in (object().__reduce_ex__(2), P(1).__reduce_ex__(2), S().__reduce_ex__(2))], P(1).__reduce_ex__(2)[1:], S().__reduce_ex__(2)[1:], L([1]).__reduce_ex__(4)[1:3])
print(P(1).__getstate__(), S().__getstate__(), object().__getstate__(), P(1).__reduce__()[1:])
print([x for x in dir(object)])
a = []; a.append(a); b = copy.deepcopy(a); print(b[0] is b); b = pickle.loads(pickle.dumps(a)); print(b[0] is b)


class Node:
    def __init__(self, name):
        self.name, self.next = name, None

    def __reduce__(self):
        return Node, (self.name,), {'next': self.next}


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __getnewargs_ex__(self):
        return (), {}

    def __getstate__(self):
        return (self.x, self.y)

    def __setstate__(self, state):
        self.x, self.y = state


class Registered:
    def __init__(self, v):
        self.v = v


class Persistent(pickle.Pickler):
    def persistent_id(self, obj):
        return 'node' if isinstance(obj, Node) else None


class Loader(pickle.Unpickler):
    def persistent_load(self, pid):
        return 'loaded ' + pid


import copyreg, io
copyreg.pickle(Registered, lambda r: (Registered, (r.v * 2,)))
print(copy.copy(Registered(2)).v, copy.deepcopy(Registered(3)).v, pickle.loads(pickle.dumps(Registered(4))).v)
a, b = Node('a'), Node('b')
a.next, b.next = b, a
for made in copy.deepcopy(a), pickle.loads(pickle.dumps(a)):
    print(made.name, made.next.name, made.next.next is made)
for made in copy.copy(Point(1, [2])), copy.deepcopy(Point(1, [2])), pickle.loads(pickle.dumps(Point(1, [2]))):
    print(made.x, made.y)
out = io.BytesIO()
Persistent(out).dump([1, a])
print(Loader(io.BytesIO(out.getvalue())).load())
for bad in (lambda s: 5), (lambda s: (1,)), (lambda s: (1, ())), (lambda s: (int, 5)):
    Node.__reduce__ = bad
    try:
        pickle.dumps(a)
    except pickle.PicklingError as e:
        print(e)
