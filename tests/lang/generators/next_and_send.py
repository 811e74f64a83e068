"""next() and send() of generators: values, ends, errors, delegation, depth."""
import gc
import traceback
from collections import OrderedDict


def count(n):
    for i in range(n):
        got = yield i
        if got is not None:
            print('  got', got)
    return f'done {n}'


def attempt(action):
    try:
        return action()
    except BaseException as e:
        return f'{type(e).__name__}{e.args}', getattr(e, 'value', None)


g = count(2)
print(next(g), next(g), attempt(lambda: next(g)), attempt(lambda: next(g)), next(g, 'default'))
g = count(3)
print(attempt(lambda: g.send(5)), g.send(None), g.send('x'), g.send('y'), attempt(lambda: g.send('z')), attempt(lambda: g.send(1)))
for value in (None, 0, (1, 2), ValueError('v'), [], StopIteration(3)):
    def ends():
        return value
        yield
    try:
        next(ends())
    except StopIteration as e:
        print(repr(e), e.value, e.args)
    it = ends()
    try:
        it.send(None)
    except StopIteration as e:
        print(repr(e.value), repr(e.__context__))


def failing():
    yield 1
    raise KeyError('inside')


g = failing()
next(g)
try:
    next(g)
except KeyError:
    print([(f.name, f.line) for f in traceback.extract_tb(__import__('sys').exc_info()[2])])
print(attempt(lambda: next(g)))


def leaks():
    yield 1
    raise StopIteration('no')


g = leaks()
next(g)
print(attempt(lambda: next(g)))


def itself():
    yield attempt(lambda: next(me))
    yield attempt(lambda: me.send(None))
    yield next(me)


me = itself()
print(next(me), next(me), attempt(lambda: next(me)))


def outer(n):
    r = yield from count(n)
    print('  outer', r)
    more = yield 'more'
    print('  more', more)
    return r, more


g = outer(2)
print(next(g), g.send('a'), g.send('b'), attempt(lambda: g.send('c')))


def from_list():
    x = yield from [1, 2]
    y = yield from iter(lambda: 3, 3)
    return x, y


g = from_list()
print(next(g), attempt(lambda: g.send('to a list')))
g = from_list()
print(next(g), next(g), attempt(lambda: next(g)))


def nested(depth):
    if depth:
        yield from nested(depth - 1)
    else:
        while True:
            got = yield 'leaf'
            if got == 'stop':
                return
    yield depth


g = nested(5)
print([next(g), g.send('x'), g.send('stop'), next(g), next(g), next(g), next(g), attempt(lambda: next(g))])


def pull(source):
    while True:
        try:
            yield next(source) * 2
        except StopIteration:
            return 'pulled'


chain = iter(count(3))
for _ in range(5):
    chain = pull(chain)
print(list(chain))


def deep(n):
    yield n
    if n < 100000:
        inner = deep(n + 1)
        while True:
            try:
                yield next(inner)
            except StopIteration:
                return


g = deep(0)
steps = 0
try:
    while True:
        next(g)
        steps += 1
except RecursionError as e:
    print('RecursionError', steps > 300)
print(attempt(lambda: next(g)))


def handling():
    try:
        yield 1
    except ValueError as e:
        print('  handled', e)
        yield 2
    finally:
        print('  finally')


g = handling()
print(next(g), g.throw(ValueError('t')), attempt(lambda: next(g)))
g = handling()
next(g)
g.close()
print(attempt(lambda: next(g)), attempt(lambda: g.send(1)))
try:
    raise LookupError('outer')
except LookupError:
    g = count(1)
    next(g)
    try:
        next(g)
    except StopIteration as e:
        print(repr(e.__context__))


def raises_with_context():
    yield 1
    raise ValueError('new')


g = raises_with_context()
next(g)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        next(g)
except ValueError as e:
    print(repr(e.__context__))
print(attempt(lambda: next(5)), attempt(lambda: next()), attempt(lambda: next(count(1), 1, 2)), attempt(lambda: count(1).send()))
n = next
s = g.send
print(n(count(5)), attempt(lambda: s(1)), [f(h) for f, h in [(next, count(1)), (next, iter('ab'))]])


def collects():
    for i in range(3):
        gc.collect()
        yield [i]


g = collects()
print(next(g), next(g), next(g), attempt(lambda: next(g)))
total = sum(next(h) for h in [count(2), count(3), collects()][:2])
print(total, max(next(count(4)) + i for i in range(3)))


class Task:
    def __init__(self, n):
        self.run = self.body(n)

    def body(self, n):
        for i in range(n):
            x = yield i
            self.last = x

    def step(self, x=None):
        return self.run.send(x)


t = Task(2)
print(t.step(), t.step('s'), t.last, attempt(lambda: t.step('e')), t.last)

# OrderedDict from the front
d = OrderedDict((i, i) for i in range(50))
order = []
for i in range(300):
    k, v = d.popitem(last=False)
    order.append(k)
    d[k * 7 % 101 + i] = v
    if i % 50 == 7:
        d.move_to_end(next(iter(d)))
        d.move_to_end(next(reversed(d)), last=False)
    if i % 60 == 9:
        d.popitem()
print(order[::13], list(d.items())[:5], len(d), list(reversed(d))[:3])
while d:
    d.popitem(last=False)
d['again'] = 1
d['more'] = 2
print(d.popitem(last=False), d, attempt(lambda: d.popitem(last=False)), attempt(lambda: d.popitem(last=False)))
