"""Decimal numbers of adjustable precision."""
import _decimal
import math as _math
import numbers as _numbers
import re as _re
import sys as _sys
import threading as _threading
from collections import namedtuple as _namedtuple
from _decimal import Decimal, getcontext
from _decimal_more import install as _install

__all__ = ['Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext', 'ExtendedContext', 'DecimalException', 'Clamped',
           'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal', 'Overflow', 'Underflow', 'FloatOperation',
           'DivisionImpossible', 'InvalidContext', 'ConversionSyntax', 'DivisionUndefined', 'ROUND_DOWN', 'ROUND_HALF_UP',
           'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext', 'getcontext',
           'localcontext', 'MAX_PREC', 'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY', 'HAVE_THREADS', 'HAVE_CONTEXTVAR']

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent')
ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING = 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING'
ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = 'ROUND_FLOOR', 'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP'
HAVE_THREADS = HAVE_CONTEXTVAR = True
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN, MIN_ETINY = -MAX_EMAX, -1999999999999999997


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


# In the order of the bits of Context._flags.
_signals = [Clamped, DivisionByZero, Inexact, Overflow, Rounded, Underflow, InvalidOperation, Subnormal, FloatOperation]
_bits = {s: 1 << i for i, s in enumerate(_signals)}
_shown = [InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped]
_parse = _re.compile(r'([-+])?(?:(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?|(inf(?:inity)?)|(s)?(nan)(\d*))', _re.IGNORECASE).fullmatch


def _up(kept, rest, half, sign, rounding):
    """Does dropping `rest` (compared with `half`) behind the digits `kept` round away from zero?"""
    if rounding == ROUND_HALF_EVEN:
        return rest > half or rest == half and kept & 1
    if rounding == ROUND_HALF_UP:
        return rest >= half
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_UP:
        return rest > 0
    if rounding == ROUND_CEILING:
        return rest > 0 and not sign
    if rounding == ROUND_FLOOR:
        return rest > 0 and sign
    if rounding == ROUND_HALF_DOWN:
        return rest > half
    if rounding == ROUND_05UP:
        return rest > 0 and kept % 5 == 0
    raise TypeError('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, '
                    'ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]')


_CHUNK = 4000      # digits int and str exchange whatever their limit is


def _text(n):
    """str(n) for n >= 0 of any size."""
    if n.bit_length() < 13000:
        return str(n)
    half = n.bit_length() * 30103 // 200000
    high, low = divmod(n, 10 ** half)
    return _text(high) + _text(low).zfill(half)


def _number(text):
    """int(text) for any number of digits."""
    if len(text) <= _CHUNK:
        return int(text or 0)
    half = len(text) // 2
    return _number(text[:-half]) * 10 ** half + _number(text[-half:])


def _digits(n):
    bits = n.bit_length()
    if bits < 13000:
        return len(str(n))
    least = (bits - 1) * 30102999566 // 100000000000 + 1
    while 10 ** least <= n:
        least += 1
    return least


_new = _decimal.make    # sign, coefficient, exponent, kind: '' finite, 'F' infinite, 'n' quiet NaN, 'N' signalling NaN


class _Methods:
    """What Decimal does not do natively."""

    def _find_context():
        if _threading.get_ident() == _main[1]:
            context = _main[0]
            if context is None:
                context = _main[0] = DefaultContext.copy()
            return context
        try:
            return _state.context
        except AttributeError:
            context = _state.context = DefaultContext.copy()
            return context

    def _raise(context, bits):
        raised = [s for s in _shown if bits & _bits[s]]
        raise raised[0](raised)

    def _construct(value, context):
        if isinstance(value, int):
            self = _new(1 if value < 0 else 0, abs(value), 0)
        elif isinstance(value, str):
            m = _parse(value.strip().replace('_', ''))
            if m is None or m[2] is not None and not (m[2] or m[3]):
                return (context or getcontext())._signal(ConversionSyntax, _nan)
            sign = 1 if m[1] == '-' else 0
            if m[5]:
                self = _new(sign, 0, 0, 'F')
            elif m[7]:
                self = _new(sign, _number(m[8] or ''), 0, 'N' if m[6] else 'n')
            else:
                fraction = m[3] or ''
                self = _new(sign, _number((m[2] or '') + fraction), int(m[4] or 0) - len(fraction))
        elif isinstance(value, Decimal):
            self = _new(value._sign, value._int, value._exp, value._kind)
        elif isinstance(value, float):
            (context or getcontext())._signal(FloatOperation)
            self = Decimal.from_float(value)
        elif isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError('argument must be a sequence of length 3')
            sign, digits, exponent = value
            if sign not in (0, 1):
                raise ValueError('sign must be an integer with the value 0 or 1')
            coefficient = _number(''.join(map(str, digits)))
            self = _new(sign, coefficient, 0, exponent) if exponent in ('F', 'n', 'N') else _new(sign, coefficient, exponent)
        else:
            raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
        return self

    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('argument must be int or float')
        sign = 1 if _math.copysign(1.0, f) < 0 else 0
        if f != f:
            return _new(sign, 0, 0, 'n')
        if f in (_math.inf, -_math.inf):
            return _new(sign, 0, 0, 'F')
        n, d = abs(f).as_integer_ratio()
        k = d.bit_length() - 1
        result = _new(sign, n * 5 ** k, -k)
        return result if cls is Decimal else cls(result)

    # ---- text ----

    def __str__(self, eng=False, context=None):
        sign = '-' if self._sign else ''
        if self._kind:
            if self._kind == 'F':
                return sign + 'Infinity'
            return sign + ('NaN' if self._kind == 'n' else 'sNaN') + (_text(self._int) if self._int else '')
        digits = _text(self._int)
        exponent = self._exp
        left = exponent + len(digits)
        if exponent <= 0 and left > -6:
            point = left
        elif not eng:
            point = 1
        elif digits == '0':
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            whole, fraction = '0', '.' + '0' * -point + digits
        elif point >= len(digits):
            whole, fraction = digits + '0' * (point - len(digits)), ''
        else:
            whole, fraction = digits[:point], '.' + digits[point:]
        tail = '' if left == point else f'{"E" if context is None or context.capitals else "e"}{left - point:+d}'
        return sign + whole + fraction + tail

    def to_eng_string(self, context=None):
        return _Methods.__str__(self, True, context)

    def as_tuple(self):
        if self._kind:
            return DecimalTuple(self._sign, (0,) if self._kind == 'F' else tuple(map(int, _text(self._int))) if self._int else (), self._kind)
        return DecimalTuple(self._sign, tuple(map(int, _text(self._int))), self._exp)

    def as_integer_ratio(self):
        if self._kind == 'F':
            raise OverflowError('cannot convert Infinity to integer ratio')
        if self._kind:
            raise ValueError('cannot convert NaN to integer ratio')
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * 10 ** self._exp, 1
        d = 10 ** -self._exp
        g = _math.gcd(n, d)
        return n // g, d // g

    def __format__(self, specifier, context=None, _localeconv=None):
        m = _re.fullmatch(r'(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([eEfFgGn%])?', specifier, _re.DOTALL)
        if m is None:
            raise ValueError('invalid format string')
        fill, align, plus, no_minus_zero, _, zero, width, comma, precision, kind = m.groups()
        if zero:
            fill, align = fill or '0', align or '='
        body = self
        kind = kind or ('G' if precision is not None else '')
        rounding = (context or getcontext()).rounding
        if self._kind:
            text = str(self.copy_abs())
            if kind == '%':
                text += '%'
            if zero:
                fill = ' '
        else:
            places = None if precision is None else int(precision)
            if kind == '%':
                body = _new(body._sign, body._int, body._exp + 2)
            if places is not None:
                if kind in 'eE':
                    body = body._round_digits(places + 1, rounding)
                elif kind in 'fF%':
                    body = body._rescale(-places, rounding)
                elif kind in 'gGn' and _digits(body._int) > places:
                    body = body._round_digits(places or 1, rounding)
            if not body._int and body._exp > 0 and kind in 'fF%':
                body = body._rescale(0, rounding)
            if no_minus_zero and body._sign and not body._int:
                body = body.copy_abs()
            digits = _text(body._int)
            left = body._exp + len(digits)
            if kind and kind in 'eE':
                point = 1 if body._int or places is None else 1 - places
            elif kind and kind in 'fF%':
                point = left
            elif body._exp <= 0 and left > -6:
                point = left
            else:
                point = 1
            if point < 0:
                whole, fraction = '0', '0' * -point + digits
            elif point > len(digits):
                whole, fraction = digits + '0' * (point - len(digits)), ''
            else:
                whole, fraction = digits[:point] or '0', digits[point:]
            exponent = left - point
            if comma:
                whole = f'{int(whole):{comma}}'
            text = whole + ('.' + fraction if fraction else '')
            if exponent != 0 or kind and kind in 'eE':
                text += f'{"e" if kind in ("e", "g", "n") else "E"}{exponent:+}'
            if kind == '%':
                text += '%'
        sign = '-' if body._sign else plus if plus in ('+', ' ') else ''
        width = int(width or 0)
        if align == '=' and comma and fill == '0':
            whole, dot, rest = text.partition('.')
            while len(sign + whole + dot + rest) < width:
                plain = whole.replace(comma, '')
                grown = f'{"0" + plain}'
                pieces = []
                while grown:
                    pieces.insert(0, grown[-3:])
                    grown = grown[:-3]
                whole = comma.join(pieces)
            return sign + whole + dot + rest
        pad = (fill or ' ') * (width - len(sign) - len(text))
        if align == '<':
            return sign + text + pad
        if align == '=':
            return sign + pad + text
        if align == '^':
            half = len(pad) // 2
            return pad[:half] + sign + text + pad[half:]
        return pad + sign + text

    # ---- rounding ----

    def _rescale(self, exponent, rounding):
        """The same value with this exponent, rounded when digits are lost."""
        shift = self._exp - exponent
        if shift >= 0:
            return _new(self._sign, self._int * 10 ** shift, exponent)
        unit = 10 ** -shift
        kept, rest = divmod(self._int, unit)
        if _up(kept, rest * 2, unit, self._sign, rounding):
            kept += 1
        return _new(self._sign, kept, exponent)

    def _round_digits(self, places, rounding):
        if not self._int:
            return _new(self._sign, 0, self._exp)
        result = self._rescale(self._exp + _digits(self._int) - places, rounding)
        if _digits(result._int) > places:
            result = result._rescale(result._exp + 1, rounding)
        return result

    def _fix(self, context):
        if self._kind:
            return self
        n = self._int
        top, tiny = context.Emax, context.Emin - context.prec + 1
        if not n:
            exponent = min(max(self._exp, tiny), top - context.prec + 1 if context.clamp else top)
            if exponent != self._exp:
                context._signal(Clamped)
                return _new(self._sign, 0, exponent)
            return self
        length = _digits(n)
        least = length + self._exp - context.prec
        if least > top - context.prec + 1:
            return self._overflow(context)
        subnormal = least < tiny
        if subnormal:
            least = tiny
        if self._exp < least:
            exact = self
            fixed = self._rescale(least, context.rounding)
            if _digits(fixed._int) > context.prec:
                fixed = fixed._rescale(fixed._exp + 1, ROUND_DOWN)
            if fixed._int and fixed._exp + _digits(fixed._int) - 1 > top:
                return self._overflow(context)
            unit = 10 ** (least - exact._exp)
            inexact = exact._int % unit != 0
            context._signal(Rounded)
            if inexact:
                context._signal(Inexact)
            if subnormal:
                context._signal(Subnormal)
                if inexact:
                    context._signal(Underflow)
                if not fixed._int:
                    context._signal(Clamped)
            return fixed
        if subnormal:
            context._signal(Subnormal)
        if context.clamp and self._exp > top - context.prec + 1:
            context._signal(Clamped)
            return self._rescale(top - context.prec + 1, ROUND_DOWN)
        return self

    def _overflow(self, context):
        context._signal(Rounded)
        context._signal(Inexact)
        result = _new(self._sign, 0, 0, 'F')
        if context.rounding in (ROUND_DOWN, ROUND_05UP) or context.rounding == ROUND_CEILING and self._sign or context.rounding == ROUND_FLOOR and not self._sign:
            result = _new(self._sign, 10 ** context.prec - 1, context.Emax - context.prec + 1)
        return context._signal(Overflow, result)

    def quantize(self, exp, rounding=None, context=None):
        exp = _convert(exp, True)
        context = context or getcontext()
        nan = self._nan(exp, context)
        if nan is not None:
            return nan
        if self._kind or exp._kind:
            if self._kind and exp._kind:
                return Decimal(self)
            return context._invalid()
        result = self._rescale(exp._exp, rounding or context.rounding)
        if result._int and result._exp + _digits(result._int) - 1 > context.Emax or _digits(result._int) > context.prec:
            return context._invalid()
        if result._exp > self._exp:
            context._signal(Rounded)
            if result != self:
                context._signal(Inexact)
        return result._fix(context)

    def to_integral_exact(self, rounding=None, context=None):
        return self.to_integral_value(rounding, context)

    def to_integral_value(self, rounding=None, context=None):
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self._kind or self._exp >= 0:
            return Decimal(self)
        return self._rescale(0, rounding or (context or getcontext()).rounding)

    to_integral = to_integral_value

    def normalize(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        fixed = self._fix(context)
        if fixed._kind:
            return fixed
        if not fixed._int:
            return _new(fixed._sign, 0, 0)
        text = _text(fixed._int)
        kept = text.rstrip('0')
        return _new(fixed._sign, _number(kept), fixed._exp + len(text) - len(kept))

    def __round__(self, n=None):
        if n is not None:
            if not isinstance(n, int):
                raise TypeError('optional arg must be an integer')
            return self.quantize(_new(0, 1, -n))
        return self._integer(ROUND_HALF_EVEN)

    def _integer(self, rounding):
        if self._kind:
            if self._kind == 'F':
                raise OverflowError('cannot convert Infinity to integer')
            raise ValueError('cannot convert NaN to integer')
        result = self._rescale(0, rounding)._int
        return -result if self._sign else result

    def __int__(self):
        return self._integer(ROUND_DOWN)

    __trunc__ = __int__

    def __floor__(self):
        return self._integer(ROUND_FLOOR)

    def __ceil__(self):
        return self._integer(ROUND_CEILING)

    def __float__(self):
        if self._kind == 'N':
            raise ValueError('cannot convert signaling NaN to float')
        return float(str(self)) if not self._kind or self._kind == 'F' else _math.copysign(_math.nan, -1 if self._sign else 1)

    def __complex__(self):
        return complex(float(self))

    def __bool__(self):
        return bool(self._kind) or self._int != 0

    # ---- comparison ----

    def _nan(self, other=None, context=None):
        mine, theirs = self._kind in ('n', 'N'), other is not None and other._kind in ('n', 'N')
        if not mine and not theirs:
            return None
        context = context or getcontext()
        for x in (self, other):
            if x is not None and x._kind == 'N':
                return context._invalid(_new(x._sign, x._int, 0, 'n'))
        return Decimal(self if mine else other)

    def _compare(self, other):
        """-1, 0 or 1 for numbers that are no NaN."""
        if self._kind or other._kind:
            a = 0 if not self._kind else -1 if self._sign else 1
            b = 0 if not other._kind else -1 if other._sign else 1
            return (a > b) - (a < b)
        if not self._int or not other._int or self._sign != other._sign:
            a = 0 if not self._int else -1 if self._sign else 1
            b = 0 if not other._int else -1 if other._sign else 1
            return (a > b) - (a < b)
        size = (self._exp + _digits(self._int)) - (other._exp + _digits(other._int))
        if size:
            result = 1 if size > 0 else -1
        else:
            shift = self._exp - other._exp
            a, b = self._int, other._int
            if shift > 0:
                a *= 10 ** shift
            elif shift < 0:
                b *= 10 ** -shift
            result = (a > b) - (a < b)
        return -result if self._sign else result

    def _against(self, other, equality=False):
        if isinstance(other, Decimal):
            return other
        if isinstance(other, int):
            return Decimal(other)
        if isinstance(other, float):
            context = getcontext()
            if equality:
                context._flags |= _bits[FloatOperation]
            else:
                context._signal(FloatOperation)
            return Decimal.from_float(other)
        numerator = getattr(other, 'numerator', None)
        if numerator is not None and hasattr(other, 'denominator'):
            return other
        return None

    def _against_ratio(self, n, d):
        """Compared with a fraction, without writing out numbers of very different size."""
        mine = 0 if not self._kind and not self._int else -1 if self._sign else 1
        theirs = (n > 0) - (n < 0)
        if mine != theirs or not mine or self._kind:
            return mine - theirs or mine
        distance = self._exp + _digits(self._int) - _digits(abs(n)) + _digits(d)
        if abs(distance) > 3:
            return mine if distance > 0 else -mine
        top, bottom = self.as_integer_ratio()
        a, b = top * d, n * bottom
        return (a > b) - (a < b)

    def _ordered(self, other, test, equality=False):
        other_decimal = _Methods._against(self, other, equality)
        if other_decimal is None:
            return NotImplemented
        if not isinstance(other_decimal, Decimal):
            if self._kind in ('n', 'N'):
                return False if equality else bool(getcontext()._invalid()) and False
            return test(_Methods._against_ratio(self, other.numerator, other.denominator))
        if self._kind in ('n', 'N') or other_decimal._kind in ('n', 'N'):
            getcontext()._invalid()
            return False
        return test(self._compare(other_decimal))

    def __eq__(self, other):
        if not isinstance(other, (Decimal, int, float)) and not hasattr(other, 'numerator') and not isinstance(other, complex):
            return NotImplemented
        if isinstance(other, complex):
            if other.imag:
                return False
            other = other.real
        converted = _Methods._against(self, other, True)
        if isinstance(converted, Decimal) and (self._kind in ('n', 'N') or converted._kind in ('n', 'N')):
            if 'N' in (self._kind, converted._kind):
                getcontext()._invalid()
            return False
        return _Methods._ordered(self, other, lambda c: c == 0, True)

    def __lt__(self, other):
        return _Methods._ordered(self, other, lambda c: c < 0)

    def __le__(self, other):
        return _Methods._ordered(self, other, lambda c: c <= 0)

    def __gt__(self, other):
        return _Methods._ordered(self, other, lambda c: c > 0)

    def __ge__(self, other):
        return _Methods._ordered(self, other, lambda c: c >= 0)

    def __hash__(self):
        if self._kind:
            if self._kind == 'N':
                raise TypeError('Cannot hash a signaling NaN value.')
            return object.__hash__(self) if self._kind == 'n' else -314159 if self._sign else 314159
        p = 2 ** 61 - 1
        power = pow(10, self._exp, p) if self._exp >= 0 else pow(pow(10, p - 2, p), -self._exp, p)
        h = self._int * power % p
        return -2 if self._sign and h == 1 else -h if self._sign else h

    def compare(self, other, context=None):
        other = _convert(other, True)
        nan = self._nan(other, context)
        return nan if nan is not None else Decimal(self._compare(other))

    def compare_signal(self, other, context=None):
        other = _convert(other, True)
        context = context or getcontext()
        if 'n' in (self._kind, other._kind) or 'N' in (self._kind, other._kind):
            bad = self if self._kind == 'N' or other._kind != 'N' and self._kind == 'n' else other
            return context._invalid(_new(bad._sign, bad._int, 0, 'n'))
        return Decimal(self._compare(other))

    def compare_total(self, other, context=None):
        other = _convert(other, True)
        if self._sign != other._sign:
            return Decimal(-1 if self._sign else 1)
        ranks = {'': 0, 'F': 1, 'N': 2, 'n': 3}
        c = ranks[self._kind] - ranks[other._kind]
        if c and (self._kind in ('n', 'N') or other._kind in ('n', 'N')):
            c = 1 if c > 0 else -1
        elif self._kind in ('n', 'N'):
            c = (self._int > other._int) - (self._int < other._int)
        else:
            c = self._compare(other)
            if c or self._kind:
                return Decimal(c)
            c = (self._exp > other._exp) - (self._exp < other._exp)
        return Decimal(-c if self._sign else c)

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_convert(other, True).copy_abs())

    def _by_size(self, other, context, want):
        other = _convert(other, True)
        context = context or getcontext()
        if 'N' in (self._kind, other._kind):
            return self._nan(other, context)
        if self._kind == 'n' or other._kind == 'n':
            return (other if self._kind == 'n' else self)._fix(context)
        c = self.copy_abs()._compare(other.copy_abs()) or int(self.compare_total(other))
        return (self if c * want >= 0 else other)._fix(context)

    def max_mag(self, other, context=None):
        return _Methods._by_size(self, other, context, 1)

    def min_mag(self, other, context=None):
        return _Methods._by_size(self, other, context, -1)

    def _logical(self, other, context, function):
        context = context or getcontext()
        other = self if other is None else _convert(other, True)
        for x in (self, other):
            if x._kind or x._sign or x._exp or str(x._int).strip('01'):
                return context._invalid()
        n = function(int(_text(self._int), 2), int(str(other._int), 2)) % (1 << context.prec)
        return _new(0, int(f'{n:b}'), 0)

    def logical_and(self, other, context=None):
        return _Methods._logical(self, other, context, lambda a, b: a & b)

    def logical_or(self, other, context=None):
        return _Methods._logical(self, other, context, lambda a, b: a | b)

    def logical_xor(self, other, context=None):
        return _Methods._logical(self, other, context, lambda a, b: a ^ b)

    def logical_invert(self, context=None):
        return _Methods._logical(self, None, context, lambda a, b: ~a)

    def rotate(self, other, context=None):
        other = _convert(other, True)
        context = context or getcontext()
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if other._kind or other._exp or abs(int(other)) > context.prec:
            return context._invalid()
        if self._kind:
            return self
        n = int(other)
        digits = _text(self._int).zfill(context.prec)[-context.prec:]
        return _new(self._sign, int(digits[n:] + digits[:n]), self._exp)

    def next_toward(self, other, context=None):
        other = _convert(other, True)
        context = context or getcontext()
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        c = self._compare(other)
        if c == 0:
            return self.copy_sign(other)
        result = self.next_plus(context) if c < 0 else self.next_minus(context)
        if result._kind:
            for condition in (Overflow, Inexact, Rounded):
                context._signal(condition)
        elif result.adjusted() < context.Emin:
            for condition in (Underflow, Subnormal, Inexact, Rounded):
                context._signal(condition)
            if not result:
                context._signal(Clamped)
        return result

    def max(self, other, context=None):
        other = _convert(other, True)
        if self._kind == 'n' or other._kind == 'n':
            return Decimal(other if self._kind == 'n' else self)
        return (self if self._compare(other) >= 0 else other)._fix(context or getcontext())

    def min(self, other, context=None):
        other = _convert(other, True)
        if self._kind == 'n' or other._kind == 'n':
            return Decimal(other if self._kind == 'n' else self)
        return (self if self._compare(other) <= 0 else other)._fix(context or getcontext())

    # ---- arithmetic ----

    def __neg__(self, context=None):
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        context = context or getcontext()
        zero = not self._int and not self._kind and context.rounding != ROUND_FLOOR
        return _new(0 if zero else 1 - self._sign, self._int, self._exp, self._kind)._fix(context)

    def __pos__(self, context=None):
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        context = context or getcontext()
        if not self._int and not self._kind and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self._fix(context)

    def __abs__(self, context=None):
        return self.__neg__(context) if self._sign else self.__pos__(context)

    def copy_sign(self, other, context=None):
        return _new(_convert(other, True)._sign, self._int, self._exp, self._kind)

    def __add__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        if self._kind or other._kind:
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            if self._kind and other._kind and self._sign != other._sign:
                return context._invalid()
            return Decimal(self if self._kind else other)
        exponent = min(self._exp, other._exp)
        # A number far below the other's last digit only decides the rounding.
        a, b = self, other
        if a._int and b._int:
            big, small = (a, b) if a._exp >= b._exp else (b, a)
            limit = big._exp + min(-1, _digits(big._int) - context.prec - 2)
            if small._exp + _digits(small._int) - 1 < limit:
                small = _new(small._sign, 1, limit)
                a, b = big, small
                exponent = limit
        if bool(a._int) != bool(b._int):    # digits beyond the precision would be rounded away
            other = a if a._int else b
            exponent = max(exponent, min(other._exp, other._exp - context.prec - 1))
            return other._rescale(exponent, context.rounding)._fix(context)
        x = a._int * 10 ** (a._exp - exponent) if a._int else 0
        y = b._int * 10 ** (b._exp - exponent) if b._int else 0
        if not x and not y:
            negative = self._sign and other._sign or (self._sign != other._sign and context.rounding == ROUND_FLOOR)
            return _new(1 if negative else 0, 0, exponent)._fix(context)
        total = (-x if a._sign else x) + (-y if b._sign else y)
        if not x or not y:
            exponent_kept = exponent
            result = _new(1 if total < 0 else 0, abs(total), exponent_kept)
            return result._fix(context)
        if total == 0:
            return _new(1 if context.rounding == ROUND_FLOOR else 0, 0, exponent)._fix(context)
        return _new(1 if total < 0 else 0, abs(total), exponent)._fix(context)

    __radd__ = __add__

    def __sub__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        nan = self._nan(other, context)
        return nan if nan is not None else self.__add__(other.copy_negate(), context)

    def __rsub__(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other.__sub__(self, context)

    def __mul__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            if not self or not other:
                return context._invalid()
            return _new(sign, 0, 0, 'F')
        return _new(sign, self._int * other._int, self._exp + other._exp)._fix(context)

    __rmul__ = __mul__

    def __truediv__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            if self._kind and other._kind:
                return context._invalid()
            return _new(sign, 0, 0, 'F') if self._kind else _new(sign, 0, context.Emin - context.prec + 1)
        if not other._int:
            if not self._int:
                return context._signal(DivisionUndefined, _nan)
            return context._signal(DivisionByZero, _new(sign, 0, 0, 'F'))
        ideal = self._exp - other._exp
        if not self._int:
            return _new(sign, 0, ideal)._fix(context)
        shift = _digits(other._int) - _digits(self._int) + context.prec + 1
        exponent = ideal - shift
        if shift >= 0:
            n, rest = divmod(self._int * 10 ** shift, other._int)
        else:
            n, rest = divmod(self._int, other._int * 10 ** -shift)
        if rest:
            if n % 5 == 0:      # keeps the rounding right: not exactly a half
                n += 1
        else:
            while exponent < ideal and n % 10 == 0:
                n //= 10
                exponent += 1
        return _new(sign, n, exponent)._fix(context)

    def __rtruediv__(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other.__truediv__(self, context)

    def _divmod(self, other, context):
        """Quotient and remainder of finite numbers, or None when the quotient has too many digits."""
        sign = self._sign ^ other._sign
        exponent = min(self._exp, other._exp)
        a, b = self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent)
        q, r = divmod(a, b)
        if q >= 10 ** context.prec:
            return None
        return _new(sign, q, 0), _new(self._sign, r, exponent)

    def _integer_division(self, other, context, want):
        context = context or getcontext()
        nan = self._nan(other, context)
        if nan is not None:
            return (nan, nan) if want == 2 else nan
        sign = self._sign ^ other._sign
        invalid = None
        if self._kind:
            if want == 0 and not other._kind:
                return _new(sign, 0, 0, 'F')
            invalid = context._invalid()
            return (invalid if other._kind else _new(sign, 0, 0, 'F'), invalid) if want == 2 else invalid
        if not other:
            if not self:
                bad = context._signal(DivisionUndefined, _nan)
                return (bad, bad) if want == 2 else bad
            if want == 1:
                return context._invalid()
            infinite = _new(sign, 0, 0, 'F')
            if want != 2:
                return context._signal(DivisionByZero, infinite)
            both = _bits[DivisionByZero] | _bits[InvalidOperation]
            context._flags |= both
            if context._traps & both:
                _Methods._raise(context, context._traps & both)
            return infinite, _nan
        if other._kind:
            pair = _new(sign, 0, 0), self
        else:
            pair = _Methods._divmod(self, other, context)
            if pair is None:
                bad = context._signal(DivisionImpossible, _nan)
                return (bad, bad) if want == 2 else bad
        pair = pair[0], pair[1]._fix(context)
        return pair if want == 2 else pair[want]

    def __floordiv__(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else _Methods._integer_division(self, other, context, 0)

    def __rfloordiv__(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other.__floordiv__(self, context)

    def __mod__(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else _Methods._integer_division(self, other, context, 1)

    def __rmod__(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other.__mod__(self, context)

    def __divmod__(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else _Methods._integer_division(self, other, context, 2)

    def __rdivmod__(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other.__divmod__(self, context)

    def remainder_near(self, other, context=None):
        other = _convert(other, True)
        context = context or getcontext()
        exponent = min(self._exp, other._exp)
        a, b = self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent)
        q, r = divmod(a, b)
        if 2 * r + (q & 1) > b:
            r -= b
        return _new(self._sign if r >= 0 else 1 - self._sign, abs(r), exponent)._fix(context)

    def fma(self, other, third, context=None):
        other, third = _convert(other, True), _convert(third, True)
        if self._kind or other._kind:
            return self.__mul__(other, context).__add__(third, context)
        return _new(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp).__add__(third, context)

    def __pow__(self, other, modulo=None, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        if modulo is not None:
            modulo = _convert(modulo, True)
            n = pow(int(self.copy_abs()), int(other), abs(int(modulo)))
            return _new(self._sign if int(other) & 1 else 0, n, 0)
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if not other:
            return context._invalid() if not self else Decimal(1)
        whole = not other._kind and other == other.to_integral_value()
        sign = 1 if self._sign and whole and int(other) & 1 else 0
        if self._sign and not whole and not (not self._int and not self._kind):
            return context._invalid()
        if not self:
            return _new(sign, 0, 0, 'F' if other._sign else '')
        if self._kind:
            return _new(sign, 0, 0) if other._sign else _new(sign, 0, 0, 'F')
        base = self.copy_abs()
        if other._kind:
            c = base._compare(_one)
            if c == 0:
                return _new(sign, 10 ** (context.prec - 1), 1 - context.prec)
            return _new(0, 0, 0, 'F') if (c > 0) == (not other._sign) else _new(0, 0, 0)
        if whole:
            n = abs(int(other))
            if n * _digits(base._int) < 100000 and n < 10 ** 7:
                power = _new(sign, base._int ** n, base._exp * n)
                if not other._sign:
                    return power._fix(context)
                result = Decimal(1).__truediv__(power, context)
                return result
            bound = n * (base._exp + _digits(base._int) - 1)
            if abs(bound) > 10 * context.Emax:
                grows = (bound > 0) == (not other._sign)
                return _new(sign, 1, context.Emax + 1)._fix(context) if grows else _new(sign, 1, context.Emin - context.prec - 5)._fix(context)
        work = context.copy()
        work.prec = context.prec + 12
        work.Emax, work.Emin = MAX_EMAX, MIN_EMIN
        work._silence()
        if other._compare(_half) == 0:
            result = base.sqrt(work)
        else:
            extra = max(0, other._exp + _digits(other._int)) + max(0, len(str(abs(base._exp + _digits(base._int)))))
            work.prec += extra
            result = base.ln(work).__mul__(other, work).exp(work)
        exact = result.normalize(work)
        if _digits(exact._int) > context.prec:
            return _new(sign, result._int, result._exp)._fix(context)
        result = exact._fix(context)
        return _new(sign, result._int, result._exp)

    def __rpow__(self, other, context=None):
        other = _convert(other)
        return other if other is NotImplemented else other.__pow__(self, None, context)

    def sqrt(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self._kind and not self._sign:
            return Decimal(self)
        if not self:
            return _new(self._sign, 0, self._exp // 2)._fix(context)
        if self._sign:
            return context._invalid()
        ideal = self._exp // 2
        shift = max(0, 2 * (context.prec + 2) - _digits(self._int))
        if (self._exp - shift) & 1:
            shift += 1
        n = self._int * 10 ** shift
        root = _math.isqrt(n)
        exponent = (self._exp - shift) // 2
        if root * root == n:
            while exponent < ideal and root % 10 == 0:
                root //= 10
                exponent += 1
        elif root % 5 == 0:
            root += 1
        work = context.copy()
        work.rounding = ROUND_HALF_EVEN
        return _new(0, root, exponent)._fix(work)

    def exp(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self._kind:
            return Decimal(0) if self._sign else Decimal(self)
        if not self:
            return Decimal(1)
        if self._exp + _digits(self._int) > 20:
            return _new(0, 1, context.Emin - context.prec - 5)._fix(context) if self._sign else _new(0, 1, context.Emax + 1)._fix(context)
        digits = context.prec + 10 + max(0, self._exp + _digits(self._int))
        one = 10 ** digits
        x = _fixed(self, digits)
        ten = _ln10(digits)
        k, r = divmod(x, ten)
        result = _exp_series(r, one)
        return _new(0, result, k - digits)._fix(_even(context))

    def ln(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if not self:
            return _new(1, 0, 0, 'F')
        if self._sign:
            return context._invalid()
        if self._kind:
            return Decimal(self)
        if self == 1:
            return Decimal(0)
        digits = context.prec + 10
        near = (self - 1).copy_abs() if _digits(self._int) < 10 * context.prec else None
        if near is not None and near._int and near._exp + _digits(near._int) < 0:
            digits -= near._exp + _digits(near._int)
        result = _ln_fixed(self, digits)
        return _new(1 if result < 0 else 0, abs(result), -digits)._fix(_even(context))

    def log10(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if not self:
            return _new(1, 0, 0, 'F')
        if self._sign:
            return context._invalid()
        if self._kind:
            return Decimal(self)
        text = _text(self._int)
        if text[0] == '1' and not text[1:].strip('0'):
            return Decimal(self._exp + len(text) - 1)._fix(context)
        digits = context.prec + 10
        result = _ln_fixed(self, digits) * 10 ** digits // _ln10(digits)
        return _new(1 if result < 0 else 0, abs(result), -digits)._fix(_even(context))

    # ---- questions ----

    def adjusted(self):
        return 0 if self._kind else self._exp + _digits(self._int) - 1

    def is_normal(self, context=None):
        return not self._kind and self._int != 0 and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return not self._kind and self._int != 0 and self.adjusted() < (context or getcontext()).Emin

    def number_class(self, context=None):
        if self._kind in ('n', 'N'):
            return 'NaN' if self._kind == 'n' else 'sNaN'
        sign = '-' if self._sign else '+'
        return sign + ('Infinity' if self._kind else 'Zero' if not self._int else 'Subnormal' if self.is_subnormal(context) else 'Normal')

    def same_quantum(self, other, context=None):
        other = _convert(other, True)
        if self._kind or other._kind:
            return self._kind == other._kind
        return self._exp == other._exp

    def scaleb(self, other, context=None):
        return _new(self._sign, self._int, self._exp + int(other), self._kind)._fix(context or getcontext())

    def logb(self, context=None):
        return Decimal(self.adjusted())

    def shift(self, other, context=None):
        n = int(other)
        context = context or getcontext()
        digits = self._int * 10 ** n % 10 ** context.prec if n >= 0 else self._int // 10 ** -n
        return _new(self._sign, digits, self._exp)

    def next_plus(self, context=None):
        return _Methods._step(self, context or getcontext(), ROUND_CEILING, _new(0, 1, MIN_ETINY // 2))

    def next_minus(self, context=None):
        return _Methods._step(self, context or getcontext(), ROUND_FLOOR, _new(1, 1, MIN_ETINY // 2))

    def _step(self, context, rounding, tiny):
        work = context.copy()
        work.rounding = rounding
        work._silence()
        fixed = self._fix(work)
        return fixed if fixed != self else self.__add__(_new(tiny._sign, 1, self._exp + _digits(self._int) - context.prec - 3), work)

    def radix(self):
        return Decimal(10)

    def __reduce__(self):
        return self.__class__, (str(self),)


def _convert(other, required=False):
    if isinstance(other, Decimal):
        return other
    if isinstance(other, int):
        return Decimal(other)
    if required:
        raise TypeError(f'conversion from {type(other).__name__} to Decimal is not supported')
    return NotImplemented


def _even(context):
    work = context.copy()
    work.rounding = ROUND_HALF_EVEN
    return work


def _fixed(d, digits):
    shift = d._exp + digits
    n = d._int * 10 ** shift if shift >= 0 else d._int // 10 ** -shift
    return -n if d._sign else n


def _exp_series(x, one):
    """one * exp(x / one) for 0 <= x < 3 * one."""
    halvings = 8
    x >>= halvings
    term = total = one
    k = 1
    while term:
        term = term * x // (one * k)
        total += term
        k += 1
    for _ in range(halvings):
        total = total * total // one
    return total


_ln10_cache = {}


def _ln10(digits):
    found = _ln10_cache.get(digits)
    if found is None:
        found = _ln10_cache[digits] = _ln_ratio(10, 1, digits)
    return found


def _ln_ratio(n, d, digits):
    """10**digits * ln(n / d), for a ratio not far from 1 or a small one."""
    guard = 12
    one = 10 ** (digits + guard)
    twos = 0
    while n > d * 3 // 2 and n * 2 > d * 3:
        d *= 2
        twos += 1
    while n * 4 < d * 3:
        n *= 2
        twos -= 1

    def atanh(x):       # one * atanh(x / one)
        if x < 0:
            return -atanh(-x)       # floor division would never end at zero
        total = power = x
        square = x * x // one
        k = 3
        while power:
            power = power * square // one
            total += power // k
            k += 2
        return total
    result = 2 * atanh((n - d) * one // (n + d))
    if twos:
        result += twos * 2 * atanh(one // 3)
    return result // 10 ** guard


def _ln_fixed(d, digits):
    text = _text(d._int)
    power = d._exp + len(text) - 1
    unit = 10 ** (len(text) - 1)
    result = _ln_ratio(d._int, unit, digits + 4)
    return (result + power * _ln10(digits + 4)) // 10 ** 4



class _SignalDict:
    """The flags or traps of a context."""

    def __init__(self, context, name):
        self._context, self._name = context, name

    def _bit(self, key):
        try:
            return _bits[key]
        except (KeyError, TypeError):
            raise KeyError('invalid error flag') from None

    def __getitem__(self, key):
        return bool(getattr(self._context, self._name) & self._bit(key))

    def __setitem__(self, key, value):
        bit = self._bit(key)
        now = getattr(self._context, self._name)
        setattr(self._context, self._name, now | bit if value else now & ~bit)

    def __delitem__(self, key):
        raise ValueError('signal keys cannot be deleted')

    def __contains__(self, key):
        return key in _bits

    def __iter__(self):
        return iter(_shown)

    def __len__(self):
        return len(_shown)

    def keys(self):
        return self.copy().keys()

    def values(self):
        return self.copy().values()

    def items(self):
        return self.copy().items()

    def get(self, key, default=None):
        return self[key] if key in _bits else default

    def update(self, other=(), /):
        for key, value in dict(other).items():
            self[key] = value

    def copy(self):
        return {s: self[s] for s in _shown}

    def __eq__(self, other):
        if isinstance(other, _SignalDict):
            other = other.copy()
        return self.copy() == other if isinstance(other, dict) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return '{' + ', '.join([f'{s!r}:{self[s]}' for s in _shown]) + '}'


def _mask(given):
    if isinstance(given, _SignalDict):
        return getattr(given._context, given._name)
    mask = 0
    if isinstance(given, dict):
        if len(given) != len(_bits):
            raise ValueError('invalid signal dict')
        given = [s for s, on in given.items() if on or s not in _bits]
        wrong = KeyError('invalid error flag')
    else:
        wrong = TypeError('valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, '
                          'Subnormal, Inexact, Rounded,\n   Clamped]')
    for s in given:
        if s not in _bits:
            raise wrong
        mask |= _bits[s]
    return mask


class Context(_decimal.Context):
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = globals().get('DefaultContext', self)
        self.prec = base.prec if prec is None else prec
        self.rounding = base.rounding if rounding is None else rounding
        self.Emin = base.Emin if Emin is None else Emin
        self.Emax = base.Emax if Emax is None else Emax
        self.capitals = base.capitals if capitals is None else capitals
        self.clamp = base.clamp if clamp is None else clamp
        self._traps = base._traps if traps is None else _mask(traps)
        self._flags = 0 if flags is None else _mask(flags)

    @property
    def flags(self):
        return _SignalDict(self, '_flags')

    @flags.setter
    def flags(self, given):
        self._flags = _mask(given)

    @property
    def traps(self):
        return _SignalDict(self, '_traps')

    @traps.setter
    def traps(self, given):
        self._traps = _mask(given)

    def _silence(self):
        self._traps = 0

    def _signal(self, condition, result=None):
        kind = condition if condition in _bits else InvalidOperation
        bit = _bits[kind]
        self._flags |= bit
        if self._traps & bit:
            raise kind([condition])
        return result

    def _invalid(self, result=None):
        return self._signal(InvalidOperation, _nan if result is None else result)

    def copy(self):
        new = Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp)
        new._traps, new._flags = self._traps, self._flags
        return new

    __copy__ = copy

    def __reduce__(self):
        return type(self), (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                            [s for s in _shown if self.flags[s]], [s for s in _shown if self.traps[s]])

    def clear_flags(self):
        self._flags = 0

    def clear_traps(self):
        self._traps = 0

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def radix(self):
        return Decimal(10)

    def __repr__(self):
        order = [InvalidOperation, Clamped, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow]
        flags = ', '.join([s.__name__ for s in order if self.flags[s]])
        traps = ', '.join([s.__name__ for s in order if self.traps[s]])
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, capitals={self.capitals}, '
                f'clamp={self.clamp}, flags=[{flags}], traps=[{traps}])')

    def create_decimal(self, num='0', /):
        result = Decimal(num, self)
        if result._kind in ('n', 'N') and len(str(result._int)) > self.prec - self.clamp and result._int:
            return self._signal(ConversionSyntax, _nan)
        return result._fix(self)

    def create_decimal_from_float(self, f, /):
        return Decimal.from_float(f)._fix(self)

    def power(self, a, b, modulo=None):
        return _convert(a, True).__pow__(_convert(b, True), modulo, self)

    def fma(self, a, b, c, /):
        return _convert(a, True).fma(b, c, self)

    def quantize(self, a, b, /):
        return _convert(a, True).quantize(_convert(b, True), None, self)

    def canonical(self, a, /):
        if not isinstance(a, Decimal):
            raise TypeError('argument must be a Decimal')
        return a

    def copy_decimal(self, a, /):
        return _convert(a, True)

    def to_sci_string(self, a, /):
        return _Methods.__str__(_convert(a, True), False, self)

    def to_eng_string(self, a, /):
        return _Methods.__str__(_convert(a, True), True, self)


def _add_operations():
    def of_two(method):
        return lambda self, a, b, /: method(_convert(a, True), _convert(b, True), self)

    def of_one(method):
        return lambda self, a, /: method(_convert(a, True), self)

    def rounding(method):
        return lambda self, a, /: method(_convert(a, True), None, self)

    def plain(method):
        return lambda self, a, /: method(_convert(a, True))

    operators = {'add': '__add__', 'subtract': '__sub__', 'multiply': '__mul__', 'divide': '__truediv__', 'divide_int': '__floordiv__',
                 'divmod': '__divmod__', 'remainder': '__mod__', 'plus': '__pos__', 'minus': '__neg__', 'abs': '__abs__'}
    for make, names in ((of_two, 'add subtract multiply divide divide_int divmod remainder remainder_near compare compare_signal compare_total '
                                 'compare_total_mag copy_sign max max_mag min min_mag logical_and logical_or logical_xor next_toward rotate '
                                 'same_quantum scaleb shift'),
                        (of_one, 'plus minus abs sqrt exp ln log10 logb logical_invert next_minus next_plus normalize number_class is_normal is_subnormal'),
                        (rounding, 'to_integral_exact to_integral_value'),
                        (plain, 'copy_abs copy_negate is_canonical is_finite is_infinite is_nan is_qnan is_signed is_snan is_zero')):
        for name in names.split():
            function = make(getattr(Decimal, operators.get(name, name)))
            function.__name__, function.__qualname__ = name, 'Context.' + name
            setattr(Context, name, function)


_add_operations()
_numbers.Number.register(Decimal)
_nan = _new(0, 0, 0, 'n')
_one = _new(0, 1, 0)
_half = _new(0, 5, -1)
DefaultContext = Context(28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [DivisionByZero, Overflow, InvalidOperation])
BasicContext = Context(9, ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[])
_state = _threading.local()
_main = [None, _threading.get_ident()]


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    if _threading.get_ident() == _main[1]:
        _main[0] = context
    else:
        _state.context = context
    _decimal.forget_context()


class localcontext:
    def __init__(self, ctx=None, **kwargs):
        self._new = (getcontext() if ctx is None else ctx).copy()
        for name, value in kwargs.items():
            if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
            setattr(self._new, name, value)

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, t, v, tb):
        setcontext(self._saved)


_install(_sys.modules[__name__], _Methods)
Context.__name__ = 'decimal.Context'     # what error messages call them
