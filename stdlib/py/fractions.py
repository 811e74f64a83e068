"""Rational numbers."""
import math
from numbers import Rational


class Fraction(Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if isinstance(numerator, int):
                self._numerator, self._denominator = int(numerator), 1
                return self
            if isinstance(numerator, Fraction):
                self._numerator, self._denominator = numerator._numerator, numerator._denominator
                return self
            if isinstance(numerator, float):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if isinstance(numerator, str):
                self._numerator, self._denominator = _parse(numerator)
                return self
            raise TypeError('argument should be a string or a Rational instance')
        if not isinstance(numerator, (int, Fraction)) or not isinstance(denominator, (int, Fraction)):
            raise TypeError('both arguments should be Rational instances')
        n = numerator.numerator * denominator.denominator
        d = numerator.denominator * denominator.numerator
        if d == 0:
            raise ZeroDivisionError(f'Fraction({n}, 0)')
        g = math.gcd(n, d)
        if d < 0:
            g = -g
        self._numerator, self._denominator = n // g, d // g
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
        return cls(f)

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
            return Fraction._make(self._numerator * other.denominator + other.numerator * self._denominator, self._denominator * other.denominator)
        return float(self) + other if isinstance(other, float) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, (int, Fraction)):
            return Fraction._make(self._numerator * other.denominator - other.numerator * self._denominator, self._denominator * other.denominator)
        return float(self) - other if isinstance(other, float) else NotImplemented

    def __rsub__(self, other):
        if isinstance(other, int):
            return Fraction._make(other * self._denominator - self._numerator, self._denominator)
        return other - float(self) if isinstance(other, float) else NotImplemented

    def __mul__(self, other):
        if isinstance(other, (int, Fraction)):
            return Fraction._make(self._numerator * other.numerator, self._denominator * other.denominator)
        return float(self) * other if isinstance(other, float) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, (int, Fraction)):
            return _quotient(self, other)
        return float(self) / other if isinstance(other, float) else NotImplemented

    def __rtruediv__(self, other):
        if isinstance(other, int):
            return _quotient(other, self)
        return other / float(self) if isinstance(other, float) else NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, (int, Fraction)):
            return (self._numerator * other.denominator) // (self._denominator * other.numerator)
        return float(self) // other if isinstance(other, float) else NotImplemented

    def __rfloordiv__(self, other):
        return other * self._denominator // self._numerator if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        if isinstance(other, (int, Fraction)):
            return self - other * (self // other)
        return float(self) % other if isinstance(other, float) else NotImplemented

    def __rmod__(self, other):
        return Fraction(other) % self if isinstance(other, int) else NotImplemented

    def __divmod__(self, other):
        return self // other, self % other

    def __pow__(self, other):
        if isinstance(other, int) or isinstance(other, Fraction) and other._denominator == 1:
            power = other.numerator
            if power >= 0:
                return Fraction(self._numerator ** power, self._denominator ** power)
            if self._numerator == 0:
                raise ZeroDivisionError(f'Fraction({self._denominator ** -power}, 0)')
            return Fraction(self._denominator ** -power, self._numerator ** -power)
        return float(self) ** float(other)

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        return other ** float(self)

    def __pos__(self):
        return Fraction(self)

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
        return self._numerator / self._denominator

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
        if isinstance(other, (int, Fraction)):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, float):
            return float(self) == other if other != other or abs(other) == math.inf else self == Fraction(other)
        return NotImplemented

    def _compare(self, other):
        if isinstance(other, float):
            if other != other or abs(other) == math.inf:
                return None
            other = Fraction(other)
        return self._numerator * other.denominator - other.numerator * self._denominator

    def __lt__(self, other):
        if not isinstance(other, (int, Fraction, float)):
            return NotImplemented
        c = self._compare(other)
        return 0.0 < other if c is None else c < 0

    def __gt__(self, other):
        if not isinstance(other, (int, Fraction, float)):
            return NotImplemented
        c = self._compare(other)
        return 0.0 > other if c is None else c > 0

    def __le__(self, other):
        if not isinstance(other, (int, Fraction, float)):
            return NotImplemented
        c = self._compare(other)
        return 0.0 <= other if c is None else c <= 0

    def __ge__(self, other):
        if not isinstance(other, (int, Fraction, float)):
            return NotImplemented
        c = self._compare(other)
        return 0.0 >= other if c is None else c >= 0

    def __bool__(self):
        return bool(self._numerator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _quotient(a, b):
    n, d = a.numerator * b.denominator, a.denominator * b.numerator
    if d == 0:
        raise ZeroDivisionError(f'Fraction({n}, 0)')
    return Fraction._make(n, d)


def _parse(text):
    body = text.strip()
    try:
        if '/' in body:
            n, d = body.split('/')
            if n != n.rstrip() or d != d.lstrip() or d[:1] in '+-':
                raise ValueError
            n, d = int(n), int(d)
            if d == 0:
                raise ZeroDivisionError(f'Fraction({n}, 0)')
        else:
            mantissa, _, exponent = body.lower().partition('e')
            power = int(exponent) if _ else 0
            whole, dot, decimals = mantissa.partition('.')
            if dot and not (decimals or whole.strip('+-')) or decimals and not decimals.replace('_', '').isdigit():
                raise ValueError
            n = int((whole if whole not in ('', '+', '-') else whole + '0') + decimals)
            d = 10 ** len(decimals.replace('_', ''))
            if power >= 0:
                n *= 10 ** power
            else:
                d *= 10 ** -power
    except ValueError:
        raise ValueError(f'Invalid literal for Fraction: {text!r}') from None
    g = math.gcd(n, d)
    return n // g, d // g
