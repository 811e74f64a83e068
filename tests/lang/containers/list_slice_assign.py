a = list(range(6))
a[1:3] = "xyz"
print(a)
a[1:1] = [100]
print(a)
a[:0] = (7, 8)
a[len(a):] = [9]
print(a)
a[2:6] = []
print(a)
a[:] = range(4)
print(a)
a[:] = a
print(a)
a[1:2] = a
print(a)
a[::2] = "abcd"[: len(a[::2])]
print(a)
a[::-1] = list(a)
print(a)
a[5:2] = [1, 2]
print(a)
a[-2:] = iter([0])
print(a)
a[0:2] = {1: 2, 3: 4, 5: 6}
print(a)


def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


def put(s, v):
    a[s] = v


a = list(range(6))
err(lambda: put(slice(None, None, 2), [1, 2]))
err(lambda: put(slice(None, None, 2), [1, 2, 3, 4]))
err(lambda: put(slice(None, None, -1), []))
err(lambda: put(slice(0, 2), 5))
err(lambda: put(slice(0, 4, 2), 5))
err(lambda: put(slice(0, 4, 0), []))
err(lambda: put(slice("a", 4), []))
put(slice(0, 0, 2), [])
print(a)


def gen():
    yield 1
    a.append("from gen")
    yield 2


a[1:4] = gen()
print(a)
