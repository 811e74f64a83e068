from collections import defaultdict, OrderedDict, Counter, ChainMap, UserDict, UserList, UserString, namedtuple
d = defaultdict(list); d['a'].append(1); d['b']; print(d, dict(d), 'c' in d, d.get('c'))
n = defaultdict(int, x=3)
for ch in 'hello': n[ch] += 1
print(sorted(n.items()), n.default_factory, n.copy() == n, type(n.copy()).__name__)
try: defaultdict(5)
except TypeError as e: print(e)
try: defaultdict()['q']
except KeyError as e: print(repr(e))
dd = defaultdict(lambda: defaultdict(int)); dd['a']['b'] += 1; print(dd['a'])
o = OrderedDict([('a', 1), ('b', 2), ('c', 3)]); o.move_to_end('a'); print(o, list(o)); o.move_to_end('c', last=False); print(o)
print(o.popitem(), o.popitem(last=False), o, OrderedDict(a=1) == {'a': 1}, OrderedDict([('a',1),('b',2)]) == OrderedDict([('b',2),('a',1)]))
print(OrderedDict(), list(reversed(OrderedDict(x=1, y=2))), OrderedDict.fromkeys('ab', 0))
c = Counter('abracadabra'); print(c, c.most_common(2), c['zz'], sum(c.values()), c.total())
c.update('aaa'); c.subtract({'b': 5}); print(c, sorted(c.elements()))
print(Counter(a=3, b=1) + Counter(a=1, b=2), Counter(a=3, b=1) - Counter(a=1, b=2), Counter(a=3) & Counter(a=1), Counter(a=3) | Counter(b=1), +Counter(a=-1, b=2), -Counter(a=-1))
print(Counter(a=1) == Counter(a=1, b=0), Counter([1, 1]) >= Counter([1]), Counter(), type(c.copy()).__name__)
del c['nope']; print(Counter({'x': 2}), isinstance(c, dict), c == dict(c))
m = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(m, m['a'], m['b'], len(m), sorted(m), dict(m), m.parents, m.new_child({'z': 0})['z'])
m['q'] = 9; print(m.maps[0]); 
try: m['nope']
except KeyError as e: print(e)
class U(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
u = U(a=1); u['b'] = 2; u.update({'c': 3}); print(u, u['A'], list(u.items()), 'B' in u, u.pop('A'), len(u))
l = UserList([3, 1]); l.append(2); l.sort(); print(l, l[0], l + [9], l[1:], isinstance(l, UserList))
s = UserString('abc'); print(s.upper(), s + 'd', s == 'abc', type(s.upper()).__name__, len(s))
P = namedtuple('P', 'x y'); p = P(1, y=2); print(p, p.x, p[1], p._asdict(), p._replace(x=5), P._fields, P._make([7, 8]), p == (1, 2))
x, y = p; print(x, y, hash(p) == hash((1, 2)), isinstance(p, tuple), P.__name__, P.__doc__)
Q = namedtuple('Q', ['a', 'b', 'c'], defaults=[10, 20]); print(Q(1), Q(1, 2), Q._field_defaults)
for bad in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: p._replace(q=1), lambda: namedtuple('a b', 'x'), lambda: namedtuple('A', 'x x'), lambda: namedtuple('A', 'class'), lambda: namedtuple('A', '_x'), lambda: P._make([1])):
    try: print(bad())
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
print(namedtuple('R', 'a a class', rename=True)._fields)
try: p.x = 3
except AttributeError as e: print('AttributeError')
class Pt(namedtuple('Pt', 'x y')):
    __slots__ = ()
    @property
    def norm(self): return (self.x ** 2 + self.y ** 2) ** .5
    def __str__(self): return f'<{self.x}>'
print(Pt(3, 4).norm, Pt(3, 4), repr(Pt(3, 4)), sorted([P(2, 1), P(1, 5)]), max(P(2, 1), P(1, 5)))
match p:
    case P(x=1, y=b): print('m', b)
match p:
    case P(a, b): print(a, b)
