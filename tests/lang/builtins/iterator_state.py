# Iterators give their state to pickle.
import pickle


def show(make):
    it = make()
    next(it, None)
    other = pickle.loads(pickle.dumps(it))
    print(type(it).__name__, list(it), list(other))


d = {'a': 1, 'b': 2, 'c': 3}
for make in [lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter('abc'), lambda: iter('aé€'), lambda: iter(b'abc'), lambda: iter(bytearray(b'abc')),
             lambda: iter(range(5)), lambda: iter(range(10, 0, -3)), lambda: iter(range(2**70, 2**70 + 3)), lambda: iter(d), lambda: iter(d.values()),
             lambda: iter(d.items()), lambda: reversed(d), lambda: reversed([1, 2, 3]), lambda: reversed((1, 2, 3)), lambda: reversed('abc'), lambda: iter(range(0))]:
    show(make)

it = iter([10, 20, 30, 40])
it.__setstate__(2)
print(next(it), it.__reduce__()[1:])
it.__setstate__(-5)
print(next(it))
it.__setstate__(99)
print(next(it, 'end'))
print(iter('abc').__reduce__()[1:], iter(range(3)).__reduce__()[1:])
e = enumerate('abc', 5)
next(e)
print(list(pickle.loads(pickle.dumps(e))), zip([1, 2], 'ab').__reduce__()[0], map(str, [1]).__reduce__()[1][0], filter(None, [0]).__reduce__()[1][0])


class Seq:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


it = iter(Seq())
next(it)
it.__setstate__(2)
print(list(it))
print(type(iter('abc')).__name__, type(iter('é')).__name__)


# A callable that ends its own iterator.
def step():
    if step.nested:
        return 'stop'
    step.nested = True
    list(step.iterator)
    return 'more'


step.nested = False
step.iterator = iter(step, 'stop')
print(list(step.iterator))
