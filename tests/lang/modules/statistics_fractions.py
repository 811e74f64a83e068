from statistics import *
from fractions import Fraction as F
import math, numbers
print(mean([1, 2, 3, 4]), mean([1, 2]), mean([1.5, 2.5]), median([3, 1, 2]), median([1, 2, 3, 4]), mode('aabbb'), multimode('aabb'), fmean([1, 2, 4]), variance([1, 2, 3, 4]), stdev([1, 2, 3, 4]), pvariance([1, 2, 3]), pstdev([1, 2, 3, 4]), median_low([1, 2, 3, 4]), median_high([1, 2, 3, 4]), harmonic_mean([40, 60]), round(geometric_mean([54, 24, 36]), 6), quantiles([1, 2, 3, 4, 5]), mean([F(1, 2), F(1, 3)]), stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), variance([2, 2, 2]))
for f in (lambda: mean([]), lambda: stdev([1]), lambda: median([]), lambda: mode([]), lambda: F(1, 0), lambda: F('x'), lambda: F(1.5, 2), lambda: F(1) / 0, lambda: mean(['a'])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a = F(1, 3); print(a, repr(a), a + F(1, 6), a - 1, a * 3, a / 2, 2 / a, a ** 2, a ** -1, -a, abs(F(-1, 2)), float(a), int(F(7, 2)), round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), math.floor(F(-1, 2)), math.ceil(F(1, 2)), F(3, 6), F('0.25'), F('3/4'), F(0.5), F('1e-2'), F(' -3 '), a == F(2, 6), a < 0.5, a > 0, F(4, 2) == 2, hash(F(2)) == hash(2), hash(F(1, 2)) == hash(0.5), a + 0.5, 1 + a, 7 // F(2), F(7, 2) % 1, divmod(F(7, 2), 1), F(3.14159).limit_denominator(100), a.numerator, a.denominator, bool(F(0)), sum([F(1, 10)] * 10), sorted([F(1, 2), 0.3, 1]), isinstance(a, numbers.Rational), isinstance(3, numbers.Integral), isinstance(2.0, numbers.Real), isinstance(a, numbers.Number), isinstance('x', numbers.Number))
