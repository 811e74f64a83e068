class Countdown:

    def __init__(s, n):
        s.n = n

    def __iter__(s):
        return s

    def __next__(s):
        if s.n <= 0:
            raise StopIteration
        s.n -= 1
        return s.n + 1


print(list(Countdown(3)), sum(Countdown(4)), 3 in Countdown(5), max(Countdown(3)), [*Countdown(2)], dict(zip('ab', Countdown(9))))


def g():
    try:
        x = (yield 1)
        print('got', x)
        y = (yield x)
        print('got', y)
        return 'done'
    finally:
        print('closed')


a = g()
print(next(a), a.send('hi'))
try:
    a.send('bye')
except StopIteration as e:
    print('ret', e.value)
b = g()
next(b)
b.close()
c = g()
next(c)
try:
    c.throw(ValueError('inj'))
except ValueError as e:
    print(e)


def outer():
    r = (yield from g())
    print('inner returned', r)
    yield 'x'


o = outer()
print(next(o), o.send(5))
print(next(o))


def inf():
    n = 0
    while True:
        yield n
        n += 1


import itertools as it
print(list(it.islice(inf(), 3, 10, 2)), list(it.takewhile(lambda x: x < 3, inf())), list(it.chain('ab', [1])), list(it.accumulate([1, 2, 3, 4], lambda a, b: a * b)), [(k, list(v)) for k, v in it.groupby('aabbbc')], list(it.zip_longest('ab', 'c', fillvalue='-')), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.pairwise([1, 2, 3])), list(it.compress('abc', [1, 0, 1])), list(it.dropwhile(str.islower, 'abCd')), list(it.filterfalse(str.islower, 'aB')), next(it.cycle('xy')), list(it.repeat(1, 2)), [list(x) for x in it.tee([1, 2])], list(it.chain.from_iterable([[1], [2, 3]])))


class Seq:

    def __getitem__(s, i):
        if i >= 3:
            raise IndexError
        return i * i


print(list(Seq()), 4 in Seq(), iter(Seq()).__next__())
e = enumerate('ab', 5)
print(next(e), list(e))
print(list(iter(lambda c=iter([1, 2, 0, 3]): next(c), 0)))
for f in (lambda: next(iter([])), lambda: iter(3), lambda: next([]), lambda: list(zip([1], [1, 2], strict=True)), lambda: [].__iter__().__next__()):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
z = (i for i in [1, 2])
print(z.__name__, list(z), list(z), type(z).__name__)
