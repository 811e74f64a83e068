# What sum, min, max, list and others see of a generator, and what the generator sees of them.
log = []


def numbers(n, fail_at=None):
    for i in range(n):
        log.append(i)
        if i == fail_at:
            raise ValueError("at %d" % i)
        got = yield i
        assert got is None
    log.append("end")


def show(f):
    del log[:]
    try:
        print(f(), len(log), log[-3:])
    except Exception as e:
        print(type(e).__name__, e, len(log), log[-3:])


for n in (0, 1, 2, 31, 32, 33, 63, 64, 65, 100, 1000):
    show(lambda: sum(numbers(n)))
    show(lambda: list(numbers(n)) == list(range(n)))
    show(lambda: len(tuple(numbers(n))))
    show(lambda: max(numbers(n), default="none"))
    show(lambda: min(numbers(n), default="none"))
for n in (0, 1, 31, 32, 40):
    show(lambda: sum(numbers(100, n)))
    show(lambda: list(numbers(100, n)))
    show(lambda: min(numbers(100, n)))
    show(lambda: any(x > 40 for x in numbers(100, n + 50)))

# Consumption stops where CPython's does.
g = numbers(100)
print(any(x == 5 for x in g), next(g))
g = numbers(100)
print(all(x < 5 for x in g), next(g))
g = numbers(10)
print(3 in g, next(g), list(g), list(g), sum(g))


def mixed():
    yield 1
    log.append("one")
    yield 2.5
    log.append("two")
    yield "three"
    log.append("not reached")


show(lambda: sum(mixed()))
show(lambda: max(mixed()))
show(lambda: list(mixed()))


def none_then_error():
    yield 1
    log.append("one")
    yield None
    log.append("none")
    raise ValueError("too late")


show(lambda: sum(none_then_error()))
show(lambda: max(none_then_error()))


class Chatty:
    def __radd__(self, other):
        log.append("radd %s" % other)
        return self

    def __add__(self, other):
        log.append("add %s" % other)
        return self

    def __lt__(self, other):
        log.append("lt")
        return True

    def __gt__(self, other):
        log.append("gt")
        return True


def talk():
    for i in (1, 2, Chatty(), 3, 4):
        log.append("yield")
        yield i


del log[:]
sum(talk())
print(log)
del log[:]
min(talk())
print(log)
del log[:]
show(lambda: sum(numbers(3), []))


def nested():
    for i in range(40):
        yield sum(j for j in range(i)) + max(k for k in range(i + 1))


print(sum(nested()), list(nested())[-1], sum(sum(x for x in range(y)) for y in range(70)))


def delegating():
    yield -1
    r = yield from numbers(50)
    yield r is None


print(sum(delegating()), list(delegating())[-2:])


def itself():
    yield 1
    yield sum(me)


me = itself()
show(lambda: sum(me))
grown = []
grown.extend(len(grown) for _ in range(5))
print(grown)
print(sum(x * 0.5 for x in range(101)), sum(2**62 for _ in range(40)), sum(True for _ in range(33)))
