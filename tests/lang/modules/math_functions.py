# Every function of math with ordinary values, edge values and wrong arguments.
import math

inf, nan = math.inf, math.nan
values = [0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 2.0, 3.7, -3.7, 10, 1e-8, 1e308, -1e308, 5e-324, inf, -inf, nan, 7, -7, 2**70, True]


def show(v):
    # The last digit of transcendental functions is the C library's business.
    return repr(v) if not isinstance(v, float) else '%.14g' % v


def attempt(name, *args, **kw):
    try:
        r = getattr(math, name)(*args, **kw)
        text = '(' + ', '.join(show(x) for x in r) + ')' if isinstance(r, tuple) else show(r)
    except Exception as e:
        text = type(e).__name__ + ': ' + str(e)
    print(name, args, kw or '', '->', text)


for name in ('acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor frexp gamma isfinite isinf isnan '
             'lgamma log log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp').split():
    for v in values:
        attempt(name, v)
    attempt(name, 'x')
    attempt(name, None)

pairs = [(1.0, 2.0), (0.0, -0.0), (-1.0, 0.0), (0.0, 0.0), (inf, 1.0), (1.0, inf), (-inf, -1.0), (nan, 1.0), (1.0, nan), (5, 3), (-5, 3), (5.5, -2), (2, 1024),
         (0.0, -1.0), (-8.0, 1 / 3), (10, 400), (2**70, 3)]
for name in 'atan2 copysign fmod nextafter pow remainder hypot'.split():
    for a, b in pairs:
        attempt(name, a, b)
    attempt(name, 1, 'x')
for args in [(8, 2), (100, 10), (2, 0.5), (8, 1), (8, 0), (-1, 2), (1, -2), (2**2000,), (2**2000, 2), (-2**2000,), (0,)]:
    attempt('log', *args)
attempt('log10', 10**400)
attempt('log2', 2**3000)
attempt('log2', 0)
for args in [(0.5, 3), (1.0, 2000), (1.0, -2000), (0.0, 10**30), (inf, 5), (nan, 1), (1.0, 10**30), (1.0, -10**30), (1.0, 1.5)]:
    attempt('ldexp', *args)

for args in [(), (3,), (-3,), (3, 4), (1, 2, 3), (1e200, 1e200), (1e-200, 1e-200), (inf, nan), (nan, 1), (0.0, 0.0)]:
    attempt('hypot', *args)
attempt('dist', (1, 2), (4, 6))
attempt('dist', [1, 2, 3], [4, 5, 6])
attempt('dist', (1,), (1, 2))
attempt('dist', (), ())

for items in [[], [0.1] * 10, [1e100, 1.0, -1e100], [1e16, 1.0, 1e-16], [inf, 1], [inf, inf], [inf, -inf], [nan, 1], [1e308, 1e308], [1, 2, 3], [1, 'x'],
              [1e-16, 1.0, 1e16], [2.0**53, -0.5, -2.0**-54], [0.1, 0.2, 0.3, -0.6]]:
    attempt('fsum', items)
attempt('fsum', 5)
for args, kw in [(([1, 2, 3, 4],), {}), (([],), {}), (([1.5, 2],), {}), (([2**40, 2**40],), {}), (([1, 2],), {'start': 10}), (([[1], 2],), {}), ((['a', 3],), {}),
                 ((range(1, 30),), {}), (([],), {'start': 'x'}), ((5,), {})]:
    attempt('prod', *args, **kw)

for args in [(), (12,), (12, 18), (0, 0), (0, 5), (-12, 18), (12, 18, 27), (2**100, 2**60), (-2**63, 0), (3**80, 6**40), (1.5, 2), (True, 4), ('a',)]:
    attempt('gcd', *args)
    attempt('lcm', *args)
for n in [0, 1, 2, 15, 16, 17, 10**10, 10**18, 2**62, 2**63 - 1, 10**40, 10**40 + 1, -1, True]:
    attempt('isqrt', n)
attempt('isqrt', 4.0)
for n in [0, 1, 2, 5, 20, 21, 25, 50, 100, -1, True, 10**30]:
    attempt('factorial', n)
attempt('factorial', 5.0)
attempt('factorial', 'x')
print(len(str(math.factorial(1000))), math.factorial(1000) % 1000003)
for args in [(5, 2), (5, 0), (5, 5), (5, 6), (50, 25), (100, 50), (-1, 2), (5, -1), (10**20, 2), (200, 3), (5, 2.0), (67, 33), (64, 32), (10**18, 3)]:
    attempt('comb', *args)
    attempt('perm', *args)
attempt('perm', 5)
attempt('perm', 5, None)
attempt('perm', -3)

for args, kw in [((1.0, 1.0 + 1e-10), {}), ((1.0, 1.1), {}), ((1.0, 1.1), {'rel_tol': 0.2}), ((0, 1e-12), {}), ((0, 1e-12), {'abs_tol': 1e-9}), ((inf, inf), {}),
                 ((inf, -inf), {}), ((nan, nan), {}), ((1, 2), {'rel_tol': -1}), ((1, 1), {'abs_tol': -1})]:
    attempt('isclose', *args, **kw)

print(math.pi, math.e, math.tau, math.inf, math.nan)


class Real:
    def __init__(self, v):
        self.v = v

    def __float__(self):
        return self.v


class Whole:
    def __floor__(self):
        return 'floor'

    def __ceil__(self):
        return 'ceil'

    def __trunc__(self):
        return 'trunc'

    def __index__(self):
        return 9


print(math.sqrt(Real(16.0)), math.floor(Real(2.5)), math.floor(Whole()), math.ceil(Whole()), math.trunc(Whole()), math.sqrt(Whole()), math.gcd(Whole(), 6))
attempt('sqrt', 2**2000)
print(type(math.trunc(2.0)))
print(math.floor(1e20), math.ceil(-1e20), math.trunc(-2.7), math.floor(-2.5), math.ceil(2.1), type(math.floor(2.5)))
