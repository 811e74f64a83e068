# Class patterns: positional through __match_args__, keywords, builtins, errors.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Point3(Point):
    def __init__(self, x, y, z): super().__init__(x, y); self.z = z
def where(p):
    match p:
        case Point(0, 0): return "origin"
        case Point(x=0, y=y): return "y axis %s" % y
        case Point(x, 0): return "x axis %s" % x
        case Point3(x, y, z=z): return "3d %s %s %s" % (x, y, z)
        case Point(x, y) if x == y: return "diagonal"
        case Point(): return "point"
        case _: return "no point"
for p in (Point(0, 0), Point(0, 3), Point(4, 0), Point3(1, 2, 3), Point(5, 5), Point(1, 2), (0, 0), None): print(where(p))
def builtin(x):
    match x:
        case bool(b): return ("bool", b)
        case int(n): return ("int", n)
        case float(f): return ("float", f)
        case str(s): return ("str", s)
        case bytes(b) | bytearray(b): return ("bytes", b)
        case list(l): return ("list", l)
        case tuple(t): return ("tuple", t)
        case dict(d): return ("dict", d)
        case set(s) | frozenset(s): return ("set", s)
        case type(): return "type"
        case object(): return "object"
for x in (True, 5, 1.5, "s", b"b", bytearray(b"x"), [1], (1,), {1: 2}, {3}, frozenset({4}), int, None, 2j): print(builtin(x))
class Sub(int): pass
print(builtin(Sub(3)), builtin(10 ** 30))
match 5:
    case int(real=r, imag=i): print(r, i)
match "text":
    case str(upper=u): print(u())
errors = {
    "too many": "case Point(1, 2, 3): pass",
    "builtin two": "case int(1, 2): pass",
    "no match args": "case Plain(1): pass",
    "not a class": "case func(): pass",
    "instance": "case inst(): pass",
    "bad match args": "case BadArgs(1): pass",
    "bad element": "case BadElement(1): pass",
    "duplicate": "case Point(1, x=2): pass",
    "missing attr": "case Point(nope=1): pass",
}
class Plain: pass
class BadArgs: __match_args__ = ["x"]
class BadElement: __match_args__ = (1,)
def func(): pass
inst = Plain()
subjects = {"no match args": Plain(), "bad match args": BadArgs(), "bad element": BadElement(), "builtin two": 1}
for name, text in errors.items():
    try:
        exec("match s:\n    " + text + "\n    case _: print('fell through')", {**globals(), "s": subjects.get(name, Point(1, 2))})
        print(name, "fine")
    except TypeError as e: print(name, "->", e)
class Lazy:
    __match_args__ = ("a", "b")
    def __getattr__(self, n): print("get", n); return n * 2
match Lazy():
    case Lazy("aa", "no"): print("no")
    case Lazy("aa", b=x): print(x)
class Raises:
    @property
    def v(self): raise AttributeError("hidden")
    @property
    def w(self): raise ValueError("loud")
match Raises():
    case Raises(v=1): print("no")
    case _: print("attribute error means no match")
try:
    match Raises():
        case Raises(w=1): pass
except ValueError as e: print(e)
from dataclasses import dataclass
@dataclass
class D:
    a: int
    b: str = "b"
    c: list = None
match D(1, c=[1, 2]):
    case D(a, b, [x, *_]): print(a, b, x)
print(D.__match_args__)
from collections import namedtuple
N = namedtuple("N", "p q")
match N(1, 2):
    case N(p, q=2): print(p)
match N(1, 2):
    case N([1, 2]): print("no")
    case (1, 2): print("as tuple")
class Meta(type):
    def __instancecheck__(cls, o): return o == "magic"
class Magic(metaclass=Meta): pass
match "magic":
    case Magic(): print("instancecheck used")
import enum
class Color(enum.Enum):
    RED = 1
    BLUE = 2
def color(c):
    match c:
        case Color.RED: return "r"
        case Color(value=2): return "value two"
        case Color(): return "color"
    return "none"
print(color(Color.RED), color(Color.BLUE), color(1))
match ValueError("v", 1):
    case KeyError(): print("key")
    case Exception(args=(first, *_)): print(first)
@dataclass
class Num: v: float
@dataclass
class Add: l: object; r: object
@dataclass
class Mul: l: object; r: object
def ev(e):
    match e:
        case Num(v): return v
        case Add(Num(0), x) | Add(x, Num(0)): return ev(x)
        case Add(l, r): return ev(l) + ev(r)
        case Mul(Num(0), _) | Mul(_, Num(0)): return 0
        case Mul(l, r): return ev(l) * ev(r)
print(ev(Add(Num(2), Mul(Num(3), Add(Num(4), Num(0))))), ev(Mul(Num(0), None)))
