"""f-strings, format, %, str(), repr and number conversion."""
from timing import main


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


RECORD = {"name": "Ada", "age": 36, "tags": ["x", "y"], "score": 9.5, "ok": True, "none": None}


def t_f_text(n):
    a = "world"
    for _ in range(n):
        f"hello {a}!"


def t_f_int(n):
    for i in range(n):
        f"item {i}"


def t_f_two(n):
    name = "key"
    for i in range(n):
        f"{name}={i}"


def t_f_four(n):
    name = "key"
    for i in range(n):
        f"{name}={i}, {name}:{i};"


def t_f_float2(n):
    x = 3.14159
    for _ in range(n):
        f"{x:.2f}"


def t_f_float(n):
    x = 3.14159
    for _ in range(n):
        f"{x}"


def t_f_width(n):
    name = "name"
    for _ in range(n):
        f"{name:<10}|"


def t_f_int_width(n):
    for i in range(n):
        f"{i:5d}"


def t_f_int_zero(n):
    for i in range(n):
        f"{i:04}"


def t_f_hex(n):
    for i in range(n):
        f"{i:x}"


def t_f_comma(n):
    for i in range(n):
        f"{1234567:,}"


def t_f_repr(n):
    name = "name"
    for _ in range(n):
        f"{name!r}"


def t_f_nested(n):
    w = 8
    x = 2.5
    for _ in range(n):
        f"{x:{w}.3f}"


def t_f_percent(n):
    x = 0.256
    for _ in range(n):
        f"{x:.1%}"


def t_f_object(n):
    p = Point(1, 2)
    for _ in range(n):
        f"{p}"


def t_f_list(n):
    v = [1, 2, 3]
    for _ in range(n):
        f"{v}"


def t_format_simple(n):
    for i in range(n):
        "item {}".format(i)


def t_format_two(n):
    for i in range(n):
        "{} = {}".format("a", i)


def t_format_named(n):
    for i in range(n):
        "{name}: {value}".format(name="a", value=i)


def t_format_spec(n):
    for i in range(n):
        "{:>8} {:.2f}".format("ab", 2.5)


def t_format_index(n):
    for i in range(n):
        "{0} {1} {0}".format("ab", i)


def t_format_builtin(n):
    for i in range(n):
        format(2.5, ".3f")


def t_percent_one(n):
    for i in range(n):
        "item %d" % i


def t_percent_two(n):
    for i in range(n):
        "%s=%s" % ("a", i)


def t_percent_float(n):
    for i in range(n):
        "%.2f" % 2.5


def t_percent_width(n):
    for i in range(n):
        "%5d|%-8s|" % (i, "ab")


def t_percent_named(n):
    d = {"a": 1, "b": "x"}
    for i in range(n):
        "%(a)d %(b)s" % d


def t_str_int(n):
    for i in range(n):
        str(i)


def t_str_big(n):
    b = 2**100
    for i in range(n):
        str(b)


def t_str_float(n):
    x = 2.718281828
    for i in range(n):
        str(x)


def t_str_short_float(n):
    x = 2.5
    for i in range(n):
        str(x)


def t_str_str(n):
    for i in range(n):
        str("abc")


def t_str_bool(n):
    for i in range(n):
        str(True)


def t_str_object(n):
    p = Point(1, 2)
    for _ in range(n):
        str(p)


def t_int_text(n):
    for i in range(n):
        int("12345")


def t_int_hex(n):
    for i in range(n):
        int("ff", 16)


def t_int_spaces(n):
    for i in range(n):
        int(" 42\n")


def t_int_float(n):
    x = 2.5
    for i in range(n):
        int(x)


def t_float_text(n):
    for i in range(n):
        float("3.25")


def t_float_long(n):
    for i in range(n):
        float("3.141592653589793")


def t_float_int(n):
    for i in range(n):
        float(i)


def t_hex(n):
    for i in range(n):
        hex(i)


def t_bin(n):
    for i in range(n):
        bin(i)


def t_round(n):
    x = 2.71828
    for i in range(n):
        round(x, 2)


def t_repr_text(n):
    for i in range(n):
        repr("some text")


def t_repr_quotes(n):
    for i in range(n):
        repr("it's a \"test\"\n")


def t_repr_list(n):
    v = list(range(20))
    for i in range(n):
        repr(v)


def t_repr_words(n):
    v = "a few words in a list".split()
    for i in range(n):
        repr(v)


def t_repr_floats(n):
    v = [i / 7 for i in range(20)]
    for i in range(n):
        repr(v)


def t_repr_dict(n):
    for i in range(n):
        repr(RECORD)


def t_repr_tuple(n):
    v = (1, "a", 2.5)
    for i in range(n):
        repr(v)


def t_repr_objects(n):
    v = [Point(1, 2), Point(3, 4)]
    for i in range(n):
        repr(v)


def t_bool_text(n):
    for i in range(n):
        bool("x")


main(globals())
