# Fractions with every other kind of number.
from fractions import Fraction as F
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
for s in ['1/2', ' 3 ', '-.5', '1e3', '1_000.5e-2', '1/0', 'x', '', ' ', '1/', '/2', '+1/3', '1.', '.', '-', '1 /2', '1/-2', '3a', '1__0', '٣/٤', '1e', '0x1', '1.5/2', 'nan']:
    t(lambda: F(s))
vals = [F(1,2), F(-7,3), F(0), 3, -2, 0, True, 1.5, float('inf'), 2+1j, 'a', None, 10**20]
import operator as o
for op in [o.add, o.sub, o.mul, o.truediv, o.floordiv, o.mod, divmod, pow, o.eq, o.lt, o.ge]:
    for a in vals:
        for b in vals:
            if isinstance(a, F) or isinstance(b, F):
                if op is pow and 10**20 in (a, b): continue
                t(lambda: op(a, b))
import math, copy
x = F(-7, 3)
t(lambda: (round(x), round(x, 1), math.floor(x), math.ceil(x), int(x), float(x), abs(x), -x, +x, hash(x), bool(x), complex(x), x.real, x.imag, x.conjugate(), copy.copy(x) is x, copy.deepcopy(x) is x, str(x), x.as_integer_ratio(), x.limit_denominator(2)))
from decimal import Decimal
t(lambda: F(Decimal('1.25'))); t(lambda: F.from_decimal(Decimal('1.25'))); t(lambda: F.from_decimal(1.5)); t(lambda: F.from_float('a')); t(lambda: F.from_float(3)); t(lambda: F(float('nan'))); t(lambda: F(float('inf'))); t(lambda: F(1.5, 2)); t(lambda: F(Decimal('inf'))); t(lambda: F(F(1,2), F(3,4))); t(lambda: F(2, -4)); t(lambda: sum([F(1,3)]*3)); t(lambda: F('1/3').limit_denominator(0)); t(lambda: x.x); t(lambda: setattr(x, 'y', 1))
