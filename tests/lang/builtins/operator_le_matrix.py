class Index:
    def __index__(self):
        return 2

    def __repr__(self):
        return 'Index()'


class Plain:
    def __repr__(self):
        return 'Plain()'


def show(value):
    text = repr(value)
    return text if len(text) < 120 else text[:117] + '...'


def attempt(label, function, *args):
    try:
        result = function(*args)
        if hasattr(result, '__next__'):
            result = (type(result).__name__, list(result))
        outcome = show(result)
    except Exception as e:
        outcome = f'{type(e).__name__}: {e}'
    print(label, ', '.join([show(a) for a in args]), '->', outcome)


import operator

VALUES = [0, 1, -3, True, 10**20, 1.5, float('inf'), -2.5, 1 + 2j, '', 'a', '12', 'abc', b'', b'ab', [], [1, 2], [3, 'x'], (), (1, 2), {}, {'a': 1}, set(), {1, 2}, frozenset([3]), range(3), None, int, Plain(), Index()]

for a in VALUES:
    for b in VALUES:
        attempt('le', operator.le, a, b)
