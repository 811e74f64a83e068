"""Pickles that mix plain data with objects which say themselves how to be rebuilt."""
import collections
import copyreg
import datetime
import decimal
import enum
import fractions
import io
import pickle
from dataclasses import dataclass, field


class Color(enum.Enum):
    RED = 1
    GREEN = 'g'


Point = collections.namedtuple('Point', 'x y')


@dataclass
class Item:
    name: str
    tags: list = field(default_factory=list)


@dataclass(slots=True)
class Slim:
    a: int
    b: object = None


class Stateful:
    def __init__(self, n):
        self.n = n
        self.skip = 'not kept'

    def __getstate__(self):
        return {'n': self.n}

    def __setstate__(self, state):
        self.n = state['n'] + 100
        self.skip = 'restored'


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return Reduced, self.args, {'extra': len(self.args)}


class NewArgs(int):
    def __new__(cls, value, *, scale=1):
        self = super().__new__(cls, value * scale)
        self.scale = scale
        return self

    def __getnewargs_ex__(self):
        return (int(self) // self.scale,), {'scale': self.scale}


class Bag(list):
    label = 'none'


class Table(dict):
    pass


class ByTable:
    def __init__(self, v):
        self.v = v


copyreg.pickle(ByTable, lambda o: (ByTable, (o.v * 2,)))


class SetState:
    def __reduce__(self):
        return SetState, (), {'q': 1}, None, None, restore


def restore(obj, state):
    obj.restored = state


def plain_function(x):
    return x + 1


class Boom:
    def __reduce__(self):
        raise RuntimeError('no pickle for you')


bag = Bag([1, 2, 3])
bag.label = 'three'
table = Table(a=1, b=[2])
table.note = 'kept'
values = {
    'date': datetime.date(2020, 2, 29), 'when': datetime.datetime(2021, 5, 6, 7, 8, 9, 10), 'delta': datetime.timedelta(days=3, seconds=5),
    'decimal': decimal.Decimal('3.140'), 'fraction': fractions.Fraction(22, 7), 'color': [Color.RED, Color.GREEN, Color.RED],
    'point': Point(1, [2]), 'item': Item('n', ['a', 'b']), 'slim': Slim(1, Slim(2)), 'big': [2 ** 70, -2 ** 70, 2 ** 63, -2 ** 63, -2 ** 63 - 1, 255 << 64],
    'huge': 1 << 3000, 'neg': -(1 << 3000), 'reduced': Reduced(1, 'x'), 'newargs': NewArgs(4, scale=3), 'bag': bag, 'table': table,
    'bytearray': [bytearray(b'abc'), bytearray()], 'complex': 1 - 2j, 'range': range(3, 30, 4), 'type': [int, Color, type(None), NotImplemented, ...],
    'function': [plain_function, len, dict.fromkeys], 'counter': collections.Counter('hello'), 'ordered': collections.OrderedDict(z=1, a=2),
    'deque': collections.deque([1, 2], maxlen=5), 'default': collections.defaultdict(list, k=[1]), 'set': {1, (2, 3)}, 'frozen': frozenset('a'),
    'exception': ValueError('bad', 3), 'slice': slice(1, 2), 'bytes': b'\x00\xff', 'state': SetState(),
}
for protocol in (0, 1, 2, 3, 4, 5):
    wrong = []
    for name, value in values.items():
        if protocol < 2 and name == 'slim':
            continue
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        if repr(back) != repr(value) and name not in ('reduced', 'state', 'function'):
            wrong.append(name)
    print(protocol, wrong)
data = pickle.dumps(values)
back = pickle.loads(data)
print(sorted(back) == sorted(values), back['color'][0] is Color.RED, back['point'], back['item'] == values['item'], back['slim'])
print(back['reduced'].args, back['reduced'].extra, back['newargs'], back['newargs'].scale, back['bag'], back['bag'].label, back['table'].note)
print(back['state'].restored, back['function'][0](1), back['exception'].args, back['default'].default_factory, back['deque'].maxlen)
for name in ('date', 'decimal', 'point', 'item', 'reduced', 'newargs', 'bag', 'big', 'type', 'default', 'counter', 'ordered', 'bytearray', 'state', 'slim'):
    for protocol in (4, 5):
        print(name, protocol, pickle.dumps(values[name], protocol).hex())
print([(s.n, s.skip) for s in pickle.loads(pickle.dumps([Stateful(1), Stateful(2)]))])
print(pickle.loads(pickle.dumps([ByTable(3)]))[0].v)

# identity and cycles
shared = Item('s')
a, b = pickle.loads(pickle.dumps((shared, [shared])))
print(a is b[0])
loop = Bag()
loop.append(loop)
back = pickle.loads(pickle.dumps(loop))
print(back[0] is back, type(back))
ring = Reduced()
ring.me = ring
outer = [1]
outer.append((outer, {'o': outer}))
back = pickle.loads(pickle.dumps(outer))
print(back[1][0] is back, back[1][1]['o'] is back)
many = [datetime.date(2000, 1, 1 + i % 28) for i in range(3000)]
print(pickle.loads(pickle.dumps(many)) == many, len(pickle.dumps(many)))
long_bag = Bag(range(2500))
print(pickle.loads(pickle.dumps(long_bag)) == long_bag, len(pickle.dumps(long_bag)))
wide = Table((i, str(i)) for i in range(2001))
print(pickle.loads(pickle.dumps(wide)) == wide, len(pickle.dumps(wide)))

# files
f = io.BytesIO()
for value in (values['date'], [1, 2], values['item']):
    pickle.dump(value, f)
f.write(b'tail')
f.seek(0)
print(pickle.load(f), pickle.load(f), pickle.load(f), f.read())


class Tracked(pickle.Unpickler):
    def find_class(self, module, name):
        print('find', module, name)
        return super().find_class(module, name)


print(Tracked(io.BytesIO(pickle.dumps([values['date'], Point(1, 2)]))).load())


def fails(action):
    try:
        print('no error', action())
    except Exception as e:
        print(type(e).__name__, str(e).partition(' from ')[0])


fails(lambda: pickle.dumps([1, Boom()]))
fails(lambda: pickle.dumps(lambda: 0))
fails(lambda: pickle.loads(pickle.dumps([Item('x')])[:-4]))
fails(lambda: pickle.loads(b'\x80\x04cnosuchmodule\nX\n.'))
fails(lambda: pickle.loads(b'\x80\x04\x8c\x08__main__\x8c\x06NoSuch\x93.'))
fails(lambda: pickle.loads(b'\x80\x04K\x01)R.'))
fails(lambda: pickle.loads(b'\x80\x09N.'))
fails(lambda: pickle.loads(b''))
fails(lambda: pickle.dump(1, 5))


class Grows:
    def __init__(self, owner):
        self.owner = owner

    def __reduce__(self):
        self.owner[len(self.owner)] = 1
        return int, ()


d = {}
d['a'] = Grows(d)
d['b'] = 1
fails(lambda: pickle.dumps(d))


class Shrinks:
    def __init__(self, owner):
        self.owner = owner

    def __reduce__(self):
        self.owner.clear()
        return int, ()


items = [1, 2]
items.insert(1, Shrinks(items))
print(pickle.loads(pickle.dumps(items)))
nested = []
for _ in range(100000):
    nested = [nested]
fails(lambda: pickle.dumps(nested))
deep = []
for _ in range(400):
    deep = [deep]
print(len(pickle.dumps(deep)))
