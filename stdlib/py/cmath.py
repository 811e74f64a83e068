"""Functions of complex numbers."""
import math

pi, e, tau, inf, nan = math.pi, math.e, math.tau, math.inf, math.nan
infj, nanj = complex(0.0, inf), complex(0.0, nan)


def _c(z):
    return z if isinstance(z, complex) else complex(z)


def phase(z, /):
    z = _c(z)
    return math.atan2(z.imag, z.real)


def polar(z, /):
    z = _c(z)
    return math.hypot(z.real, z.imag), math.atan2(z.imag, z.real)


def rect(r, phi, /):
    if phi == 0:
        return complex(r, r * phi)
    return complex(r * math.cos(phi), r * math.sin(phi))


def exp(z, /):
    z = _c(z)
    if z.imag == 0:
        return complex(math.exp(z.real), z.imag)
    r = math.exp(z.real)
    return complex(r * math.cos(z.imag), r * math.sin(z.imag))


def log(z, base=None, /):
    z = _c(z)
    if z == 0:
        raise ValueError('math domain error')
    result = complex(math.log(math.hypot(z.real, z.imag)), math.atan2(z.imag, z.real))
    if abs(z.imag) < 1e-3 and 0.5 < z.real < 2:
        x = z.real - 1
        result = complex(math.log1p(x * (x + 2) + z.imag * z.imag) / 2, result.imag)
    return result if base is None else result / log(base)


def log10(z, /):
    z = log(z)
    return complex(z.real / math.log(10), z.imag / math.log(10))


def sqrt(z, /):
    z = _c(z)
    a, b = z.real, z.imag
    if a == 0 and b == 0:
        return complex(0.0, b)
    if math.isinf(b):
        return complex(inf, b)
    if math.isnan(a) or math.isnan(b):
        return complex(nan, nan)
    if math.isinf(a):
        return complex(a, math.copysign(0.0, b)) if a > 0 else complex(0.0, math.copysign(inf, b))
    s = 2 * math.sqrt(abs(a) / 8 + math.hypot(a / 8, b / 8))
    d = abs(b) / (2 * s)
    return complex(s, math.copysign(d, b)) if a >= 0 else complex(d, math.copysign(s, b))


def sinh(z, /):
    z = _c(z)
    return complex(math.cos(z.imag) * math.sinh(z.real), math.sin(z.imag) * math.cosh(z.real))


def cosh(z, /):
    z = _c(z)
    return complex(math.cos(z.imag) * math.cosh(z.real), math.sin(z.imag) * math.sinh(z.real))


def tanh(z, /):
    z = _c(z)
    if abs(z.real) > 20:
        return complex(math.copysign(1.0, z.real), 4 * math.sin(z.imag) * math.cos(z.imag) * math.exp(-2 * abs(z.real)))
    tx, ty = math.tanh(z.real), math.tan(z.imag)
    cx = 1 / math.cosh(z.real)
    txty = tx * ty
    denom = 1 + txty * txty
    return complex(tx * (1 + ty * ty) / denom, ty / denom * cx * cx)


def sin(z, /):
    z = _c(z)
    w = sinh(complex(-z.imag, z.real))
    return complex(w.imag, -w.real)


def cos(z, /):
    z = _c(z)
    return cosh(complex(-z.imag, z.real))


def tan(z, /):
    z = _c(z)
    w = tanh(complex(-z.imag, z.real))
    return complex(w.imag, -w.real)


def asinh(z, /):
    z = _c(z)
    s1, s2 = sqrt(complex(1 + z.imag, -z.real)), sqrt(complex(1 - z.imag, z.real))
    return complex(math.asinh(s1.real * s2.imag - s2.real * s1.imag), math.atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag))


def acosh(z, /):
    z = _c(z)
    s1, s2 = sqrt(complex(z.real - 1, z.imag)), sqrt(complex(z.real + 1, z.imag))
    return complex(math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2 * math.atan2(s1.imag, s2.real))


def atanh(z, /):
    z = _c(z)
    if z.real < 0 or z.real == 0 and math.copysign(1.0, z.real) < 0:
        return -atanh(-z)
    if z == 1:
        raise ValueError('math domain error')
    ay = abs(z.imag)
    re = math.log1p(4 * z.real / ((1 - z.real) ** 2 + ay * ay)) / 4
    im = -math.atan2(-2 * z.imag, (1 - z.real) * (1 + z.real) - ay * ay) / 2
    return complex(re, im)


def asin(z, /):
    z = _c(z)
    w = asinh(complex(-z.imag, z.real))
    return complex(w.imag, -w.real)


def acos(z, /):
    z = _c(z)
    s1, s2 = sqrt(complex(1 - z.real, -z.imag)), sqrt(complex(1 + z.real, z.imag))
    return complex(2 * math.atan2(s1.real, s2.real), math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def atan(z, /):
    z = _c(z)
    w = atanh(complex(-z.imag, z.real))
    return complex(w.imag, -w.real)


def isfinite(z, /):
    z = _c(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isinf(z, /):
    z = _c(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isnan(z, /):
    z = _c(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    a, b = _c(a), _c(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    diff = abs(a - b)
    return diff <= rel_tol * abs(b) or diff <= rel_tol * abs(a) or diff <= abs_tol
