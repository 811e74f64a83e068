# What a class pattern that does not fit its class says.
class Twice:
    __match_args__ = ("x", "x", "y")

    def __init__(self):
        self.x, self.y = 1, 2


class Listed:
    __match_args__ = ["x"]


class Numbered:
    __match_args__ = (1,)


class Bare:
    pass


class Pair:
    __match_args__ = ("a", "b")
    a, b = 1, 2


def repeated_position(v):
    match v:
        case Twice(1, 1):
            return "matched"


def repeated_keyword(v):
    match v:
        case Twice(1, x=1):
            return "matched"


def no_repeat(v):
    match v:
        case Twice(1, y=2):
            return "matched"


def listed(v):
    match v:
        case Listed(1):
            pass


def numbered(v):
    match v:
        case Numbered(1):
            pass


def bare(v):
    match v:
        case Bare(1):
            pass


def too_many(v):
    match v:
        case Pair(1, 2, 3):
            pass


def builtin(v):
    match v:
        case int(1, 2):
            pass


def no_class(v):
    match v:
        case no_repeat():
            pass


def keyword_after_position(v):
    match v:
        case Pair(1, b=2):
            return "matched"
        case Pair(a=1):
            return "by name"


def same_key(v):
    match v:
        case {Bare.k: 1, "k": 2}:
            pass


Bare.k = "k"
for f, v in ((repeated_position, Twice()), (repeated_keyword, Twice()), (no_repeat, Twice()), (listed, Listed()), (numbered, Numbered()), (bare, Bare()),
             (too_many, Pair()), (builtin, 5), (no_class, 5), (keyword_after_position, Pair()), (same_key, {"k": 1, "j": 2}), (repeated_position, 5)):
    try:
        print(f.__name__, f(v))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)
