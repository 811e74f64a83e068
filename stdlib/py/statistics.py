"""Averages and measures of spread."""
import math
import numbers
import operator
import sys
from _normal_dist import NormalDist, StatisticsError
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean', 'linear_regression',
           'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode', 'pstdev', 'pvariance', 'quantiles',
           'stdev', 'variance']

LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))


# ---- exact arithmetic --------------------------------------------------------------------------------

def _coerce(a, b):
    """The type of a result computed from values of both types."""
    if a is b or b is int or b is bool:
        return a
    if a is int or issubclass(b, a):
        return b
    if issubclass(a, b) or issubclass(b, int):
        return a
    if issubclass(a, int):
        return b
    if issubclass(a, Fraction) and issubclass(b, float):
        return b
    if issubclass(a, float) and issubclass(b, Fraction):
        return a
    raise TypeError(f"don't know how to coerce {a.__name__} and {b.__name__}")


def _exact_ratio(x):
    """Numerator and denominator, or (x, None) for what has none: infinities and nan."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _isfinite(x):
    try:
        return x.is_finite()
    except AttributeError:
        return math.isfinite(x)


def _gather(data, squares=None):
    """Sums of the numerators (and of their squares) by denominator, the common type, and how many there were."""
    count, kinds, sums = 0, {}, {}
    for x in data:
        kinds[type(x)] = None
        n, d = _exact_ratio(x)
        sums[d] = sums.get(d, 0) + n
        if squares is not None:
            squares[d] = squares.get(d, 0) + n * n
        count += 1
    kind = int
    for other in kinds:
        kind = _coerce(kind, other)
    return kind, sums, count


def _total(sums, power=1):
    return sum([Fraction(n, d if power == 1 else d * d) for d, n in sums.items()], Fraction(0))


def _sum(data):
    kind, sums, count = _gather(data)
    return kind, sums[None] if None in sums else _total(sums), count


def _ss(data, c=None):
    """Sum of the squared distances from c, or from the mean, which is given back too."""
    if c is not None:
        kind, total, count = _sum([(x - c) * (x - c) for x in data])
        return kind, total, c, count
    squares = {}
    kind, sums, count = _gather(data, squares)
    if not count:
        return kind, Fraction(0), Fraction(0), 0
    if None in sums:
        return kind, sums[None], sums[None], count
    sx, sxx = _total(sums), _total(squares, 2)
    return kind, (count * sxx - sx * sx) / count, sx / count, count


def _convert(value, kind):
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        if not _is_decimal(kind):
            raise
        return kind(value.numerator) / value.denominator


def _is_decimal(kind):
    module = sys.modules.get('decimal')
    return module is not None and issubclass(kind, module.Decimal)


def _fail_neg(values, errmsg='negative value'):
    for x in values:
        if x < 0:
            raise StatisticsError(errmsg)
        yield x


def _integer_sqrt_of_frac_rto(n, m):
    """Square root of n / m, rounded down, with the lowest bit set when that was not exact."""
    root = math.isqrt(n // m)
    return root | (root * root * m != n)


def _float_sqrt_of_frac(n, m):
    """The float nearest to the square root of n / m."""
    half = (n.bit_length() - m.bit_length() - 109) // 2
    if half >= 0:
        return float(_integer_sqrt_of_frac_rto(n, m << 2 * half) << half)
    return _integer_sqrt_of_frac_rto(n << -2 * half, m) / (1 << -half)


def _decimal_sqrt_of_frac(n, m):
    """The Decimal nearest to the square root of n / m in the current context."""
    from decimal import Decimal
    if not n:
        return Decimal('0.0')
    if n < 0:
        n, m = -n, -m
    root = (Decimal(n) / Decimal(m)).sqrt()
    target = Fraction(n, m)
    above, below = root.next_plus(), root.next_minus()
    if target > ((Fraction(root) + Fraction(above)) / 2) ** 2:
        return above
    if target < ((Fraction(root) + Fraction(below)) / 2) ** 2:
        return below
    return root


def _root(mss, kind):
    if _is_decimal(kind):
        return _decimal_sqrt_of_frac(mss.numerator, mss.denominator)
    return _float_sqrt_of_frac(mss.numerator, mss.denominator)


# ---- averages ----------------------------------------------------------------------------------------

def mean(data):
    kind, total, n = _sum(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    return _convert(total / n, kind)


def fmean(data, weights=None):
    if not hasattr(data, '__len__'):
        data = list(data)
    n = len(data)
    if weights is None:
        if not n:
            raise StatisticsError('fmean requires at least one data point')
        return math.fsum(data) / n
    if not hasattr(weights, '__len__'):
        weights = list(weights)
    top = math.fsum(map(operator.mul, data, weights))
    if n != len(weights):
        raise StatisticsError('data and weights must be the same length')
    total = math.fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return top / total


def geometric_mean(data):
    try:
        return math.exp(fmean(map(math.log, data)))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None


def harmonic_mean(data, weights=None):
    refusal = 'harmonic mean does not support negative values'
    if iter(data) is data:
        data = list(data)
    n = len(data)
    if n < 1:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if n == 1 and weights is None:
        x = data[0]
        if not isinstance(x, numbers.Real) and not _is_decimal(type(x)):
            raise TypeError('unsupported type')
        if x < 0:
            raise StatisticsError(refusal)
        return x
    if weights is None:
        weights, total_weight = [1] * n, n
    else:
        if iter(weights) is weights:
            weights = list(weights)
        if len(weights) != n:
            raise StatisticsError('Number of weights does not match data size')
        total_weight = _sum(_fail_neg(weights, refusal))[1]
    try:
        kind, total, _ = _sum(w / x if w else 0 for w, x in zip(weights, _fail_neg(data, refusal)))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _convert(total_weight / total, kind)


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data, len(data)


def median(data):
    data, n = _sorted(data)
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data, n = _sorted(data)
    return data[(n - 1) // 2]


def median_high(data):
    data, n = _sorted(data)
    return data[n // 2]


def median_grouped(data, interval=1):
    data, n = _sorted(data)
    x = data[n // 2]
    before = bisect_left(data, x)
    inside = bisect_right(data, x, lo=before) - before
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError('Value cannot be converted to a float') from None
    return x - interval / 2.0 + interval * (n / 2 - before) / inside


def mode(data):
    top = Counter(iter(data)).most_common(1)
    if not top:
        raise StatisticsError('no mode for empty data')
    return top[0][0]


def multimode(data):
    counts = Counter(iter(data))
    top = max(counts.values(), default=0)
    return [x for x, n in counts.items() if n == top]


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError('must have at least two data points')
    result = []
    if method == 'inclusive':
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == 'exclusive':
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f'Unknown method: {method!r}')


# ---- spread ------------------------------------------------------------------------------------------

def variance(data, xbar=None):
    kind, ss, _, n = _ss(data, xbar)
    if n < 2:
        raise StatisticsError('variance requires at least two data points')
    return _convert(ss / (n - 1), kind)


def pvariance(data, mu=None):
    kind, ss, _, n = _ss(data, mu)
    if n < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _convert(ss / n, kind)


def stdev(data, xbar=None):
    kind, ss, _, n = _ss(data, xbar)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _root(ss / (n - 1), kind)


def pstdev(data, mu=None):
    kind, ss, _, n = _ss(data, mu)
    if n < 1:
        raise StatisticsError('pstdev requires at least one data point')
    return _root(ss / n, kind)


def _mean_stdev(data):
    """Both as floats, for NormalDist.from_samples."""
    kind, ss, xbar, n = _ss(data)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    if not hasattr(ss, 'numerator'):
        return float(xbar), float(xbar) / float(ss)
    mss = ss / (n - 1)
    return float(xbar), _float_sqrt_of_frac(mss.numerator, mss.denominator)


# ---- two series --------------------------------------------------------------------------------------

def _paired(x, y, what):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f'{what} requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError(f'{what} requires at least two data points')
    return n, math.fsum(x) / n, math.fsum(y) / n


def covariance(x, y, /):
    n, xbar, ybar = _paired(x, y, 'covariance')
    return math.fsum((a - xbar) * (b - ybar) for a, b in zip(x, y)) / (n - 1)


def correlation(x, y, /):
    n, xbar, ybar = _paired(x, y, 'correlation')
    sxy = math.fsum((a - xbar) * (b - ybar) for a, b in zip(x, y))
    sxx = math.fsum((a - xbar) ** 2.0 for a in x)
    syy = math.fsum((b - ybar) ** 2.0 for b in y)
    try:
        return sxy / math.sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant') from None


def linear_regression(x, y, /, *, proportional=False):
    n, xbar, ybar = _paired(x, y, 'linear regression')
    if proportional:
        sxy = math.fsum(a * b for a, b in zip(x, y))
        sxx = math.fsum(a * a for a in x)
    else:
        sxy = math.fsum((a - xbar) * (b - ybar) for a, b in zip(x, y))
        sxx = math.fsum((a - xbar) ** 2.0 for a in x)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)
