from collections.abc import *
import collections.abc as cabc
from collections import deque, defaultdict, OrderedDict, UserList, ChainMap
vals = [1, 'a', [1], (1,), {1: 2}, {1}, frozenset([1]), b'x', range(3), iter([]), (i for i in []), len, lambda: 0, deque(), {}.keys(), {}.values(), {}.items(), defaultdict(int), OrderedDict(), ChainMap(), bytearray()]
for name in ('Hashable', 'Iterable', 'Iterator', 'Sized', 'Container', 'Callable', 'Collection', 'Sequence', 'MutableSequence', 'Set', 'MutableSet', 'Mapping', 'MutableMapping', 'Generator', 'Reversible', 'KeysView', 'ByteString'):
    print(name, ''.join('01'[isinstance(v, getattr(cabc, name))] for v in vals))
print(issubclass(list, Sequence), issubclass(dict, Mapping), issubclass(int, Hashable), issubclass(list, Hashable))
class S(Sequence):
    def __init__(self, x): self.x = x
    def __getitem__(self, i): return self.x[i]
    def __len__(self): return len(self.x)
s = S([3, 4, 5]); print(list(s), 4 in s, s.index(5), s.count(3), list(reversed(s)), isinstance(s, Iterable))
class M(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M(); m['a'] = 1; m.update(b=2); print(dict(m), m.get('z', 0), m.pop('a'), m.setdefault('q', 5), list(m.items()), m == {'b': 2, 'q': 5}, list(m.keys()), m.popitem())
try: m.pop('nope')
except KeyError as e: print(repr(e))
try: Sequence()
except TypeError as e: print(e)
class Incomplete(Mapping): pass
try: Incomplete()
except TypeError as e: print(e)
class MS(Set):
    def __init__(self, it): self.e = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.e
    def __iter__(self): return iter(self.e)
    def __len__(self): return len(self.e)
a, b = MS([1, 2, 3]), MS([2, 3, 4]); print(sorted(a & b), sorted(a | b), sorted(a - b), sorted(a ^ b), a <= b, MS([2]) < a, a == MS([3, 2, 1]), a.isdisjoint(b))
class C:
    def __iter__(self): return iter(())
    def __len__(self): return 0
    def __contains__(self, x): return False
print(isinstance(C(), Collection), isinstance(C(), Sized), isinstance(C(), Sequence))
Sequence.register(C); print(isinstance(C(), Sequence), issubclass(C, Sequence))
