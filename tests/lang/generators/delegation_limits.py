# yield from where it cannot start, of generators with many parameters, and after exhausted iterators.


def inner():
    yield 'inner'


def outer():
    try:
        yield from inner()
    except RecursionError:
        first = yield 'caught'
        second = yield ('sent', first)
        yield ('sent', second)


def descend():
    try:
        found = descend()
    except RecursionError:
        found = None
    if found:
        return found
    g = outer()
    try:
        return g if next(g) == 'caught' else None
    except RecursionError:
        return None


g = descend()
print(g.send('A'), g.send('B'), list(g))

# A chain resumed near the end of the register stack, whose outer generator needs far more of it.
MANY = 30000
names = {}
exec('def wide(it, %s):\n    got = yield from it\n    yield (got, p0, p%d)\n' % (', '.join('p%d=%d' % (i, i) for i in range(MANY)), MANY - 1), names)
exec('def large(n, then, %s):\n    return then(*(n,))\n' % ', '.join('q%d=0' % i for i in range(29000)), names)
exec('def small(n, then, %s):\n    return then(*(n,))\n' % ', '.join('q%d=0' % i for i in range(900)), names)


def leaf():
    yield 1
    yield 2
    return 'leaf'


def fill(n):
    return names['large'](n - 1, fill) if n else fill_up(steps)


def fill_up(n):
    return names['small'](n - 1, fill_up) if n else next(g)


seen = set()
for steps in range(0, 100, 7):
    g = names['wide'](leaf())
    next(g), next(g)
    try:
        seen.add(fill(34))
    except RecursionError:
        pass
print(('leaf', 0, MANY - 1) in seen, len(seen))


class Ends:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration('ended')


def results():
    for _ in Ends():
        pass
    list(Ends())
    print((yield from [1]), (yield from ()), (yield from Ends()), (yield from map(str, Ends())))
    next(Ends(), None)
    print((yield from 'a'))


print(list(results()))


# What is thrown into a chain gets its context where it arrives.
def receiver():
    try:
        yield 1
    except ValueError as e:
        print('receiver', repr(e.__context__))
        raise


def handling():
    try:
        raise KeyError('handled')
    except KeyError:
        yield from receiver()


g = handling()
next(g)
try:
    g.throw(ValueError('thrown'))
except ValueError as e:
    print('outside', repr(e.__context__))
