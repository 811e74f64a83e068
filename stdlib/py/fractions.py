"""Rational numbers."""
import math
import operator
import re
from numbers import Complex, Rational, Real

__all__ = ['Fraction']

_TEXT = re.compile(r'\s*([-+]?)(?=\.?\d)((?:\d+(?:_\d+)*)?)(?:/(\d+(?:_\d+)*)|(?:\.((?:\d+(?:_\d+)*)?))?(?:[eE]([-+]?\d+(?:_\d+)*))?)\s*')
_decimal = None


def _is_decimal(value):
    """Without importing decimal for programs that do not use it."""
    global _decimal
    if type(value).__module__ != 'decimal':
        return False
    if _decimal is None:
        from decimal import Decimal as _decimal
    return isinstance(value, _decimal)


class Fraction(Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
            elif isinstance(numerator, Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
            elif isinstance(numerator, float) or _is_decimal(numerator):
                self._numerator, self._denominator = numerator.as_integer_ratio()
            elif isinstance(numerator, str):
                self._numerator, self._denominator = _parse(numerator)
            else:
                raise TypeError('argument should be a string or a Rational instance')
            return self
        if type(numerator) is int is type(denominator):
            n, d = numerator, denominator
        elif isinstance(numerator, Rational) and isinstance(denominator, Rational):
            n = numerator.numerator * denominator.denominator
            d = denominator.numerator * numerator.denominator
        else:
            raise TypeError('both arguments should be Rational instances')
        if d == 0:
            raise ZeroDivisionError(f'Fraction({n}, 0)')
        if _normalize:
            g = math.gcd(n, d)
            if d < 0:
                g = -g
            n, d = n // g, d // g
        self._numerator, self._denominator = n, d
        return self

    @classmethod
    def _make(cls, n, d):
        g = math.gcd(n, d)
        if d < 0:
            g = -g
        self = object.__new__(Fraction)
        self._numerator, self._denominator = n // g, d // g
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, (int, float)):
            return cls(*f.as_integer_ratio())
        raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, int) or _is_decimal(dec):
            return cls(*dec.as_integer_ratio())
        raise TypeError(f'{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})')

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        bound1 = Fraction(p0 + k * p1, q0 + k * q1)
        bound2 = Fraction(p1, q1)
        return bound2 if abs(bound2 - self) <= abs(bound1 - self) else bound1

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def __add__(self, other):
        if isinstance(other, (int, Fraction)):
            return _add(self, other)
        return _mixed(operator.add, self, other)

    def __radd__(self, other):
        return _add(other, self) if isinstance(other, Rational) else _mixed_reflected(operator.add, other, self)

    def __sub__(self, other):
        if isinstance(other, (int, Fraction)):
            return _sub(self, other)
        return _mixed(operator.sub, self, other)

    def __rsub__(self, other):
        return _sub(other, self) if isinstance(other, Rational) else _mixed_reflected(operator.sub, other, self)

    def __mul__(self, other):
        if isinstance(other, (int, Fraction)):
            return _mul(self, other)
        return _mixed(operator.mul, self, other)

    def __rmul__(self, other):
        return _mul(other, self) if isinstance(other, Rational) else _mixed_reflected(operator.mul, other, self)

    def __truediv__(self, other):
        if isinstance(other, (int, Fraction)):
            return _quotient(self, other)
        return _mixed(operator.truediv, self, other)

    def __rtruediv__(self, other):
        return _quotient(other, self) if isinstance(other, Rational) else _mixed_reflected(operator.truediv, other, self)

    def __floordiv__(self, other):
        if isinstance(other, (int, Fraction)):
            return _floordiv(self, other)
        return _mixed(operator.floordiv, self, other)

    def __rfloordiv__(self, other):
        return _floordiv(other, self) if isinstance(other, Rational) else _mixed_reflected(operator.floordiv, other, self)

    def __mod__(self, other):
        if isinstance(other, (int, Fraction)):
            return _mod(self, other)
        return _mixed(operator.mod, self, other)

    def __rmod__(self, other):
        return _mod(other, self) if isinstance(other, Rational) else _mixed_reflected(operator.mod, other, self)

    def __divmod__(self, other):
        if isinstance(other, (int, Fraction)):
            return _divmod(self, other)
        return _mixed(divmod, self, other)

    def __rdivmod__(self, other):
        return _divmod(other, self) if isinstance(other, Rational) else _mixed_reflected(divmod, other, self)

    def __pow__(self, other):
        if not isinstance(other, Rational):
            return float(self) ** other
        if other.denominator != 1:
            return float(self) ** float(other)
        power = other.numerator
        if power >= 0:
            return Fraction(self._numerator ** power, self._denominator ** power, _normalize=False)
        if self._numerator == 0:
            raise ZeroDivisionError(f'Fraction({self._denominator ** -power}, 0)')
        n, d = self._denominator ** -power, self._numerator ** -power
        return Fraction(n, d, _normalize=False) if d > 0 else Fraction(-n, -d, _normalize=False)

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        if isinstance(other, Rational):
            return Fraction(other.numerator, other.denominator) ** self
        if self._denominator == 1:
            return other ** self._numerator
        return other ** float(self)

    def __pos__(self):
        return Fraction(self._numerator, self._denominator, _normalize=False)

    def __neg__(self):
        return Fraction._make(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction._make(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, remainder = divmod(self._numerator, self._denominator)
            if remainder * 2 < self._denominator:
                return floor
            if remainder * 2 > self._denominator:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __float__(self):
        n, d = self._numerator, self._denominator
        return n / d if type(n) is int is type(d) else int(n) / int(d)

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        p = (1 << 61) - 1
        try:
            inverse = pow(self._denominator, -1, p)
        except ValueError:
            h = 314159
        else:
            h = hash(hash(abs(self._numerator)) * inverse)
        result = h if self._numerator >= 0 else -h
        return -2 if result == -1 else result

    def __eq__(self, other):
        if isinstance(other, int):
            return self._numerator == other and self._denominator == 1
        if isinstance(other, Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, Complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            return 0.0 == other if math.isnan(other) or math.isinf(other) else self == self.from_float(other)
        return NotImplemented

    def _ordered(self, other, op):
        if isinstance(other, (int, Fraction)) or isinstance(other, Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return op(0.0, other) if math.isnan(other) or math.isinf(other) else op(self, self.from_float(other))
        return NotImplemented

    def __lt__(self, other):
        return self._ordered(other, operator.lt)

    def __gt__(self, other):
        return self._ordered(other, operator.gt)

    def __le__(self, other):
        return self._ordered(other, operator.le)

    def __ge__(self, other):
        return self._ordered(other, operator.ge)

    def __bool__(self):
        return bool(self._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _of(n, d):
    """The fraction n / d of coprime numbers, d > 0."""
    self = _new(Fraction)
    self._numerator, self._denominator = n, d
    return self


_gcd, _new = math.gcd, object.__new__


# Sums and products of fractions in lowest terms need only the greatest common divisors of smaller numbers than
# the result's: Knuth, The Art of Computer Programming, volume 2, 4.5.1.
def _add(a, b):
    n, d, m, e = a.numerator, a.denominator, b.numerator, b.denominator
    g = _gcd(d, e)
    if g == 1:
        return _of(n * e + d * m, d * e)
    s = d // g
    t = n * (e // g) + m * s
    h = _gcd(t, g)
    return _of(t, s * e) if h == 1 else _of(t // h, s * (e // h))


def _sub(a, b):
    n, d, m, e = a.numerator, a.denominator, b.numerator, b.denominator
    g = _gcd(d, e)
    if g == 1:
        return _of(n * e - d * m, d * e)
    s = d // g
    t = n * (e // g) - m * s
    h = _gcd(t, g)
    return _of(t, s * e) if h == 1 else _of(t // h, s * (e // h))


def _mul(a, b):
    n, d, m, e = a.numerator, a.denominator, b.numerator, b.denominator
    g = _gcd(n, e)
    if g > 1:
        n, e = n // g, e // g
    g = _gcd(m, d)
    if g > 1:
        m, d = m // g, d // g
    return _of(n * m, d * e)


def _quotient(a, b):
    n, d = a.numerator * b.denominator, a.denominator * b.numerator
    if d == 0:
        raise ZeroDivisionError(f'Fraction({n // (math.gcd(a.numerator, 0) or 1)}, 0)')
    return Fraction._make(n, d)


def _floordiv(a, b):
    return (a.numerator * b.denominator) // (a.denominator * b.numerator)


def _mod(a, b):
    return Fraction._make((a.numerator * b.denominator) % (b.numerator * a.denominator), a.denominator * b.denominator)


def _divmod(a, b):
    quotient, rest = divmod(a.numerator * b.denominator, a.denominator * b.numerator)
    return quotient, Fraction._make(rest, a.denominator * b.denominator)


def _mixed(op, a, b):
    """Fraction a with a float or complex."""
    if isinstance(b, float):
        return op(float(a), b)
    if isinstance(b, complex):
        return op(complex(a), b)
    return NotImplemented


def _mixed_reflected(op, a, b):
    """Any other number with Fraction b."""
    if isinstance(a, Real):
        return op(float(a), float(b))
    if isinstance(a, Complex):
        return op(complex(a), complex(b))
    return NotImplemented


def _parse(text):
    m = _TEXT.fullmatch(text)
    if m is None:
        raise ValueError(f'Invalid literal for Fraction: {text!r}')
    sign, whole, under, decimals, exponent = m.groups()
    n, d = int(whole or '0'), 1
    if under:
        d = int(under)
        if d == 0:
            raise ZeroDivisionError(f'Fraction({n}, 0)')
    else:
        if decimals:
            decimals = decimals.replace('_', '')
            d = 10 ** len(decimals)
            n = n * d + int(decimals)
        if exponent:
            power = int(exponent)
            if power >= 0:
                n *= 10 ** power
            else:
                d *= 10 ** -power
    if sign == '-':
        n = -n
    g = math.gcd(n, d)
    return n // g, d // g
