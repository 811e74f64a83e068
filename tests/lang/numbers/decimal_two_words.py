from decimal import Decimal, Inexact, Rounded, getcontext, localcontext

values = [Decimal(i) / 7 for i in (0, 1, -2, 22, 10**9, -10**17)] + [Decimal(t) for t in ('1E-30', '99999999999999999999999999999999999999', '170141183460469231731687303715884105727',
         '170141183460469231731687303715884105728', '-340282366920938463463374607431768211456', '123456789012345678901234567890.123456', '0.000000123456789012345678', '1E+20', '5E-7')]
for prec in (28, 10, 40):
    with localcontext() as c:
        c.prec = prec
        for a in values:
            c.clear_flags()
            print(prec, a, repr(-a), +a, abs(a), hash(a), [str(a + b) for b in values[::4]], [str(a * b) for b in values[1::4]], [a < b for b in values], [a == b for b in values],
                  [str(a - b) for b in values[2::4]], c.flags[Inexact], c.flags[Rounded])
print(sum(values[:6]), sorted(values)[3], max(values), [str(v.quantize(Decimal('0.01'))) for v in values[:5]], [f'{v:.3f} {v}' for v in values[:4]])
big, small = 3**300, 5**100
print(big & small == small & big, hex(big & small)[:20], hex(big | small)[-20:], hex(big ^ small)[:20], big & 255, 255 | big == big | 255, big & -small == -small & big, (big ^ big), big & 0)
print('abc é abc'.translate({97: 98}), ('abc ' * 100).translate({97: 'xx', 98: None, 99: 0xe9})[:20], 'aab'.translate({97: None}), 'a' * 600 == ('b' * 600).translate({98: 97}))
getcontext().prec = 28
