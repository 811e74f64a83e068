# Literal, constant, value, capture, wildcard and or patterns.
def lit(x):
    match x:
        case 0: return "zero"
        case -1: return "minus one"
        case 1.5: return "float"
        case 3 + 4j: return "complex"
        case -2 - 1j: return "negative complex"
        case "a" "b": return "ab"
        case b"bytes": return "bytes"
        case None: return "None"
        case True: return "True"
        case False: return "False"
        case 0x10 | 0b11: return "hex or bin"
        case "x" | "y" | "z": return "xyz"
        case _: return "other"
for v in (0, -1, 1.5, 3 + 4j, -2 - 1j, "ab", b"bytes", None, True, False, 16, 3, "y", "q", 0.0, 1, 1.0, [], "a"): print(repr(v), lit(v))
class Color:
    RED = 1
    GREEN = "green"
    class Deep: BLUE = (3,)
import math
def value(x):
    match x:
        case Color.RED: return "red"
        case Color.GREEN: return "green"
        case Color.Deep.BLUE: return "blue"
        case math.pi: return "pi"
        case _: return "none"
print([value(v) for v in (1, "green", (3,), math.pi, 3.14, True)])
def capture(x):
    match x:
        case y: return ("captured", y)
print(capture(5), capture([1]))
def guard(x):
    match x:
        case n if n < 0: return "neg"
        case n if n == 0: return "zero"
        case int(n) if n > 100: return "big %d" % n
        case n: return "pos %r" % (n,)
print([guard(v) for v in (-5, 0, 7, 200, 1.5)])
def leaks(x):
    match x:
        case (a, b) if a > b: return "gt"
        case (a, c): return sorted(locals())
    return "no"
print(leaks((2, 1)), leaks((1, 2)))
match 5:
    case n if False: pass
print(n)
match "whole":
    case str() as s: print(s)
match (1, 2):
    case (1 as one, (2 | 3) as other) as pair: print(one, other, pair)
match 7:
    case 5 | 6: print("no")
    case 7 | 8 as got: print("got", got)
def ors(x):
    match x:
        case [1, y] | [y, 1] | {"k": y}: return y
        case (1 | 2 | 3) as small: return "small %d" % small
        case [("a" | "b") as c, *_]: return c
    return None
print([ors(v) for v in ([1, 5], [6, 1], {"k": 9, "z": 0}, 2, ["b", 1, 2], 10)])
evaluated = []
class Once:
    @property
    def v(self): evaluated.append("v"); return 1
once = Once()
match 1:
    case once.v: print("value pattern", evaluated)
match 3:
    case 1: print(1)
    case 2: print(2)
print("fell through")
class Eq:
    def __eq__(self, o): print("eq", o); return o == 2
match Eq():
    case 1: print("one")
    case 2: print("two")
class NoEq:
    def __eq__(self, o): raise ValueError("compared")
try:
    match NoEq():
        case 1: pass
except ValueError as e: print(e)
match NoEq():
    case None: print("None by identity")
    case True: print("True by identity")
    case _: print("singletons use is")
try:
    match 1:
        case Color.missing: pass
except AttributeError as e: print(e)
try:
    match 1:
        case undefined.name: pass
except NameError as e: print(e)
match = 5
case = 6
_ = 7
print(match, case, match + case, [match for match in range(2)], _)
def match_fn(): return 1
match, x = 1, 2
print(match)
match match:
    case case: print("soft keywords", case)
type = match_fn()
print(type)
match x, match:
    case 2, 1: print("open tuple")
match x,:
    case [2]: print("one tuple")
match -x:
    case -2: print("unary subject")
match (yield_ := 3):
    case 3: print(yield_)
match [*range(3)]:
    case [0, *rest]: print(rest)
match {**{"a": 1}}:
    case {"a": 1}: print("dict display")
match not x:
    case False: print("not")
match x if x else 0:
    case 2: print("conditional")
match lambda: 1:
    case f: print(f())
