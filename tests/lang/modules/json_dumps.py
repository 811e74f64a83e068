# json.dumps: text of every kind of value, options, errors.
import json

values = [
    None, True, False, 0, -1, 2**63, -2**100, 1.0, 0.1, -0.0, 1e16, 1e15, 123456789012345.6, 1e22, 1.5e-7, 0.0001, 0.00001, 5e-324, 1.7976931348623157e308,
    9007199254740993.0, 4503599627370496.5, float('nan'), float('inf'), float('-inf'),
    '', 'abc', 'quote " backslash \\ slash /', '\x00\x01\x1f\x7f\x80', '\b\f\n\r\t', 'h\u00e9', '\u4f60\u597d', '\U0001f600', '\ud83d', 'x' * 50 + '\u00e9',
    [], [1], [1, [2, [3]]], (), (1, 2), {}, {'a': 1}, {'a': [], 'b': {}, 'c': {'d': None}},
    {1: 'a', 2.5: 'b', None: 'c', True: 'd', False: 'e', 'f': 'g'}, {2**70: 1}, {float('inf'): 1},
]
for v in values:
    print(ascii(json.dumps(v)), ascii(json.dumps(v, ensure_ascii=False)))

doc = {'name': 'x', 'list': [1, 2, [], {}, [3]], 'empty': {}, 'nested': {'k': {'z': 1}}, 't': (1, 2)}
for indent in (None, 0, 1, 2, 4, -1, '', '\t', '--', True):
    print(repr(indent), json.dumps(doc, indent=indent))
print(json.dumps(doc, separators=(',', ':')))
print(json.dumps(doc, separators=(' ; ', ' = '), indent=1))
print(json.dumps({'b': 1, 'a': 2, 'c': {'z': 1, 'y': 2}}, sort_keys=True))
print(json.dumps({3: 1, 1: 2, 2: 3}, sort_keys=True))
print(json.dumps({'b': 1, 'a': {}}, sort_keys=True, indent=2, separators=(',', ':')))
print(json.dumps({(1, 2): 1, 'a': 2, b'x': 3}, skipkeys=True))
print(json.dumps({(1, 2): 1}, skipkeys=True, indent=2))

def attempt(*args, **kw):
    try:
        print(json.dumps(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

attempt({(1, 2): 1})
attempt({'a': 1, 2: 3}, sort_keys=True)
attempt({1, 2})
attempt(b'bytes')
attempt(object)
attempt([1, {'a': len}])
attempt(float('nan'), allow_nan=False)
attempt([float('inf')], allow_nan=False)
attempt({float('nan'): 1}, allow_nan=False)
attempt(1, indent=1.5)
loop = []
loop.append(loop)
attempt(loop)
d = {}
d['self'] = [d]
attempt(d)
shared = [1]
attempt([shared, shared])

class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

attempt(Point(1, 2))
attempt([Point(1, 2)], default=lambda o: [o.x, o.y])
attempt({'p': Point(1, Point(2, 3))}, default=lambda o: o.__dict__)
attempt(Point(1, 2), default=lambda o: o)
attempt({1, 2, 3}, default=sorted)

def failing(o):
    raise ValueError('no ' + type(o).__name__)

attempt(Point(1, 2), default=failing)

deep = []
for i in range(100000):
    deep = [deep]
try:
    json.dumps(deep)
except RecursionError:
    print('RecursionError')

class S(str):
    pass

class L(list):
    pass

class D(dict):
    pass

class I(int):
    pass

class F(float):
    pass

print(json.dumps([S('s'), L([1]), D(a=1), I(5), F(1.5)]), json.dumps({S('k'): 1, I(3): 2, F(2.5): 3}))

class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)

print(json.dumps({'z': 2 + 1j}, cls=Encoder), json.dumps([1, {'a': 2j}], cls=Encoder, indent=1))
attempt(Point(1, 1), cls=Encoder)
print(json.JSONEncoder().encode({'a': [1, 2]}), json.JSONEncoder(indent=2, sort_keys=True).encode({'b': 1, 'a': 2}), Encoder(separators=(',', ':')).encode([1, 2, 3j]))
print(''.join(json.JSONEncoder().iterencode([1, 'a', None])))

class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

w = Writer()
print(json.dump({'a': [1, 2]}, w), ''.join(w.parts))
w = Writer()
json.dump([1], w, indent=2)
print(''.join(w.parts))
data = {'users': [{'id': i, 'name': 'user%d' % i, 'score': i * 0.5, 'ok': i % 2 == 0} for i in range(200)]}
print(len(json.dumps(data)), json.loads(json.dumps(data)) == data)
