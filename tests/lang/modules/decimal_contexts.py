from decimal import *
from fractions import Fraction
import numbers
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
getcontext().prec = 6000
x = Decimal(2).sqrt()
print(len(str(x)), str(x)[-20:], x == Decimal(str(x)))
getcontext().prec = 28
c = Context(prec=9, traps=[])
vals = [Decimal(v) for v in ['1', '-1', '0', '-0', '1.0', '1.00', '101', '1101', '1E+3', '-7.5', '123456789.5', 'Infinity', '-Infinity', 'NaN', 'sNaN', '-NaN123', '1E-999', '9.99999999E+999999']]
for name in 'compare_total compare_total_mag compare_signal max min max_mag min_mag logical_and logical_or logical_xor rotate shift scaleb next_toward remainder_near same_quantum copy_sign compare'.split():
    row = []
    for a in vals:
        for b in vals[:14:1]:
            row.append(str(getattr(c, name)(a, b)))
    print(name, ' '.join(row))
for name in 'copy_abs copy_negate is_finite is_infinite is_nan is_normal is_qnan is_signed is_snan is_subnormal is_zero logb logical_invert next_minus next_plus normalize number_class to_eng_string to_integral_exact to_integral_value to_sci_string copy_decimal canonical'.split():
    print(name, ' '.join([str(getattr(c, name)(a)) for a in vals]))
big = Decimal('-1e425000')
print(big < Fraction(-22, 7), Fraction(-22, 7) > big, Decimal('1e-425000') < Fraction(1, 3), Decimal('0.5') == Fraction(1, 2), Decimal('Infinity') > Fraction(1, 2), Decimal(0) < Fraction(1, 2), Decimal(-1) < Fraction(1, 2), Decimal('0.3') < Fraction(1, 3), Decimal('-0.4') < Fraction(-1, 3))
print(isinstance(Decimal(1), numbers.Number), c.radix(), format(Decimal('-0.001'), 'z.2f'), format(Decimal('-0.001'), '.2f'), format(Decimal('1.5'), 'z.1f'))
for f in [lambda: setattr(c, 'Emin', 1), lambda: setattr(c, 'Emax', -1), lambda: setattr(c, 'capitals', 2), lambda: setattr(c, 'clamp', -1), lambda: setattr(c, 'clamp', 'x'), lambda: setattr(c, 'prec', 0), lambda: localcontext(Emin=1), lambda: localcontext(precision=3), lambda: c.canonical(1), lambda: c.add(1, 'x')]:
    try: f(); print('fine')
    except Exception as e: print(type(e).__name__)
with localcontext(prec=5, rounding=ROUND_DOWN, capitals=0) as q: print(Decimal(2) / 3, q.capitals, q.to_sci_string(Decimal('1E+20')))
print(Decimal(10) ** 5000 + 1 == Decimal('1' + '0' * 5000), len(str(Decimal('9' * 5000))), int(Decimal('1e5000')) == 10 ** 5000)
getcontext().prec = 30
print([(Decimal(i) / 10).ln() for i in (1, 5, 9, 13, 99)])
print(Decimal('0.5') ** Decimal('0.3'), Decimal('7.9').log10())
