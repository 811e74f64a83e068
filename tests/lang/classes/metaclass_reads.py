# A metaclass that answers every read of a class; names of methods; documented fields.
from collections import namedtuple


class Watching(type):
    def __getattribute__(cls, name):
        if name in type.__getattribute__(cls, '__dict__') and not name.startswith('__'):
            seen.append(name)
        return super().__getattribute__(name)


class Falling(type):
    def __getattribute__(cls, name):
        raise AttributeError(name)

    def __getattr__(cls, name):
        return f'<{name}>'


seen = []


class A(metaclass=Watching):
    x = 1

    def m(self):
        return self.x


class B(metaclass=Falling):
    x = 1


for _ in range(3):
    print(A.x, A().m(), A.m(A()), A.__name__, getattr(A, 'y', None))
print(seen, B.x, B.anything)

for read in (lambda: A().m.foo, lambda: A.m.foo, lambda: [].append.foo, lambda: A().m.__wrapped__):
    try:
        print(read())
    except AttributeError as e:
        print(e)

Point = namedtuple('Point', 'x y')
print(Point.x.__doc__)
Point.x.__doc__ = 'Across'
Point.__doc__ += ': a place'
print(Point.x.__doc__, Point.__doc__, Point(1, 2).x)
try:
    len.__doc__ = 'no'
except AttributeError as e:
    print(e)


def broken():
    yield 1
    raise StopIteration


try:
    list(broken())
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


class Plain:
    pass


print(Plain().__weakref__, [n for n in dir(Plain()) if not hasattr(Plain(), n)], [n for n in dir(Plain) if not hasattr(Plain, n)])
