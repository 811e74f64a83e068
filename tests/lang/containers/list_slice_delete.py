for s in (slice(0, 2), slice(None), slice(None, None, 2), slice(1, None, 3), slice(None, None, -1), slice(8, 2, -2), slice(5, 2), slice(-3, None), slice(0, 10, 9)):
    a = list(range(10))
    del a[s]
    print(s, a)
a = list(range(5))
del a[0]
del a[-1]
print(a)
del a[1:2]
print(a)
del a[:]
print(a)
a = list(range(1000))
del a[10:]
print(a, len(a))
a = list(range(1000))
del a[::2]
print(a[:5], len(a))
del a[3:490]
print(a)
