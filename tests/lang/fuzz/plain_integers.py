# What the fuzzer found: bools that stayed bools, constructors behind built-in ones, keywords that are no texts.
import collections
import textwrap

print(slice(False, None, True).indices(True), slice(None, True).indices(5))
print(list(enumerate('ab', True)), range(True), range(False, True)[False])


class Mixin:
    def __new__(cls, *args):
        print('Mixin.__new__', len(args))
        return super().__new__(cls, *args)


class Before(Mixin, ValueError):
    pass


class Behind(ValueError, Mixin):
    pass


print(repr(Before(1)), repr(Behind(1, 2)))
for make in (lambda: object.__new__(ValueError), lambda: object.__new__(Before), lambda: BaseException.__new__(int)):
    try:
        print(make())
    except TypeError as e:
        print(e)
print(BaseException.__new__(KeyError, 1).args, ValueError.__new__(Behind, 2).args)


def one(a):
    return a


def rest(a, **more):
    return a, more


class Called:
    def __init__(self, a):
        pass

    def method(self, a):
        pass


for f in (one, rest, Called, Called(1).method, lambda a: a):
    for args in ((), (1,), (1, 2)):
        for keywords in ({'x': 1, 3: 5}, {3: 5}, {'a': 2, 3: 5}):
            try:
                print(f(*args, **keywords))
            except TypeError as e:
                print(e)

for count in ('abc', 2.5, None, 2, -1, True):
    try:
        print(collections.Counter('mississippi').most_common(count), collections.Counter().most_common(count))
    except TypeError as e:
        print(e)
for text in (b'a', None, 'x', '  a\n  b\n\n   \n c', '\t \n'):
    try:
        print(repr(textwrap.dedent(text)))
    except TypeError as e:
        print(e)
