# Enumerations: auto() in tuples, members put in by update(), names of flags of several bits, members shown by their module.
import enum
import pickle
from enum import Enum, Flag, IntFlag, IntEnum, StrEnum, auto, KEEP


class Huh(Enum):
    ONE = auto()
    TWO = auto(), auto()
    THREE = auto(), auto(), auto()


print([m.value for m in Huh])


class Loaded(Enum):
    vars().update({k: v for k, v in {'CAT': 'aloof', 'DOG': 'friendly'}.items()})

    def upper(self):
        return self.value.upper()


print(list(Loaded), Loaded.DOG.upper())
try:
    class Twice(Enum):
        vars().update({'CAT': 1})
        CAT = 2
except TypeError as e:
    print(e)


class Hint(Flag):
    HIDDEN = 0x10
    DIGITS = 0x01
    LETTERS = 0x02
    MASK = 0x0f


print(Hint.HIDDEN | Hint.MASK, repr(Hint(3)), Hint.DIGITS in Hint.MASK)
try:
    Hint(64)
except ValueError as e:
    print(e)


class Kept(Flag, boundary=KEEP):
    A = 1
    B = 4


print(repr(Kept(7)), Kept(2), repr(Kept.A | Kept.B))
for base in (IntEnum, IntFlag, StrEnum):
    try:
        class Bad(base):
            def __new__(cls, value):
                return super().__new__(cls, value)
            ITEM = '1' if base is StrEnum else 1
    except TypeError as e:
        print(base.__name__, 'has no members defined' in str(e))
try:
    class Garbage(Flag):
        _order_ = 'a b'
        a = 'not an int'
        b = auto()
except TypeError as e:
    print(e)


class Base:
    def __new__(cls, *args):
        return object.__new__(cls)

    def __init__(self, x):
        raise ValueError('refused', x)


try:
    class Made(Base, Enum):
        A = 'a'

        def __init__(self, y):
            self.y = y
except TypeError as e:
    print(e, type(e.__cause__).__name__)


@enum.global_enum
class Shade(Enum):
    DARK = 1
    LIGHT = 2


@enum.global_enum
class Lamp(IntFlag):
    LEFT = 1
    RIGHT = 2


print(DARK, repr(LIGHT), repr(LEFT), repr(LEFT | RIGHT), str(LEFT))


class ByName(Enum):
    A = 'first'
    __reduce_ex__ = enum.pickle_by_enum_name if hasattr(enum, 'pickle_by_enum_name') else lambda self, proto: (getattr, (self.__class__, self._name_))


print(pickle.loads(pickle.dumps(ByName.A)) is ByName.A, pickle.loads(pickle.dumps(Hint.MASK | Hint.HIDDEN)))
print(ByName.__new__ is Enum.__new__, IntEnum.__new__ is Enum.__new__)
