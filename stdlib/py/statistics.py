"""Averages and measures of spread."""
import math
from fractions import Fraction


class StatisticsError(ValueError):
    pass


def _exact(data):
    total = Fraction(0)
    kind = int
    for x in data:
        if isinstance(x, float):
            kind = float if kind is not Fraction else kind
            if x != x or x in (math.inf, -math.inf):
                return float, None
        elif isinstance(x, Fraction):
            kind = Fraction if kind is int else kind
        elif not isinstance(x, int):
            raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")
        total += Fraction(x)
    return kind, total


def _convert(value, kind):
    if kind is int and value.denominator == 1:
        return value.numerator
    if kind is Fraction:
        return value
    return value.numerator / value.denominator


def mean(data):
    data = list(data)
    if not data:
        raise StatisticsError('mean requires at least one data point')
    kind, total = _exact(data)
    if total is None:
        return sum(data) / len(data)
    return _convert(total / len(data), kind)


def fmean(data, weights=None):
    data = list(data)
    if weights is not None:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError('data and weights must be the same length')
        return math.fsum([x * w for x, w in zip(data, weights)]) / math.fsum(weights)
    if not data:
        raise StatisticsError('fmean requires at least one data point')
    return math.fsum(data) / len(data)


def geometric_mean(data):
    data = list(data)
    try:
        return math.exp(fmean([math.log(x) for x in data]))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if any(x < 0 for x in data):
        raise StatisticsError('harmonic mean does not support negative values')
    if any(x == 0 for x in data):
        return 0
    weights = [1] * len(data) if weights is None else list(weights)
    total = sum(Fraction(w) / Fraction(x) for x, w in zip(data, weights))
    return _convert(Fraction(sum(weights)) / total, float)


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError('no mode for empty data')
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counts(data)
    top = max(counts.values(), default=0)
    return [x for x, n in counts.items() if n == top]


def _squares(data, center):
    if center is None:
        kind, total = _exact(data)
        center = total / len(data)
    else:
        kind, _ = _exact(data)
        center = Fraction(center)
    return kind, sum([(Fraction(x) - center) ** 2 for x in data], Fraction(0))


def variance(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError('variance requires at least two data points')
    kind, ss = _squares(data, xbar)
    return _convert(ss / (len(data) - 1), kind)


def pvariance(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError('pvariance requires at least one data point')
    kind, ss = _squares(data, mu)
    return _convert(ss / len(data), kind)


def _root(value):
    n, m = value.numerator, value.denominator
    if n == 0:
        return 0.0
    shift = max(0, 2 * 60 - n.bit_length() + m.bit_length())
    shift += shift & 1
    root = math.isqrt((n << shift) // m)
    if root * root * m != n << shift:
        root |= 1
    return root / (1 << shift // 2)


def stdev(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _root(_squares(data, xbar)[1] / (len(data) - 1))


def pstdev(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError('pstdev requires at least one data point')
    return _root(_squares(data, mu)[1] / len(data))


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError('must have at least two data points')
    result = []
    if method == 'inclusive':
        m = size - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method != 'exclusive':
        raise ValueError(f'Unknown method: {method!r}')
    m = size + 1
    for i in range(1, n):
        j = min(max(i * m // n, 1), size - 1)
        delta = i * m - j * n
        result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('covariance requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('covariance requires at least two data points')
    mx, my = math.fsum(x) / n, math.fsum(y) / n
    return math.fsum([(a - mx) * (b - my) for a, b in zip(x, y)]) / (n - 1)


def correlation(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('correlation requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('correlation requires at least two data points')
    mx, my = math.fsum(x) / n, math.fsum(y) / n
    sxy = math.fsum([(a - mx) * (b - my) for a, b in zip(x, y)])
    sxx = math.fsum([(a - mx) ** 2 for a in x])
    syy = math.fsum([(b - my) ** 2 for b in y])
    if not sxx or not syy:
        raise StatisticsError('at least one of the inputs is constant')
    return sxy / math.sqrt(sxx * syy)
