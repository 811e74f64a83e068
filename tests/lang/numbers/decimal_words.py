from decimal import (ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal, Inexact,
                     Rounded, getcontext, localcontext)

D = Decimal
values = [D(t) for t in ('0', '-0', '0.00', '1', '-1', '1.10', '3', '-2.5', '99.99', '0.001', '1E+3', '-7E-20', '9223372036854775807', '-9223372036854775808',
                         '999999999999999999', '0.000001', '0.0000001', '123456789.987654321', '5E+17', '1E-18')]
for prec, rounding in [(28, ROUND_HALF_EVEN), (5, ROUND_UP), (3, ROUND_FLOOR), (9, ROUND_05UP), (1, ROUND_CEILING), (17, ROUND_HALF_DOWN), (40, ROUND_DOWN), (30, ROUND_HALF_UP)]:
    with localcontext() as c:
        c.prec, c.rounding = prec, rounding
        total = 0
        for i, a in enumerate(values):
            row = []
            for b in values[i % 3::3]:
                c.clear_flags()
                row += [a + b, a - b, a * b, b - a, a < b, a == b, a >= b]
                if b:
                    row += [a / b, a % b if prec >= 28 and abs(a) < abs(b) * 1000 else None]
                row.append(c.flags[Inexact] + 2 * c.flags[Rounded])
            print(prec, a, -a, +a, abs(a), hash(a), *row)
            total += a
        print(total)
print([str(round(D('2.675'), n)) for n in (-2, 0, 1, 2, 3, 5)], round(D('2.5')), round(D('-3.5')), type(round(D('2.5'))).__name__)
getcontext().rounding = ROUND_UP
print(round(D('2.51'), 1), round(D('2.51')), format(D('0E+5'), ''), f"{D('0E+5')} {D('1.50')}", str(D('-0.000')), repr(D('1E+2')))
try:
    round(D('1.5'), 'x')
except TypeError as e:
    print(e)
print(sum([D('0.1')] * 10), sum([D('1.25'), D('2.5')], D('10')), max(D('1.5'), 2), D('1.5') + True, 3 - D('0.5'), D('7') // 2, -7 % D('4'))
print({D('1.10'): 'a'}[D('1.1')], D('2') in {2: 1}, D('0.5') == 0.5, D('1') == 1 != D('2'), D(10) ** 20 + D('0.5'))
