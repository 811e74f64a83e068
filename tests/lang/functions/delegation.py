# the operand of `yield from` keeps its value
def cycle(items):
    saved = list(items)
    n = 0
    while saved and n < 3:
        yield from saved
        n += 1


print(list(cycle("ab")))


def twice(s):
    yield from s
    yield from s
    return s


def outer():
    result = yield from twice([1, 2])
    print(result)


print(list(outer()))
try:
    object().x = 1
except AttributeError as error:
    print(error)


class Meta(type):
    pass


class Base(metaclass=Meta):
    pass


made = type("Made", (Base,), {})
print(type(made).__name__, made.__module__)
