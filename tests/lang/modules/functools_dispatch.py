import abc
import collections.abc as c
import functools
from functools import cached_property, partial, partialmethod, singledispatch, singledispatchmethod
from typing import Union


@singledispatch
def f(x):
    return 'base'


@f.register(c.Sized)
def _(x): return 'sized'


@f.register
def _(x: int | str): return 'int or str'


@f.register
def _(x: Union[float, bytes]): return 'float or bytes'


@f.register
def _(x: 'list'): return 'list'


print(f(1), f('a'), f(1.0), f(b''), f([]), f({}), f(None), f(True))
print(type(f.registry).__name__, f.dispatch(set).__code__ is f.registry[c.Sized].__code__)


class Both(c.Sized, c.Iterable):
    def __len__(self): return 0

    def __iter__(self): return iter(())


@f.register(c.Iterable)
def _(x): return 'iterable'


class P:
    def __len__(self): return 0

    def __iter__(self): return iter(())


print(f(Both()))
try:
    print(f(P()))
except RuntimeError as e:
    print(str(e).split(':')[0])
for bad in (lambda: f.register(42), lambda: f.register(lambda x: x), lambda: f.register(list[int], lambda x: x), lambda: f()):
    try:
        bad()
    except TypeError as e:
        print(str(e).split(' at 0x')[0].split('<')[0])


class A:
    @singledispatchmethod
    def m(self, x): return 'any'

    @m.register
    def _(self, x: int): return 'int'

    @singledispatchmethod
    @classmethod
    def k(cls, x): return cls.__name__

    @k.register(int)
    @classmethod
    def _(cls, x): return cls.__name__ + ' int'


print(A().m(1), A().m(''), A.k(1), A().k(''))


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, extra=0):
        self.alive = state, extra
        return self.alive

    set_on = partialmethod(set_state, True)
    twice = partialmethod(set_on, extra=2)
    stat = partialmethod(staticmethod(lambda *a: a), 1)
    cls_m = partialmethod(classmethod(lambda cls, *a: (cls.__name__, a)), 1)
    plain = partialmethod(partial(lambda *a, **k: (len(a), k), 1), 2, k=3)


cell = Cell()
print(cell.set_on(), cell.set_on(extra=1), cell.twice(), Cell.set_on(cell, 5), cell.stat(2), Cell.stat(2), cell.cls_m(2), cell.plain(4))
print(Cell.__dict__['set_on'].__repr__().split(' at ')[0].split('<')[0], cell.stat.__class__.__name__, cell.set_on.__class__.__name__)


class WithSlots:
    __slots__ = ()

    @cached_property
    def x(self): return 1


class Cached:
    @cached_property
    def x(self):
        """doc"""
        print('computed')
        return 5


try:
    WithSlots().x
except TypeError as e:
    print(e)
o = Cached()
print(o.x, o.x, o.__dict__, Cached.x.__doc__)
o.__dict__['x'] = 7
print(o.x)


class Abstract(abc.ABC):
    @abc.abstractmethod
    def m(self): pass

    p = partialmethod(m, 1)


print(sorted(Abstract.__abstractmethods__))


@functools.lru_cache(maxsize=2)
def cached(x): return x


print(cached(1), cached(1), cached.cache_info(), cached.cache_parameters())


class Callable:
    def __call__(self): return 3


wrapped = functools.update_wrapper(Callable(), cached)
print(wrapped.__name__, wrapped.__wrapped__ is cached, wrapped())
