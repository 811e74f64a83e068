# Names and positions in errors, and contexts of what is thrown into generators.
def f(a, b=10):
    del a
    if None:
        a &= a
    else:
        if a in range(2, a, 10):
            return a <= 10


try:
    f(1)
except UnboundLocalError as e:
    print(e, e.__traceback__.tb_next.tb_lineno)


class L(list):
    pass


for call in ("L(q=1)", "L(1, 2)", "__import__('a\\tb')", "__import__(\"it's\")", "type(None, (), {})"):
    try:
        eval(call)
    except Exception as e:
        print(e)


def gen():
    try:
        yield 1
    except ValueError:
        yield 2


it = gen()
next(it)
it.throw(ValueError("a"))
try:
    it.throw(TypeError)
except TypeError as e:
    print(repr(e.__context__))
