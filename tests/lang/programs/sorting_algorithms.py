import random


def quick(a):
    return a if len(a) < 2 else quick([x for x in a[1:] if x < a[0]]) + [a[0]] + quick([x for x in a[1:] if x >= a[0]])


def merge(a):
    if len(a) < 2:
        return a
    m = len(a) // 2
    l, r = (merge(a[:m]), merge(a[m:]))
    o = []
    while l and r:
        o.append((l if l[0] <= r[0] else r).pop(0))
    return o + l + r


def heap(a):
    import heapq
    h = list(a)
    heapq.heapify(h)
    return [heapq.heappop(h) for _ in range(len(h))]


def bubble(a):
    a = list(a)
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = (a[j + 1], a[j])
    return a


def shell(a):
    a = list(a)
    g = len(a) // 2
    while g:
        for i in range(g, len(a)):
            t = a[i]
            j = i
            while j >= g and a[j - g] > t:
                a[j] = a[j - g]
                j -= g
            a[j] = t
        g //= 2
    return a


def counting(a):
    c = [0] * (max(a) + 1)
    for x in a:
        c[x] += 1
    return [i for i, n in enumerate(c) for _ in range(n)]


random.seed(42)
a = [random.randint(0, 99) for _ in range(60)]
print(a[:10])
print([f.__name__ for f in (quick, merge, heap, bubble, shell, counting) if f(a) == sorted(a)])
w = 'banana Apple cherry apple Banana'.split()
print(sorted(w), sorted(w, key=str.lower), sorted(w, key=lambda s: (-len(s), s)), sorted(w, reverse=True))
