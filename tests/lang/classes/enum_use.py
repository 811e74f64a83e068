# enums as programs use them.
from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    def hot(self): return self is Color.RED
    @classmethod
    def default(cls): return cls.GREEN
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["GREEN"], Color.CRIMSON is Color.RED, list(Color), len(Color), Color.RED.hot(), Color.default())
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.GREEN, Color.RED in Color, isinstance(Color.RED, Color), hash(Color.RED) == hash(Color.RED), {Color.RED: "r"}[Color.RED])
for call in (lambda: Color(9), lambda: Color["BLUE"], lambda: Color.BLUE, lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.GREEN):
    try: call()
    except (ValueError, KeyError, AttributeError, TypeError) as e: print(type(e).__name__, e)
try:
    class More(Color): X = 1
except TypeError as e: print(e)
class Num(IntEnum):
    ONE = 1
    TWO = 2
print(Num.ONE + 1, Num.TWO > Num.ONE, Num.ONE == 1, sorted([Num.TWO, Num.ONE]), [10, 20][Num.ONE], f"{Num.ONE}", str(Num.ONE), repr(Num.ONE), int(Num.TWO), "%d" % Num.TWO)
class Auto(Enum):
    A = auto()
    B = auto()
    C = "c"
print([(m.name, m.value) for m in Auto], list(Auto.__members__))
class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(P.R | P.W, P.RW, P.R in P.RW, P.X in P.RW, P.RW & P.R, ~P.R, bool(P.R & P.W), P.R ^ P.RW, P(3), P(0), list(P.RW))
class IF(IntFlag):
    A = 1
    B = 2
print(IF.A | IF.B, IF.A | 4, IF.B + 1, IF(3) == 3)
class S(StrEnum):
    X = "x"
    Y = auto()
print(S.X, S.Y, S.X == "x", S.X.upper(), f"{S.Y}", repr(S.X))
class Planet(Enum):
    EARTH = (1.0, 2)
    MARS = (0.5, 1)
    def __init__(self, mass, moons): self.mass, self.moons = mass, moons
    @property
    def heavy(self): return self.mass > 0.7
print(Planet.EARTH.mass, Planet.MARS.heavy, Planet((0.5, 1)))
class Mixed(str, Enum):
    A = "a"
print(Mixed.A == "a", Mixed.A.value, Mixed.A.upper(), isinstance(Mixed.A, str))
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.DOG.value, Enum("Pt", {"X": 10, "Y": 20}).Y.value, Enum("L", ["A", "B"]).B.value)
class Missing(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == "one" else None
print(Missing("one"))
class Ordered(Enum):
    LOW = 1
    HIGH = 2
    def __lt__(self, o): return self.value < o.value if self.__class__ is o.__class__ else NotImplemented
print(Ordered.LOW < Ordered.HIGH, max(Ordered))
class Const(Enum):
    A = "x"
    _ignore_ = ["tmp"]
    tmp = 5
    def __str__(self): return f"<{self.value}>"
print(Const.A, f"{Const.A}", list(Const))
match Color.GREEN:
    case Color.RED: print("r")
    case Color.GREEN: print("matched g")
print([c for c in Color if c is not Color.RED], dict(Color.__members__), Color.RED.__class__ is Color, type(Color).__name__, Color.RED.__doc__)
class Gen(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    A = auto()
    B = auto()
print(Gen.A.value, Gen.B.value)
