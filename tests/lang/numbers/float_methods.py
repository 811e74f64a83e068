for v in [0.0, -0.0, 1.0, 2.5, -2.5, 0.1, 1e300, 5e-324, 1e16 + 2, -1234.0625]:
    print(v, v.is_integer(), v.as_integer_ratio(), v.hex(), v.real, v.imag, v.conjugate(), v.__trunc__(), v.__floor__(), v.__ceil__(), v.__int__(), v.__float__(), abs(v), -v, +v, bool(v))
import math
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), float("inf").is_integer(), float("nan").hex(), float("-inf").hex())
print((2.5).__add__(1), (2.5).__radd__(1), (2.5).__sub__(1), (2.5).__rsub__(1), (2.5).__mul__(2), (2.5).__truediv__(2), (2.5).__floordiv__(2), (2.5).__mod__(2), (2.5).__divmod__(2), (2.5).__rdivmod__(6), (2.5).__pow__(2), (2.5).__rpow__(2))
print((2.5).__lt__(3), (2.5).__eq__(2.5), (2.5).__eq__("a"), (2.5).__add__("a"), (2.5).__hash__() == hash(2.5), (2.5).__repr__(), (2.5).__str__(), (2.5).__format__(".2f"), (2.5).__bool__(), (2.5).__neg__(), (2.5).__abs__(), (2.5).__round__(), (2.5).__round__(0))
for f in [lambda: float("nan").as_integer_ratio(), lambda: float("inf").as_integer_ratio(), lambda: float("nan").__trunc__(), lambda: float("inf").__floor__(), lambda: float("-inf").__ceil__(), lambda: float("inf").__round__(), lambda: float("nan").__round__(), lambda: (1.5).foo]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
