def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


r = range(3)
err(lambda: range())
err(lambda: range("a"))
err(lambda: range(1.5))
err(lambda: range(1, "a"))
err(lambda: range(1, 2, None))
err(lambda: range(1, 2, 0))
err(lambda: range(None))
err(lambda: r[3])
err(lambda: r[-4])
err(lambda: r["a"])
err(lambda: r[1.0])
err(lambda: r[10**30])
err(lambda: r[-10**30])
err(lambda: r[::0])
err(lambda: r.index(5))
err(lambda: r.index("a"))
err(lambda: r.index(1.5))
err(lambda: r + r)
err(lambda: r * 2)
err(lambda: r < r)
err(lambda: len(range(10**30)))


def assign():
    r[0] = 1


def delete():
    del r[0]


def attr():
    r.start = 5


err(assign)
err(delete)
try:
    attr()
except AttributeError:
    print("AttributeError")
