# Instances through pickle: plain ones, shared and cyclic ones, and classes with hooks.
import pickle
import copyreg
import abc
import enum


class P:
    def __init__(self, x=1):
        self.x = x
        self.y = [1, 2]


class Q(P):
    kind = 'q'

    def __eq__(self, other):
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.x)


class Empty:
    pass


class Slots:
    __slots__ = ('a', 'b')


class Both(Slots):
    pass


class State:
    def __getstate__(self):
        return {'kept': 5}

    def __setstate__(self, state):
        self.restored = state


class Args:
    def __new__(cls, n):
        self = super().__new__(cls)
        self.n = n
        return self

    def __getnewargs__(self):
        return (self.n,)


class Reduced:
    def __reduce__(self):
        return Reduced, ()


class Registered:
    pass


class Guarded:
    def __init__(self):
        self.__dict__['v'] = 3

    def __setattr__(self, name, value):
        raise AttributeError('no')


class Prop:
    def __init__(self):
        self._w = 4
        self.__dict__['w'] = 'hidden'

    @property
    def w(self):
        return self._w


class Color(enum.Enum):
    RED = 1


class Abstract(abc.ABC):
    @abc.abstractmethod
    def f(self):
        ...


class Concrete(Abstract):
    def f(self):
        return 1


class Outer:
    class Inner:
        pass


class D(dict):
    pass


def through(obj):
    return pickle.loads(pickle.dumps(obj))


p = through(P(7))
print(type(p) is P, p.__dict__)
p.z = 1
print(p.x, p.z, list(p.__dict__))
q = through([Q(i) for i in range(5)])
print([(type(i).__name__, i.x, i.y) for i in q], q[0].kind)
one = P()
a, b = through((one, one))
print(a is b, a.y is b.y)
one.me = one
c = through(one)
print(c.me is c, sorted(c.__dict__))
one.ring = [one, {'k': one}, (one, 1)]
c = through(one)
print(c.ring[0] is c, c.ring[1]['k'] is c, c.ring[2][0] is c)
print(through({Q(1): 'a', Q(2): Q(3)}) == {Q(1): 'a', Q(2): Q(3)})
print(type(through(Empty())).__name__, through(Empty()).__dict__)
s = Slots()
s.a = 1
s = through(s)
print(s.a, hasattr(s, 'b'))
s = Both()
s.a, s.c = 1, 2
s = through(s)
print(s.a, s.c, s.__dict__)
print(through(State()).restored, through(Args(5)).n, type(through(Reduced())).__name__)
copyreg.pickle(Registered, lambda r: (Empty, ()))
print(type(through(Registered())).__name__)
print(through(Guarded()).v, through(Prop()).w, through(Prop()).__dict__)
print(through(Color.RED) is Color.RED, through(Concrete()).f(), type(through(Outer.Inner())).__qualname__)
d = D(a=1)
d.extra = 2
d = through(d)
print(d, d.extra, type(d).__name__)
print(through([P, Q, Color, len, int]) == [P, Q, Color, len, int])
many = P()
for i in range(200):
    setattr(many, f'attr{i}', i)
print(through(many).__dict__ == many.__dict__)
odd = P()
odd.__dict__['not a name'] = 1
print(through(odd).__dict__)


def local():
    class L:
        pass
    return L()


for bad in (local(), lambda: 1, [P(), local()]):
    try:
        pickle.dumps(bad)
    except (AttributeError, pickle.PicklingError) as e:
        print(type(e).__name__ if callable(bad) else e)

kept = P
data = pickle.dumps(P())
instance = P()
P = Q
try:
    pickle.dumps(instance)
except pickle.PicklingError as e:
    print('not the same object' in str(e))
print(type(pickle.loads(data)).__name__)
del P
try:
    pickle.loads(data)
except AttributeError as e:
    print('P' in str(e))
P = kept
data = pickle.dumps(Concrete())
Concrete = Abstract
try:
    pickle.loads(data)
except TypeError as e:
    print(e)
for broken in (b'\x80\x04\x93.', b'\x80\x04)\x81.', b'\x80\x04}b.', b'\x80\x04NN\x93.', b'\x80\x04N)\x81.', data[:-3]):
    try:
        print(pickle.loads(broken))
    except Exception as e:
        print('broken')
chain = None
for i in range(150):
    link = Empty()
    link.next = chain
    chain = link
n, at = 0, through(chain)
while at is not None:
    n, at = n + 1, at.next
print(n)

from collections import OrderedDict, deque
nan = float('nan')
a, b = OrderedDict([(1, 2), (3, 4)]), OrderedDict([(3, 4), (1, 2)])
print(a == b, a == a, a == dict(b), a != b, OrderedDict([(nan, 1)]) == OrderedDict([(nan, 1)]))
d = deque([nan, 1])
print(d == d, d != d, d <= d, d >= d, d < d, d > d, deque() == deque())
