# T.__new__ of built-in types, also for subclasses.
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: int.__new__(int, '5')); t(lambda: tuple.__new__(tuple, [1])); t(lambda: str.__new__(str, 'a')); t(lambda: list.__new__(list, [1])); t(lambda: dict.__new__(dict)); t(lambda: set.__new__(set, [1]))
t(lambda: bool.__new__(bool)); t(lambda: bool.__new__(bool, 1)); t(lambda: slice.__new__(slice, 1, 2)); t(lambda: list(enumerate.__new__(enumerate, 'ab'))); t(lambda: float.__new__(float, '1.5')); t(lambda: frozenset.__new__(frozenset, [1])); t(lambda: int.__new__(str)); t(lambda: int.__new__(bool)); t(lambda: int.__new__(1)); t(lambda: int.__new__()); t(lambda: object.__new__(int)); t(lambda: type.__new__(type, 'A', (), {}).__name__); t(lambda: bytes.__new__(bytes, b'a')); t(lambda: bytearray.__new__(bytearray, b'a')); t(lambda: complex.__new__(complex, 1)); t(lambda: range.__new__(range, 3)); t(lambda: object.__new__(object) is None); t(lambda: property.__new__(property) is None); t(lambda: Exception.__new__(ValueError, 1)); t(lambda: reversed.__new__(reversed, [1,2]).__next__()); t(lambda: list(zip.__new__(zip, [1], [2]))); t(lambda: list(map.__new__(map, str, [2])))
from collections import deque, OrderedDict, defaultdict, Counter
t(lambda: deque.__new__(deque)); t(lambda: OrderedDict.__new__(OrderedDict)); t(lambda: Counter.__new__(Counter)); t(lambda: object.__new__(list)); t(lambda: dict.__new__(OrderedDict))
class I(int):
    def __new__(cls, v): return int.__new__(cls, v + 1)
class L(list):
    def __new__(cls, *a): return list.__new__(cls, *a)
class D(I): pass
t(lambda: I(3)); t(lambda: L([1])); t(lambda: int.__new__(I, 3)); t(lambda: D(1)); t(lambda: I.__new__ is int.__new__); t(lambda: L.__new__(L, 3)); t(lambda: bool.__new__(I)); t(lambda: '__new__' in int.__dict__)
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
t(lambda: T(1, 2)); t(lambda: super(T, T).__new__(T, [5]))
import functools
t(lambda: functools.partial.__new__(functools.partial, int)('3'))
class S(str):
    def __new__(cls, v): return super(S, cls).__new__(cls, v.upper())
t(lambda: S('abc')); t(lambda: type(S('q')))
