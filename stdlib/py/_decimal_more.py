"""The rarer methods of decimal numbers."""


def install(d, methods):
    """Puts the methods into the class `methods`, for the module `d`."""
    Decimal, new, convert, getcontext = d.Decimal, d._new, d._convert, d.getcontext

    def method(f):
        setattr(methods, f.__name__, f)
        f.__qualname__ = 'Decimal.' + f.__name__
        return f

    # ---- total order ----

    def rank(x):
        return {'': 0, 'F': 1, 'N': 2, 'n': 3}[x._kind]

    def total(a, b):
        """-1, 0 or 1 in the total order of magnitudes."""
        if rank(a) != rank(b):
            return -1 if rank(a) < rank(b) else 1
        if a._kind in ('n', 'N'):
            return (a._int > b._int) - (a._int < b._int)
        return a.copy_abs()._compare(b.copy_abs()) or (a._exp > b._exp) - (a._exp < b._exp)

    @method
    def compare_total(self, other, context=None):
        other = convert(other, True)
        if self._sign != other._sign:
            return Decimal(-1 if self._sign else 1)
        c = total(self, other)
        return Decimal(-c if self._sign else c)

    @method
    def compare_total_mag(self, other, context=None):
        return Decimal(total(self, convert(other, True)))

    @method
    def compare_signal(self, other, context=None):
        other = convert(other, True)
        context = context or getcontext()
        if self.is_nan() or other.is_nan():
            nan = next(x for x in sorted((self, other), key=lambda x: x._kind) if x.is_nan())
            return context._invalid(new(nan._sign, nan._int, 0, 'n'))
        return Decimal(self._compare(other))

    def pick(self, other, context, better, magnitude):
        other = convert(other, True)
        context = context or getcontext()
        if self.is_nan() or other.is_nan():
            if 'N' not in (self._kind, other._kind) and not (self.is_nan() and other.is_nan()):
                return (other if self.is_nan() else self)._fix(context)
            return self._nan(other, context)
        a, b = (self.copy_abs(), other.copy_abs()) if magnitude else (self, other)
        c = a._compare(b) or int(self.compare_total(other))
        return (self if c * better >= 0 else other)._fix(context)

    @method
    def max(self, other, context=None):
        return pick(self, other, context, 1, False)

    @method
    def min(self, other, context=None):
        return pick(self, other, context, -1, False)

    @method
    def max_mag(self, other, context=None):
        return pick(self, other, context, 1, True)

    @method
    def min_mag(self, other, context=None):
        return pick(self, other, context, -1, True)

    # ---- digits as bits ----

    def bits(x, context):
        """The digits, all 0 or 1; None when they are not."""
        if x._sign or x._exp or x._kind or set(d._text(x._int)) - {'0', '1'}:
            return None
        return d._text(x._int)[-context.prec:].zfill(context.prec)

    def logical(self, other, context, op):
        context = context or getcontext()
        a, b = bits(self, context), bits(convert(other, True), context)
        if a is None or b is None:
            return context._invalid()
        return new(0, int(''.join([str(op(int(x), int(y))) for x, y in zip(a, b)])), 0)

    @method
    def logical_and(self, other, context=None):
        return logical(self, other, context, lambda x, y: x & y)

    @method
    def logical_or(self, other, context=None):
        return logical(self, other, context, lambda x, y: x | y)

    @method
    def logical_xor(self, other, context=None):
        return logical(self, other, context, lambda x, y: x ^ y)

    @method
    def logical_invert(self, context=None):
        context = context or getcontext()
        return logical(self, new(0, int('1' * context.prec), 0), context, lambda x, y: x ^ y)

    def moved(self, other, context, how):
        context = context or getcontext()
        other = convert(other, True)
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if other._kind or other._exp or not -context.prec <= int(other) <= context.prec:
            return context._invalid()
        if self._kind:
            return Decimal(self)
        digits = d._text(self._int)[-context.prec:].zfill(context.prec)
        return new(self._sign, d._number(how(digits, int(other), context.prec)), self._exp)

    @method
    def rotate(self, other, context=None):
        return moved(self, other, context, lambda s, n, prec: s[n % prec:] + s[:n % prec])

    @method
    def shift(self, other, context=None):
        return moved(self, other, context, lambda s, n, prec: (s + '0' * n)[-prec:] if n >= 0 else s[:n] or '0')

    # ---- exponents and neighbours ----

    @method
    def scaleb(self, other, context=None):
        context = context or getcontext()
        other = convert(other, True)
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if other._kind or other._exp or abs(int(other)) > 2 * (context.Emax + context.prec):
            return context._invalid()
        if self._kind:
            return Decimal(self)
        return new(self._sign, self._int, self._exp + int(other))._fix(context)

    @method
    def logb(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self._kind:
            return new(0, 0, 0, 'F')
        if not self._int:
            return context._signal(d.DivisionByZero, new(1, 0, 0, 'F'))
        return Decimal(self.adjusted())._fix(context)

    def neighbour(self, context, up):
        """The next number in the context's precision."""
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        top = new(0 if up else 1, 10 ** context.prec - 1, context.Emax - context.prec + 1)
        if self._kind:
            return Decimal(self) if self._sign == (0 if up else 1) else new(self._sign, top._int, top._exp)
        work = context.copy()
        work.rounding = d.ROUND_CEILING if up else d.ROUND_FLOOR
        work._silence()
        fixed = self._fix(work)
        if fixed != self:
            return fixed
        return self.__add__(new(0 if up else 1, 1, work.Emin - work.prec), work)

    @method
    def next_plus(self, context=None):
        return neighbour(self, context or getcontext(), True)

    @method
    def next_minus(self, context=None):
        return neighbour(self, context or getcontext(), False)

    @method
    def next_toward(self, other, context=None):
        other = convert(other, True)
        context = context or getcontext()
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        c = self._compare(other)
        if c == 0:
            return self.copy_sign(other)
        result = neighbour(self, context, c < 0)
        if result._kind:
            for signal in (d.Inexact, d.Rounded, d.Overflow):
                context._signal(signal, result)
        elif result.adjusted() < context.Emin:
            for signal in (d.Inexact, d.Rounded, d.Subnormal, d.Underflow):
                context._signal(signal, result)
        return result

    @method
    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self._kind or self._exp >= 0:
            return Decimal(self)
        if not self._int:
            return new(self._sign, 0, 0)
        result = self._rescale(0, rounding or context.rounding)
        if result != self:
            context._signal(d.Inexact)
        context._signal(d.Rounded)
        return result

    @method
    def remainder_near(self, other, context=None):
        other = convert(other, True)
        context = context or getcontext()
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if self._kind:
            return context._invalid()
        if not other:
            return context._invalid() if self else context._signal(d.DivisionUndefined, d._nan)
        if other._kind:
            return Decimal(self)._fix(context)
        exponent = builtin_min(self._exp, other._exp)
        if not self._int:
            return new(self._sign, 0, exponent)._fix(context)
        if self.adjusted() - other.adjusted() >= context.prec + 1:
            return context._signal(d.DivisionImpossible, d._nan)
        if self.adjusted() - other.adjusted() <= -2:
            return self._rescale(exponent, context.rounding)._fix(context)
        a, b = self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent)
        q, r = divmod(a, b)
        if 2 * r + (q & 1) > b:
            r -= b
            q += 1
        if q >= 10 ** context.prec:
            return context._signal(d.DivisionImpossible, d._nan)
        return new(self._sign if r >= 0 else 1 - self._sign, abs(r), exponent)._fix(context)

    @method
    def same_quantum(self, other, context=None):
        other = convert(other, True)
        if self._kind or other._kind:
            return self.is_nan() and other.is_nan() or self.is_infinite() and other.is_infinite()
        return self._exp == other._exp


builtin_min = min
