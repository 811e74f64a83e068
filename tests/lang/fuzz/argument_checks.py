# In which order arguments are looked at, and in whose words they are refused.
import heapq
import re


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        print("index", self.n)
        return self.n


class Items:
    def __iter__(self):
        print("iter")
        return iter([1, 2])


b = bytearray(b"abcd")
for value in (Items(), [300], ["a"], 5, "x", None, bytearray(b"zz"), b"zz"):
    for part in (slice(Index(0), Index(2)), slice(0, 2, 0), slice("a", 2)):
        try:
            b[part] = value
            print(b)
        except Exception as e:
            print(type(e).__name__, e)


class Named(str):
    def __repr__(self):
        return "R" + self


class Silent(str):
    def __repr__(self):
        return 1 / 0


for kind in (Named, Silent, str):
    for text in ("abc", "1", " 12 ", "1" * 5000, "é" * 300, ""):
        t(lambda: len(str(int(kind(text), 16))))
        t(lambda: int(kind(text)))

t(lambda: round(1, number=2))
t(lambda: pow(1, 2, base=2))
t(lambda: pow(x=1))
t(lambda: round(x=1))
t(lambda: sum(x=1))
t(lambda: memoryview(x=1))
t(lambda: enumerate())
t(lambda: enumerate(x=1))
t(lambda: filter())
t(lambda: filter(1))
t(lambda: filter(1, 2, 3))
t(lambda: sorted())
t(lambda: sorted([], None))
t(lambda: type(1, x=1))
for kind in (ImportError, ModuleNotFoundError, NameError, UnboundLocalError, AttributeError):
    t(lambda: kind(x=1))
t(lambda: SyntaxError("a", (1, 2)))
t(lambda: SyntaxError("a", (1, 2, 3, 4, 5)))


def f(a, /, b=1):
    return a, b


t(lambda: f(args=1, a=2))
t(lambda: f(1, args=1, a=2))
t(lambda: f(1, args=1))
t(lambda: re.match(".*", "é" * 70))
t(lambda: re.match(".*", "a" * 48))
t(lambda: re.match(".*", "a" * 49))

kinds = [OSError, ImportError, NameError, AttributeError, SyntaxError, StopIteration, SystemExit, UnicodeEncodeError, UnicodeDecodeError, UnicodeError, KeyError, ModuleNotFoundError,
         BlockingIOError, ExceptionGroup, IndentationError, UnboundLocalError]
for a in kinds:
    row = ""
    for b in kinds:
        try:
            type("C", (a, b), {})
            row += "."
        except TypeError as e:
            row += str(e)[0]
    print(row, a.__name__)


class X:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        print(self.v, "<", other.v, end="; ")
        return self.v < other.v

    def __eq__(self, other):
        print(self.v, "=", other.v, end="; ")
        return self.v == other.v

    def __repr__(self):
        return "X%d" % self.v


for pick in (heapq.nsmallest, heapq.nlargest):
    for n in (2, 3, 5):
        for key in (None, lambda x: x):
            print(pick(n, iter([X(3), X(1), X(2), X(1), X(7), X(0)]), key=key))
            print(pick(n, iter([X(4), X(2), X(2)]), key=key))
    t(lambda: pick(2, iter([1, "a", 2])))
    t(lambda: pick(3, iter([1, "a"]), key=lambda x: x))
