from enum import *
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def shout(self): return self.name.upper() + '!'
    @property
    def double(self): return self.value * 2
    @classmethod
    def first(cls): return cls.RED
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color['BLUE'], Color.CRIMSON is Color.RED, list(Color), len(Color), Color.RED in Color, Color.BLUE.shout(), Color.BLUE.double, Color.first())
print(Color, type(Color.RED), isinstance(Color.RED, Color), Color.RED == 1, Color.RED != Color.GREEN, {Color.RED: 'r'}[Color.RED], list(Color.__members__), f'{Color.RED}', f'{Color.RED:>12}|', '%s' % Color.RED)
for bad in (lambda: Color(9), lambda: Color['X'], lambda: Color.NOPE, lambda: setattr(Color, 'RED', 5), lambda: Color.RED < Color.GREEN):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class A(Enum):
    x = auto(); y = auto(); z = 10; w = auto()
print([m.value for m in A], A.w)
class Num(IntEnum):
    ONE = 1
    TWO = 2
print(Num.ONE + 1, Num.ONE < Num.TWO, Num(2), repr(Num.TWO), str(Num.TWO), f'{Num.TWO}', '%d' % Num.TWO, Num.TWO == 2, sorted(Num, reverse=True), isinstance(Num.ONE, int), [10, 20, 30][Num.ONE], {1: 'a'}[Num.ONE], max(Num))
class S(StrEnum):
    A = auto(); B = 'bee'
print(S.A, repr(S.B), S.A == 'a', S.B.upper(), f'{S.B}', S('bee'), isinstance(S.A, str), '-'.join(S))
class M(str, Enum):
    X = 'x'
print(M.X, repr(M.X), M.X == 'x', M.X.value, M('x'), f'{M.X.value}')
class P(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
p = P.R | P.W
print(p, repr(p), P.R in p, P.X in p, p & P.R, p ^ P.R, ~P.R, P(0), repr(P(0)), bool(P(0)), list(p), P.RW is p, list(P), len(p), P.R.value, p.value, P.X | P.R, repr(P(5)))
try: P(16)
except ValueError as e: print(e)
class F(IntFlag):
    A = 1; B = 2; C = 4
print(F.A | F.B, repr(F.A | F.B), F.A | 8, repr(F(9)), F.B in F(3), F(3) == 3, F.A + 1, int(F.C), repr(~F.A), F.A & 1)
class Planet(Enum):
    EARTH = (5.9, 6.3)
    MARS = (6.4, 3.3)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def g(self): return round(self.mass / self.radius, 2)
print(Planet.EARTH.value, Planet.MARS.mass, Planet.EARTH.g, Planet((6.4, 3.3)))
class N(Enum):
    def __new__(cls, v, label):
        o = object.__new__(cls); o._value_ = v; o.label = label; return o
    P = 1, 'one'
    Q = 2, 'two'
print(N.P.label, N(2), N.Q.value)
try:
    @unique
    class D(Enum): a = 1; b = 1
except ValueError as e: print(e)
try:
    class Dup(Enum): a = 1; a = 2
except TypeError as e: print(e)
try:
    class Ext(Color): PINK = 4
except TypeError as e: print(e)
class L(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    ONE = auto(); TWO = auto()
print([x.value for x in L])
class Miss(Enum):
    A = 'a'
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'alias' else None
print(Miss('alias'))
try: Miss('zz')
except ValueError as e: print(e)
Animal = Enum('Animal', 'CAT DOG'); print(list(Animal), Animal.DOG.value, Animal(1)); E2 = Enum('E2', {'a': 5, 'b': 6}); print(E2.a, E2(6)); E3 = IntEnum('E3', [('q', 3)]); print(E3.q + 1)
import copy; print(copy.deepcopy(Color.RED) is Color.RED, copy.copy([Color.RED])[0] is Color.RED, hash(Color.RED) == hash(Color.RED))
match Color.GREEN:
    case Color.RED: print('red')
    case Color.GREEN: print('green')
class Un(Enum):
    L = [1]; M = {'k': 1}
print(Un([1]), Un.M.value, bool(Color.RED))
class Inner(Enum):
    A = 1
    def __str__(self): return 'str:' + self.name
    def __eq__(self, o): return self is o
    __hash__ = Enum.__hash__
print(Inner.A, f'{Inner.A}', [Inner.A])
