# Special values, errors and branch cuts of cmath.
import cmath
import math

inf, nan = math.inf, math.nan
parts = [0.0, -0.0, 1.0, -2.5, inf, -inf, nan]
names = ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cos', 'cosh', 'exp', 'log', 'log10', 'sin', 'sinh', 'sqrt', 'tan', 'tanh', 'polar', 'phase', 'isfinite', 'isinf', 'isnan']


def shown(v):
    if isinstance(v, complex) and (v.real != v.real or v.imag != v.imag):
        v = complex(abs(v.real), abs(v.imag))   # signs beside nan are not specified
    if isinstance(v, complex) and abs(v.imag) == 0:
        v = complex(v.real, 0.0)
    if isinstance(v, complex) and abs(v.real) == 0:
        v = complex(0.0, v.imag)
    if isinstance(v, complex):
        return f'{v.real:.10g},{v.imag:.10g}'.replace('-nan', 'nan')
    if isinstance(v, tuple):
        return '(' + ' '.join([f'{x:.10g}' for x in v]) + ')'
    return f'{v:.10g}' if isinstance(v, float) else str(v)


for name in names:
    f = getattr(cmath, name)
    row = []
    for re in parts:
        for im in parts:
            try:
                row.append(shown(f(complex(re, im))))
            except (ValueError, OverflowError) as e:
                row.append(type(e).__name__ + ':' + str(e))
    print(name, '|'.join(row))
for r in parts:
    print('|'.join([shown(cmath.rect(r, p)) if not (math.isinf(p) and r != 0 and not math.isnan(r)) else 'domain' for p in parts]))


def t(f):
    try:
        print(shown(f()))
    except Exception as e:
        print(type(e).__name__, e)


t(lambda: cmath.rect(1, inf))
t(lambda: cmath.exp(1000))
t(lambda: cmath.exp(1j * math.pi))
t(lambda: cmath.log(8, 2))
t(lambda: cmath.log(0))
t(lambda: cmath.log(2, 0))
t(lambda: cmath.log(2, 1))
t(lambda: cmath.sqrt('1'))
t(lambda: cmath.sqrt())
t(lambda: cmath.isclose(1 + 1j, 1 + 1.0000000001j))
t(lambda: cmath.isclose(1, 2, rel_tol=-1))
t(lambda: cmath.isclose(1, 1.1, abs_tol=0.2))


class C:
    isclose = cmath.isclose

    def __complex__(self):
        return 3 + 4j


t(lambda: cmath.polar(C()))
t(lambda: C().isclose(1, 1))
t(lambda: cmath.infj)
