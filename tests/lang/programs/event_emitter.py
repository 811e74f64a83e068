from collections import defaultdict
from functools import wraps, partial


class Emitter:

    def __init__(self):
        self._h = defaultdict(list)

    def on(self, ev, fn=None, *, prio=0):
        if fn is None:
            return partial(self.on, ev, prio=prio)
        self._h[ev].append((prio, len(self._h[ev]), fn))
        self._h[ev].sort(key=lambda t: (-t[0], t[1]))
        return fn

    def emit(self, ev, *a, **k):
        return [f(*a, **k) for _, _, f in list(self._h[ev])]


e = Emitter()


@e.on('x')
def one(v, scale=1):
    return ('one', v * scale)


@e.on('x', prio=5)
def two(v, **k):
    return ('two', v, k)


print(e.emit('x', 3), e.emit('x', 3, scale=2), e.emit('none'))
try:
    e.emit('x')
except TypeError as er:
    print(er)
try:
    e.emit('x', 1, bad=2)
except TypeError as er:
    print(er)


def retry(n):

    def deco(f):

        @wraps(f)
        def w(*a, **k):
            for i in range(1, n + 1):
                try:
                    return f(*a, **k)
                except ValueError as x:
                    print('attempt', i, x)
            raise RuntimeError('gave up')
        w.calls = 0
        return w
    return deco


@retry(2)
def flaky(x):
    """doc of flaky"""
    raise ValueError(f'no {x}')


try:
    flaky('luck')
except RuntimeError as x:
    print(x, x.__cause__, x.__context__)
print(flaky.__name__, flaky.__doc__, flaky.calls, flaky.__wrapped__.__name__)
