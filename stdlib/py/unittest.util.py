"""What the unittest modules share: short representations and differences of collections."""
from collections import Counter

_MAX_LENGTH = 80


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < _MAX_LENGTH:
        return text
    return text[:_MAX_LENGTH] + ' [truncated]...'


def strclass(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def _shorten(text, head, tail):
    skipped = len(text) - head - tail
    return f'{text[:head]}[{skipped} chars]{text[len(text) - tail:]}' if skipped > 12 else text


def _common_prefix(texts):
    low, high = min(texts), max(texts)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def _common_shorten_repr(*args):
    """The representations, their common beginning shortened when they are long."""
    texts = tuple([safe_repr(a) for a in args])
    longest = max([len(t) for t in texts])
    if longest <= _MAX_LENGTH:
        return texts
    prefix = _common_prefix(texts)
    kept = len(prefix)
    common = _MAX_LENGTH - (longest - kept + 5 + 12)
    if common > 5:
        prefix = _shorten(prefix, 5, common)
        return tuple([prefix + t[kept:] for t in texts])
    prefix = _shorten(prefix, 5, 5)
    return tuple([prefix + _shorten(t[kept:], 41, 5) for t in texts])


def count_differences(actual, expected):
    """(count in actual, count in expected, value) of each value whose counts differ."""
    try:
        first, second = Counter(actual), Counter(expected)
    except TypeError:
        return _count_unhashable(list(actual), list(expected))
    found = [(n, second.get(v, 0), v) for v, n in first.items() if n != second.get(v, 0)]
    return found + [(0, n, v) for v, n in second.items() if v not in first]


def _count_unhashable(first, second):
    seen = []
    found = []
    for value in first + second:
        if any([value == s for s in seen]):
            continue
        seen.append(value)
        a = sum([1 for v in first if v == value])
        b = sum([1 for v in second if v == value])
        if a != b:
            found.append((a, b, value))
    return found


def three_way_cmp(x, y):
    """Return -1 if x < y, 0 if x == y and 1 if x > y"""
    return (x > y) - (x < y)
