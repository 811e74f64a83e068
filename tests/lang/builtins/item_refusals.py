# Storing and deleting items where that is impossible: which error comes first, and its words.
class Tuple(tuple):
    pass


class Plain:
    pass


class Unfinished:
    def __iter__(self):
        return 5


class Failing:
    def __iter__(self):
        raise TypeError("own words")


class Other:
    def __iter__(self):
        raise ValueError("another error")


for container in (Tuple(), Plain(), (1,), "a", b"a", range(3), {1}, frozenset(), 5, None, 1.5, len, int, object()):
    for key in (2**70, 1, "a", True):
        for what in ("set", "del"):
            try:
                if what == "set":
                    container[key] = 1
                else:
                    del container[key]
            except Exception as e:
                print(type(container).__name__, type(key).__name__, what, type(e).__name__, e)

for container in (Unfinished(), Failing(), Other(), 5, None, Plain()):
    try:
        print(1 in container)
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print([x for x in container])
    except Exception as e:
        print(type(e).__name__, e)
print(object.__doc__)
