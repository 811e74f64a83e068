# When the parts of a call are evaluated, iterated and checked.
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def f(*a, **k): return a, k
def w(x):
    print("w", x)
    return x
def gen():
    print("started")
    yield 1
    print("ended")


t(lambda: f(*gen(), a=w(1)))
t(lambda: f(*gen(), **w({"a": 1})))
t(lambda: f(0, *gen(), a=w(1)))
t(lambda: f(*5, a=w(1)))
t(lambda: f(1, *5, a=w(1)))
t(lambda: f(*5, *w([1])))
t(lambda: f(**5, a=w(1)))
t(lambda: f(*[1], **w({1: 2})))
t(lambda: f(*5, a=1 / 0))
t(lambda: f(*5, **1 / 0))
x = [1]
t(lambda: f(*x, a=x.append(2)))
t(lambda: f(0, *x, a=x.append(3)))


def rebinds():
    v = [1]
    return f(*v, a=(v := [2, 3]))


t(rebinds)
print(*gen(), sep=w(", "))
# Bounds are looked at before the text looked for.
for name in ("find", "rfind", "index", "rindex", "count"):
    t(lambda: getattr(b"abc", name)("a", min))
    t(lambda: getattr(bytearray(b"abc"), name)(1.5, min))
t(lambda: b"ab".hex("", "i"))
t(lambda: b"ab".hex(5, "i"))
