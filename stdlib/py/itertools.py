"""Building blocks for iterators."""
_missing = object()


class count:
    def __init__(self, start=0, step=1):
        if not hasattr(start, '__add__') or isinstance(start, (str, list, tuple)):
            raise TypeError('a number is required')
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if self._step == 1 and isinstance(self._step, int):
            return f'count({self._next!r})'
        return f'count({self._next!r}, {self._step!r})'


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        self._times = None if times is None else max(times, 0)

    def __iter__(self):
        if self._times is None:
            return self
        return self

    def __next__(self):
        if self._times is None:
            return self._object
        if self._times <= 0:
            raise StopIteration
        self._times -= 1
        return self._object

    def __length_hint__(self):
        if self._times is None:
            raise TypeError('len() of unsized object')
        return self._times

    def __repr__(self):
        if self._times is None:
            return f'repeat({self._object!r})'
        return f'repeat({self._object!r}, {self._times})'


def cycle(iterable, /):
    return _cycle(iter(iterable))


def _cycle(it):
    saved = []
    for element in it:
        yield element
        saved.append(element)
    while saved:
        for element in saved:
            yield element


def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, initial)


def _accumulate(it, func, total):
    if total is None:
        for total in it:
            break
        else:
            return
    yield total
    if func is None:
        for element in it:
            total = total + element
            yield total
    else:
        for element in it:
            total = func(total, element)
            yield total


class chain:
    def __new__(cls, *iterables):
        return _chain(iterables)

    @staticmethod
    def from_iterable(iterable, /):
        return _chain(iter(iterable))


def _chain(iterables):
    for it in iterables:
        yield from it


def compress(data, selectors):
    return _compress(iter(data), iter(selectors))


def _compress(data, selectors):
    for d, s in zip(data, selectors):
        if s:
            yield d


def dropwhile(predicate, iterable, /):
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, it):
    for x in it:
        if not predicate(x):
            yield x
            break
    yield from it


def takewhile(predicate, iterable, /):
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, it):
    for x in it:
        if not predicate(x):
            return
        yield x


def filterfalse(predicate, iterable, /):
    return _filterfalse(bool if predicate is None else predicate, iter(iterable))


def _filterfalse(predicate, it):
    for x in it:
        if not predicate(x):
            yield x


def starmap(function, iterable, /):
    return _starmap(function, iter(iterable))


def _starmap(function, it):
    for args in it:
        yield function(*args)


def _slice_bound(value, what):
    if value is None:
        return None
    try:
        value = value.__index__()
    except AttributeError:
        value = -1
    if value < 0:
        if what:
            raise ValueError(what)
        raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    return value


def islice(iterable, *args):
    if not 1 <= len(args) <= 3:
        raise TypeError(f"islice expected at {'least 2' if not args else 'most 4'} arguments, got {len(args) + 1}")
    start, step = None, None
    if len(args) == 1:
        stop = _slice_bound(args[0], 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    else:
        start = _slice_bound(args[0], None)
        stop = _slice_bound(args[1], 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
                            if not isinstance(args[1], int) and args[1] is not None else None)
        if len(args) == 3:
            step = args[2]
            if step is not None:
                step = _slice_bound(step, 'Step for islice() must be a positive integer or None.')
                if step == 0:
                    raise ValueError('Step for islice() must be a positive integer or None.')
    return _islice(iter(iterable), start or 0, stop, step or 1)


def _islice(it, start, stop, step):
    if stop is None:
        i = 0
        for x in it:
            if i >= start and (i - start) % step == 0:
                yield x
            i += 1
        return
    if stop <= start:
        for _ in range(stop):
            for _ in it:
                break
            else:
                return
        if start > stop:
            for _ in range(start - stop):
                for _ in it:
                    break
                else:
                    return
        return
    i = 0
    wanted = start
    for x in it:
        i += 1
        if i > wanted:
            yield x
            wanted += step
            if wanted >= stop and i >= stop:
                return
        if i >= stop:
            return


def pairwise(iterable, /):
    return _pairwise(iter(iterable))


def _pairwise(it):
    for a in it:
        break
    else:
        return
    for b in it:
        yield a, b
        a = b


def zip_longest(*iterables, fillvalue=None):
    return _zip_longest([iter(it) for it in iterables], fillvalue)


def _zip_longest(iterators, fillvalue):
    active = len(iterators)
    if not active:
        return
    while True:
        values = []
        for i, it in enumerate(iterators):
            if it is None:
                values.append(fillvalue)
                continue
            value = next(it, _missing)
            if value is _missing:
                active -= 1
                if not active:
                    return
                iterators[i] = None
                value = fillvalue
            values.append(value)
        yield tuple(values)


def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError('repeat argument cannot be negative')
    return _product([tuple(pool) for pool in iterables] * repeat)


def _product(pools):
    n = len(pools)
    for pool in pools:
        if not pool:
            return
    indices = [0] * n
    current = [pool[0] for pool in pools]
    while True:
        yield tuple(current)
        i = n - 1
        while i >= 0:
            j = indices[i] + 1
            pool = pools[i]
            if j < len(pool):
                indices[i] = j
                current[i] = pool[j]
                break
            indices[i] = 0
            current[i] = pool[0]
            i -= 1
        else:
            return


def permutations(iterable, r=None):
    pool = tuple(iterable)
    n = len(pool)
    if r is None:
        r = n
    elif not isinstance(r, int):
        raise TypeError('Expected int as r')
    if r < 0:
        raise ValueError('r must be non-negative')
    return _permutations(pool, n, r)


def _permutations(pool, n, r):
    if r > n:
        return
    indices = list(range(n))
    cycles = list(range(n, n - r, -1))
    yield pool[:r]
    while n:
        i = r - 1
        while i >= 0:
            cycles[i] -= 1
            if cycles[i] == 0:
                indices[i:] = indices[i + 1:] + indices[i:i + 1]
                cycles[i] = n - i
                i -= 1
            else:
                j = n - cycles[i]
                indices[i], indices[j] = indices[j], indices[i]
                yield tuple([pool[k] for k in indices[:r]])
                break
        else:
            return


def combinations(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError('r must be non-negative')
    return _combinations(pool, len(pool), r)


def _combinations(pool, n, r):
    if r > n:
        return
    indices = list(range(r))
    current = list(pool[:r])
    yield tuple(current)
    while True:
        i = r - 1
        while i >= 0 and indices[i] == i + n - r:
            i -= 1
        if i < 0:
            return
        j = indices[i] + 1
        while i < r:
            indices[i] = j
            current[i] = pool[j]
            i += 1
            j += 1
        yield tuple(current)


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError('r must be non-negative')
    return _combinations_with_replacement(pool, len(pool), r)


def _combinations_with_replacement(pool, n, r):
    if not n and r:
        return
    indices = [0] * r
    yield tuple([pool[i] for i in indices])
    while True:
        i = r - 1
        while i >= 0 and indices[i] == n - 1:
            i -= 1
        if i < 0:
            return
        indices[i:] = [indices[i] + 1] * (r - i)
        yield tuple([pool[i] for i in indices])


class groupby:
    def __init__(self, iterable, key=None):
        self._it = iter(iterable)
        self._key = key
        self._current_key = self._target_key = _missing
        self._value = None
        self._id = None
        self._finished = False

    def __iter__(self):
        return self

    def _advance(self):
        value = next(self._it)
        self._current_key = value if self._key is None else self._key(value)
        self._value = value

    def __next__(self):
        self._id = mark = object()
        if self._finished:
            raise StopIteration
        target = self._target_key
        if target is _missing:
            self._advance()
        else:
            while self._current_key is target or self._current_key == target:
                self._advance()
        self._target_key = self._current_key
        return self._current_key, self._group(self._target_key, mark)

    def _group(self, target, mark):
        while self._id is mark and (self._current_key is target or self._current_key == target):
            yield self._value
            try:
                self._advance()
            except StopIteration:
                self._current_key = _missing
                self._finished = True
                self._it = iter(())
                return


class _tee:
    def __init__(self, it, link):
        self._it = it
        self._link = link

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if link[1] is None:
            link[0] = next(self._it)
            link[1] = [None, None]
        self._link = link[1]
        return link[0]

    def __copy__(self):
        return _tee(self._it, self._link)


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError('n must be >= 0')
    if n == 0:
        return ()
    it = iter(iterable)
    if isinstance(it, _tee):
        return (it,) + tuple([_tee(it._it, it._link) for _ in range(n - 1)])
    link = [None, None]
    return tuple([_tee(it, link) for _ in range(n)])
