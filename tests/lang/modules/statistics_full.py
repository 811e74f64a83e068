import statistics as s
from statistics import NormalDist as N
from fractions import Fraction as F
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
n = N(100, 15)
for p in [0.001, 1e-10, 0.01, 0.05, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.99, 0.9999999, 1 - 1e-12, 1e-300]:
    t(lambda: n.inv_cdf(p))
for x in [50, 80, 100, 101.5, 130]:
    t(lambda: (n.pdf(x), n.cdf(x), n.zscore(x)))
t(lambda: n.quantiles()); t(lambda: n.overlap(N(110, 10))); t(lambda: n.overlap(N(110, 15))); t(lambda: n.samples(3, seed=5)); t(lambda: (n + 3, n - 3, 3 - n, n * 2, -2 * n, n / 4, -n, +n, n + n, n - n, hash(n) == hash(N(100, 15)), n == N(100, 15), n != 3)); t(lambda: (n.mean, n.median, n.mode, n.stdev, n.variance)); t(lambda: N(1, -1)); t(lambda: n.inv_cdf(0)); t(lambda: N(0, 0).pdf(1)); t(lambda: n.overlap(3)); t(lambda: N.from_samples([1, 2, 3, 4.5])); t(lambda: N.from_samples([1])); t(lambda: N())
data = [[1, 2, 3, 4], [1.5, 2.5, 7], [F(1, 3), F(1, 2)], [1, 2.5, F(1, 3)], [True, 3], [], [5], [float('inf'), 1], ['a'], [1, None], [3, 3, 1], [10**20, 1, 2], [1e308, 1e308], [-1, 2, 3], [0, 4, 5]]
for d in data:
    for f in [s.mean, s.fmean, s.geometric_mean, s.harmonic_mean, s.median, s.median_low, s.median_high, s.median_grouped, s.mode, s.multimode, s.variance, s.pvariance, s.stdev, s.pstdev, s.quantiles]:
        if d and d[0] == 'a' and f in (s.median_grouped,): continue
        t(lambda: f(d)); 
        if len(d) == 4: t(lambda: f(iter(d)))
t(lambda: s.fmean([3, 4, 5], [0.3, 0.3, 0.4])); t(lambda: s.fmean([1], [0])); t(lambda: s.fmean([1], [1, 2])); t(lambda: s.harmonic_mean([40, 60], weights=[5, 30])); t(lambda: s.harmonic_mean([40], [1, 2])); t(lambda: s.median_grouped([1, 3, 3, 5, 7], interval=2)); t(lambda: s.quantiles(range(10), n=5, method='inclusive')); t(lambda: s.quantiles([1, 2], method='x')); t(lambda: s.quantiles([1, 2], n=0)); t(lambda: s.variance([1, 2, 3], 2)); t(lambda: s.pvariance([1, 2, 3], mu=2.0)); t(lambda: s.stdev([1.5, 2.5, 4], 2.6)); t(lambda: s.covariance([1, 2, 3], [1, 5, 7])); t(lambda: s.correlation([1, 2, 3], [1, 5, 7])); t(lambda: s.linear_regression([1, 2, 3], [1, 5, 7])); t(lambda: s.linear_regression([1, 2, 3], [1, 5, 7], proportional=True)); t(lambda: s.linear_regression([1, 1], [2, 3])); t(lambda: s.correlation([1, 1], [2, 3])); t(lambda: s.correlation([1], [2, 3])); t(lambda: s.covariance([1], [2]))
from decimal import Decimal as D
t(lambda: s.mean([D('0.5'), D('0.75')])); t(lambda: s.stdev([D('1.5'), D('2.5'), D('2.75'), D('3.5')])); t(lambda: s.variance([D('27.5'), D('30.25'), D('41.75')])); t(lambda: s.mean([D(1), 2])); t(lambda: s.mean([D(1), 2.5])); t(lambda: s.median([D(1), D(2)]))
