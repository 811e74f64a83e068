# An exception thrown into a generator that has not started: no handler of its body applies.
def g():
    try:
        yield 1
    except ValueError:
        print("never")
    finally:
        print("never")


for thrown in (ValueError("v"), StopIteration(3), KeyError):
    it = g()
    try:
        it.throw(thrown)
    except Exception as e:
        print(type(e).__name__, e, repr(e.__cause__), e.__traceback__.tb_next.tb_lineno if e.__traceback__.tb_next else None)
    print(next(it, "done"))


class S(str):
    def __init__(self, *a):
        super().__init__(*a)


class P:
    def __init__(self, *a):
        super().__init__(*a)


class Q:
    pass


for make in (lambda: S("a"), lambda: P(), lambda: P(1), lambda: Q(1)):
    try:
        print(type(make()).__name__)
    except TypeError as e:
        print(e)
for args in ((1, 2, 3), ("a", 2, 3), ("a", (), 3)):
    try:
        type(*args)
    except TypeError as e:
        print(e)
