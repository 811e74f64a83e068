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


import copy

METHODS = 'count index start step stop'.split()
OBJECTS = [range(0), range(1, 10, 3), range(5, -5, -2)]
ARGUMENTS = [(), (0,), (1,), (-1,), ('a',), ('X', 'y'), (None,), (1.5,), (b'a',), ([1],), ((1, 2),), ({1},), (Index(),), (10**30,), (b'a', b'b'), ('',), ('utf-8',), ([('k', 1)],), (['x', 'y'],)]
for method in METHODS:
    for original in OBJECTS:
        for arguments in ARGUMENTS:
            if method in ('rjust', 'ljust', 'center', 'zfill', 'expandtabs', 'to_bytes') and arguments == (10**30,):
                continue
            value = copy.copy(original)
            attribute = getattr(value, method)
            if not callable(attribute):
                print(method, show(attribute))
                break
            attempt(f'{original!r}.{method}', attribute, *arguments)
            if value != original:
                print('   now', value)
