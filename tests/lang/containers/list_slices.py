a = list(range(10))
print(a[2:5], a[:3], a[7:], a[:], a[-3:], a[:-3], a[5:2], a[100:], a[-100:3])
print(a[::2], a[1::2], a[::-1], a[8:2:-2], a[-1:-5:-1], a[::100], a[::-100], a[3::-1], a[:3:-1])
print(a[None:None:None], a[2:None], a[:10**30], a[-10**30:2], a[10**30::-3], a[True:4])
for s in (slice(None), slice(2, 8, 3), slice(-1, None, -4), slice(5, 5)):
    print(s, a[s])


class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(a[I(2):I(5)], a[I(3)], a[::I(4)])


def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: a[::0])
err(lambda: a["a":])
err(lambda: a[:1.5])
err(lambda: a[::"x"])


class Bad:
    def __index__(self):
        return "no"


err(lambda: a[Bad():])
err(lambda: a[Bad()])
n = len(a)
for i in range(-n - 2, n + 3):
    for j in (-4, 0, 3, 12):
        for k in (1, 2, -1, -3):
            r = a[i:j:k]
            lo, hi, st = slice(i, j, k).indices(n)
            assert r == [a[x] for x in range(lo, hi, st)], (i, j, k)
print("ok")
