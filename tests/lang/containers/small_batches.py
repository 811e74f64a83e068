# Joins of generators, small sorts, products, decimals beside other numbers, stripped bytes.
import math
from decimal import Decimal
from fractions import Fraction

print("-".join(str(i) for i in range(5)), ",".join(c for c in ""), repr("".join(x for x in ["one"])))
try:
    "".join(x for x in ["a", 1])
except TypeError as e:
    print(e)


def failing():
    yield "a"
    raise OSError("in the middle")


try:
    "".join(failing())
except OSError as e:
    print(e)

print(math.prod([2, 3, 4]), math.prod(range(1, 25)), math.prod([2**62, 2, 0.5]), math.prod([True, 3]), math.prod([]), [math.factorial(n) for n in (0, 1, 2, 20, 21)])
for a, b in ((Decimal("1.5"), 2), (2, Decimal("1.5")), (Decimal(1), True), (Decimal("0.1"), Decimal("0.2")), (Decimal("inf"), 1), (Decimal(1), 0.5), (Decimal(1), Fraction(1, 2)), (Decimal(1), "x"), (Decimal(3), None)):
    for op in ("+", "-", "*", "/", "//", "%", "<", "==", ">=", "!=", "|"):
        try:
            print(a, op, b, eval(f"a {op} b"))
        except Exception as e:
            print(a, op, b, type(e).__name__, e)
for data in ([3, 1, 2], [2.5, -1, 2], ["b", "a", ""], [(2, "x"), (1, "y"), (2, "a")], [5] * 3, [], [1, True, 0, False], list(range(40, 0, -1)), [10**20, 5, -(10**20)]):
    print(sorted(data), sorted(data, reverse=True), sorted(data, key=str), sorted(data, key=lambda x: 0, reverse=True))
b = b"  \t text \n"
print(b.strip(), b.lstrip(), b.rstrip(), b.strip(b" t"), bytearray(b).strip(), b"".strip(), b"   ".strip())


class Pair(tuple):
    def __add__(self, other):
        return NotImplemented

    def __mul__(self, other):
        return NotImplemented


class Plain(tuple):
    pass


for make in (lambda: Pair("ab") + Pair("c"), lambda: Pair("ab") * "x", lambda: Plain("ab") + 1, lambda: Plain("ab") * "x", lambda: Pair() + 1, lambda: (1,) + Pair("a"), lambda: Plain("a") + Pair("b")):
    try:
        print(make())
    except TypeError as e:
        print(e)
