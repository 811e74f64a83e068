from functools import lru_cache, cache


@lru_cache(maxsize=None)
def lcs(a, b):
    if not a or not b:
        return ''
    if a[0] == b[0]:
        return a[0] + lcs(a[1:], b[1:])
    return max(lcs(a[1:], b), lcs(a, b[1:]), key=len)


print(lcs('AGGTABXYZ', 'GXTXAYBZ'), lcs.cache_info())


def lev(a, b):
    p = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        c = [i]
        for j, y in enumerate(b, 1):
            c.append(min(p[j] + 1, c[-1] + 1, p[j - 1] + (x != y)))
        p = c
    return p[-1]


print(lev('kitten', 'sitting'), lev('', 'abc'), lev('saturday', 'sunday'))


def lis(a):
    import bisect
    t = []
    for x in a:
        i = bisect.bisect_left(t, x)
        t[i:i + 1] = [x]
    return len(t)


print(lis([10, 9, 2, 5, 3, 7, 101, 18]), lis([]))


@cache
def ways(n, coins):
    if n == 0:
        return 1
    if n < 0 or not coins:
        return 0
    return ways(n, coins[1:]) + ways(n - coins[0], coins)


print(ways(100, (50, 25, 10, 5, 1)), ways.cache_info().hits > 0)


def matchain(d):
    n = len(d) - 1
    m = [[0] * n for _ in range(n)]
    for L in range(2, n + 1):
        for i in range(n - L + 1):
            j = i + L - 1
            m[i][j] = min((m[i][k] + m[k + 1][j] + d[i] * d[k + 1] * d[j + 1] for k in range(i, j)))
    return m[0][-1]


print(matchain([40, 20, 30, 10, 30]))


def maxsub(a):
    best = cur = a[0]
    s = e = t = 0
    for i, x in enumerate(a[1:], 1):
        if cur < 0:
            cur = x
            t = i
        else:
            cur += x
        if cur > best:
            best, s, e = (cur, t, i)
    return (best, a[s:e + 1])


print(maxsub([-2, 1, -3, 4, -1, 2, 1, -5, 4]))
print([[0] * 3] * 2, [list(r) for r in zip(*[[1, 2], [3, 4]])], [*map(sum, [[1, 2], [3]])])
