# gamma() and lgamma() to the last digit; how functions that are classes in CPython count their arguments.
import datetime
import heapq
import itertools
import math
import operator

for x in (-0.5, -1.5, -2.5, -100.5, -170.5, -180.5, -199.5, -201.5, 1e-300, 1e-25, -1e-25, 141.5, 150.1, 170.9, 171.6, 171.7, 201, 5, 23, 24, 25, 0.5, 1 / 3, 1, 2, 0, -1,
          float('inf'), float('nan')):
    for f in (math.gamma, math.lgamma):
        try:
            print(x, f(x))
        except (ValueError, OverflowError) as e:
            print(x, type(e).__name__, e)
for n in range(0, 100):
    print(math.gamma(n / 3 + .1), math.lgamma(-n / 7 - .05), math.lgamma(n * 1e10 + .5), math.gamma(-n / 9 - .01))
for f in (lambda: itertools.zip_longest('a', foo=1), lambda: itertools.pairwise(), lambda: operator.itemgetter(), lambda: operator.attrgetter(), lambda: itertools.cycle(),
          lambda: itertools.pairwise(1, 2), lambda: itertools.tee(), lambda: heapq.heappush((), 1), lambda: heapq.heappop(()), lambda: heapq.heapify({}),
          lambda: heapq.heapreplace('', 1), lambda: heapq.heappushpop(5, 1), lambda: datetime.datetime.strptime(5, '%Y'), lambda: datetime.datetime.strptime('5', None), lambda: open('')):
    try:
        print(f())
    except (TypeError, OSError) as e:
        print(type(e).__name__, e)
