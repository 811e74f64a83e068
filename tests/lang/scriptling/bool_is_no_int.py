# C10: a bool is no int for isinstance and in patterns
print(isinstance(True, int), isinstance(1, int), isinstance(True, bool), isinstance(True, object), isinstance(False, (int, str)))
print(isinstance(True, (str, bool)), isinstance(True, [int, "bool"]), isinstance(True, "int"), isinstance(True, "INTEGER"), isinstance(True, "boolean"))
print(isinstance(True, ((int,), [str, float])), issubclass(bool, int), True + True, True == 1, {1: "one"}[True])


class MyInt(int):
    pass


print(isinstance(MyInt(1), int), isinstance(3, MyInt), isinstance(True, float))
try:
    isinstance(True, 5)
except TypeError as e:
    print(e)


def kind(v):
    match v:
        case bool():
            return "bool"
        case int():
            return "int"
        case float():
            return "float"
        case str():
            return "str"
        case [int(), *rest]:
            return "starts with int", rest
        case {"n": int(n)}:
            return "has int", n
        case _:
            return "other"


def int_first(v):
    match v:
        case int(x) if x >= 0:
            return "int", x
        case int():
            return "negative"
        case bool(b):
            return "bool", b
        case _:
            return "other"


print([kind(v) for v in (True, 1, 1.5, "s", None, [1, 2], [True, 2], {"n": 5}, {"n": False})])
print([int_first(v) for v in (True, 7, -7, False, "x")])


def literal(v):
    match v:
        case 0:
            return "zero"
        case 1 | 2:
            return "few"
        case 1.5:
            return "one and a half"
        case True:
            return "yes"
        case False:
            return "no"
        case None:
            return "none"
        case "a":
            return "letter"
        case [1, x]:
            return "pair", x
        case -1:
            return "minus one"


print([literal(v) for v in (0, 1, 2, True, False, 1.0, 2.0, 1.5, None, "a", [1, True], [True, 1], -1, 9, b"a")])


class Level:
    LOW = 1
    ON = True


def constant(v):
    match v:
        case Level.LOW:
            return "low"
        case Level.ON:
            return "on"
        case Level.MISSING:
            return "None"


print([constant(v) for v in (1, True, 1.0, None, 2)])
