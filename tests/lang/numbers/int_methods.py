n = 255
print(n.bit_length(), (0).bit_length(), (-256).bit_length(), (2**100).bit_length(), (2**100 - 1).bit_count())
print(n.real, n.imag, n.numerator, n.denominator, n.conjugate(), n.as_integer_ratio())
print((2**70).real, (2**70).imag, (2**70).numerator, (2**70).as_integer_ratio(), True.real, True.numerator, True.conjugate())
print(n.__index__(), n.__int__(), n.__float__(), n.__trunc__(), n.__floor__(), n.__ceil__(), n.__round__(), n.__abs__(), n.__bool__())
print(n.__round__(-1), n.__format__("x"), n.__divmod__(10), n.__rdivmod__(1000), n.__pow__(2), n.__pow__(2, 7), n.__neg__(), n.__invert__())
print(n.__add__(1), n.__radd__(1), n.__sub__(1), n.__rsub__(1), n.__mul__(2), n.__truediv__(2), n.__floordiv__(2), n.__mod__(2))
print(n.__lt__(256), n.__le__(255), n.__eq__(255), n.__ne__(255), n.__gt__(1), n.__ge__(300), n.__hash__(), n.__repr__(), n.__str__())
print(n.__add__("x"), n.__eq__("x"), n.__lt__("y"), int.__add__(2, 3), n.__and__(15), n.__or__(256), n.__xor__(1), n.__lshift__(1), n.__rshift__(1))
print(isinstance(True, int), issubclass(bool, int), type(n), type(2**70), int.__name__, bool.__mro__)
for f in [lambda: n.real.__class__, lambda: setattr(n, "real", 1), lambda: n.foo, lambda: (5).bit_length(1), lambda: n.__pow__("a")]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__)
