import enum
import pickle
from enum import CONFORM, EJECT, KEEP, NAMED_FLAGS, CONTINUOUS, Enum, Flag, IntEnum, IntFlag, ReprEnum, StrEnum, auto, verify


class Names(Enum):
    name = 'n'
    value = 3
    other = 4


print(Names.name, Names.value, Names.other.value, Names.name.name, Names.value.value)


class Base(Enum):
    @enum.property
    def first(self):
        return f'{self.name} is first'


class Main(Base):
    first = 1
    second = 2


print(Main.first, Main.first.first, Main.second.first, dir(Main), dir(Main.first))


class A(IntEnum):
    X = 1

    def __str__(self):
        return 'sx'


class Hex(int):
    def __repr__(self):
        return hex(self)


class H(Hex, Enum):
    A = 10


class R(float, ReprEnum):
    A = 1.5


class T(tuple, Enum):
    A = 1, 2


print(format(A.X), f'{A.X:>4}', A.X, repr(H.A), H.A, R.A, repr(R.A), f'{R.A:.3f}', T.A, T.A.value, T.A[1])


class F(IntFlag):
    A = 1
    B = 2
    MASK = 255


class G(int, Flag):
    A = 1
    B = 2


print(repr(~F.A), repr(F(-1)), repr(F(4)), ~G.A, repr(G.A | G.B), type(G.A | 2).__name__, G._member_type_)


class Period(Enum):
    _ignore_ = 'Period i'
    Period = vars()
    for i in range(3):
        Period[f'day_{i}'] = i * 10


print(list(Period), hasattr(Period, 'Period'), hasattr(Period, 'i'))
Fun = Enum('Fun', 'a b')
print(Fun.__module__, pickle.loads(pickle.dumps(Fun.a)) is Fun.a)


def attempt(make):
    try:
        print(make())
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)


def wrong_order():
    class W(Enum, int):
        a = 1


def no_data():
    class W(ReprEnum):
        a = 1


def order():
    class W(Enum):
        _order_ = 'b a'
        a = 1
        b = 2


def too_many():
    class W(int, str, Enum):
        a = 1


def new_of_enum():
    class W(Enum):
        def __new__(cls, v):
            return super().__new__(cls, v)
        a = 1


@verify(CONTINUOUS)
class Whole(Enum):
    a = 1
    b = 2


def holes():
    @verify(CONTINUOUS)
    class W(Enum):
        a = 1
        b = 4


def flag_holes():
    @verify(CONTINUOUS)
    class W(Flag):
        a = 1
        b = 8


def unnamed():
    @verify(NAMED_FLAGS)
    class W(Flag):
        a = 1
        b = 14


for make in wrong_order, no_data, order, new_of_enum, holes, flag_holes, unnamed, lambda: Main(9), lambda: StrEnum('S', {'a': 1}), lambda: Main.third:
    attempt(make)
print(enum.show_flag_values(11))
