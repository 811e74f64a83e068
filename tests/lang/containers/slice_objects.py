s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(1, 2), slice(None), slice("a", [1], {}))
print(s.indices(5), s.indices(100), slice(None, None, -1).indices(5), slice(-3, None).indices(5), slice(5, -100, -2).indices(10), slice(None).indices(0))
print(slice(10**30).indices(5), slice(None, None, 2).indices(10**30), slice(-(10**25), None, 10**24).indices(10**26), slice(10**40, None, -(10**30)).indices(10**35))
print(slice(1, 2) == slice(1, 2), slice(1, 2) == slice(1, 3), slice(1, 2) < slice(1, 3), slice(1) != slice(1), slice(1, 2, None) == (1, 2, None))
print(isinstance(s, slice), type(s).__name__)


class Show:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


x = Show()
print(x[1:2], x[::], x[1:], x[:1, ::2], x[..., None], x[1], x["a":"b"])
x[1:2] = 5
del x[::3]
x[1, 2:3] = 6


def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: slice())
err(lambda: slice(1, 2, 0).indices(5))
err(lambda: slice(1).indices(-1))
err(lambda: slice(1).indices("a"))
err(lambda: slice("a").indices(5))
err(lambda: slice(1.5).indices(5))
err(lambda: hash(s))
err(lambda: {s: 1})
err(lambda: slice(1) < 5)
print("hello"[slice(1, 3)], [1, 2, 3][slice(None, None, -1)], (1, 2, 3)[slice(-2, None)])
