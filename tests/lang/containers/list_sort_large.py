# Stability, presorted runs and every fast path, against a simple reference.
state = 12345


def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return state % n


def check(data, **kw):
    key = kw.get("key", lambda x: x)
    rev = kw.get("reverse", False)
    got = sorted(data, **kw)
    keys = [key(x) for x in got]
    for i in range(1, len(keys)):
        if rev:
            assert not keys[i - 1] < keys[i], i
        else:
            assert not keys[i] < keys[i - 1], i
    assert len(got) == len(data)
    return got


def stable(data, rev):
    got = check([(k, i) for i, k in enumerate(data)], key=lambda p: p[0], reverse=rev)
    for a, b in zip(got, got[1:]):
        if a[0] == b[0]:
            assert a[1] < b[1], (a, b)


for n in (0, 1, 2, 3, 23, 24, 25, 63, 64, 65, 100, 257, 1000, 3000):
    ints = [rnd(1000) for _ in range(n)]
    check(ints)
    check(ints, reverse=True)
    check([x / 7 for x in ints])
    check([x if i % 2 else x / 3 for i, x in enumerate(ints)])
    check([str(x) for x in ints])
    check(["prefix-long-" + str(x) for x in ints], reverse=True)
    check([(x % 10, str(x)) for x in ints])
    check([(str(x % 10), x) for x in ints], reverse=True)
    check([[x % 10, x] for x in ints])
    check(sorted(ints))
    check(sorted(ints)[::-1])
    check(sorted(ints) + sorted(ints))
    check(list(range(n)) + [5] + list(range(n)))
    check([i % 17 for i in range(n)])
    for rev in (False, True):
        stable([x % 10 for x in ints], rev)
        stable([x % 10 / 2 for x in ints], rev)
        stable([str(x % 10) for x in ints], rev)
        stable([None and 0 or (x % 5,) for x in ints], rev)
        stable([[x % 5] for x in ints], rev)
print("ok")
a = [rnd(10**6) for _ in range(5000)]
b = sorted(a)
print(sum(a) == sum(b), b[0] == min(a), b[-1] == max(a))
a.sort()
print(a == b)
a.sort(reverse=True)
print(a == b[::-1])
