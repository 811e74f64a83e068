# OrderedDict, defaultdict, ChainMap and the User classes: copies, state, operators between them.
import copy
import pickle
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict

od = OrderedDict([('a', 1), ('b', 2)])
od.x = ['attr']
for dup in (copy.copy(od), copy.deepcopy(od), pickle.loads(pickle.dumps(od))):
    print(dup, dup == od, dup.x, dup.x is od.x)
print(od.__reduce__()[1:3], list(od.__reduce__()[4]))
print(od.pop('a', default=5), od.pop('q', default=5), od.setdefault('n', default=9), od)
try:
    od.pop('zz')
except KeyError as e:
    print('KeyError', e)
od['self'] = od
print(od)
d = defaultdict(list)
d['me'] = d
print(d)


class Own(defaultdict):
    def __init__(self):
        self.default_factory = self._factory

    def _factory(self):
        return []


print(repr(Own()).count('...'), defaultdict.__new__(defaultdict))
print({'a': 1} | ChainMap({'b': 2}), ChainMap({'a': 1}) | {'c': 3}, UserDict(a=1) | {'b': 2}, {'z': 0} | UserDict(a=1))
u = UserList([1, 2])
u.note = [3]
v = copy.copy(u)
print(v, v.note is u.note, v.data is u.data, type(v).__name__)
s = UserString('value %s')
print(s % UserString('x'), type(s % 1).__name__, s.isascii(), s.encode(None), complex(UserString('1+2j')), type(s.join('ab')).__name__)
print(UserString('{a}').format_map({'a': 1}), UserString.maketrans('a', 'b'), 'a%s' % UserString('q'))
print(Counter('aab').__reduce__()[1])
