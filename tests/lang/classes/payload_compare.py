# Instances of subclasses of built-in types compared with each other.
from collections import Counter, OrderedDict, UserList, namedtuple
from enum import IntEnum, StrEnum

Point = namedtuple("Point", "x y")
Other = namedtuple("Other", "x y")


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Name(StrEnum):
    A = "a"
    B = "b"


class Reversed(int):
    def __lt__(self, other):
        return int(self) > int(other)


class Never(list):
    def __eq__(self, other):
        return NotImplemented

    __hash__ = None


class Tags(set):
    pass


class Words(str):
    pass


class Box(dict):
    pass


class Real(float):
    pass


pairs = [
    (Point(1, 2), Point(1, 2)), (Point(1, 2), Point(1, 3)), (Point(1, 2), Other(1, 2)), (Point(1, 2), (1, 2)), (Level.LOW, Level.HIGH), (Level.LOW, 1), (Name.A, Name.B),
    (Reversed(1), Reversed(2)), (Never([1]), Never([1])), (Tags({1}), Tags({1, 2})), (Words("a"), Words("b")), (Words("a"), "a"), (Box(a=1), Box(a=1)), (Real("nan"), Real("nan")),
    (Real(1), Real(2)), (OrderedDict(a=1, b=2), OrderedDict(b=2, a=1)), (Counter("ab"), Counter("ba")), (UserList([1]), UserList([1])),
]
nan = Real("nan")
print(nan == nan, [nan] == [nan], Point(nan, 1) == Point(nan, 1))
for a, b in pairs:
    row = []
    for op in ("<", "<=", "==", "!=", ">", ">="):
        try:
            row.append(eval(f"a {op} b"))
        except TypeError as e:
            row.append(str(e))
    print(type(a).__name__, type(b).__name__, row)
deep = Never()
nested = Box()
nested["k"] = nested
try:
    nested == Box(k=nested)
    loop = Box()
    loop["k"] = loop
    print(nested == loop)
except RecursionError:
    print("recursion")
print(sorted([Point(2, 1), Point(1, 5), Point(1, 2)]), max(Level), sorted([Reversed(1), Reversed(3), Reversed(2)]))
