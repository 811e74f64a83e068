# Classes that derive from types.ModuleType, also as what import gives.
import sys
import types


class Lazy(types.ModuleType):
    made = []

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        self.made.append(name)
        value = name.upper()
        setattr(self, name, value)
        return value

    @property
    def total(self):
        return len(self.made)


m = Lazy('lazy_one', 'its doc')
print(m, m.__name__, m.__doc__, m.__spec__, isinstance(m, types.ModuleType), type(m).__mro__[1].__name__)
print(m.alpha, m.alpha, m.beta, m.total)
sys.modules['lazy_one'] = m
import lazy_one
from lazy_one import gamma, alpha as first
print(lazy_one is m, gamma, first, lazy_one.total, sorted(k for k in vars(m) if k[0] != '_'))


class Plain(types.ModuleType):
    limit = 3

    def __init__(self, name):
        super().__init__(name)
        self.x = 1


p = Plain('plain')
p.y = 2
print(p.x, p.y, p.limit, p.__doc__, repr(p))
for action in ['p.nothing', 'types.ModuleType()', 'types.ModuleType(3)']:
    try:
        eval(action)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
