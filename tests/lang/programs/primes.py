from itertools import count, islice, takewhile


def sieve(n):
    s = bytearray([1]) * (n + 1)
    s[:2] = b'\x00\x00'
    for i in range(2, int(n ** 0.5) + 1):
        if s[i]:
            s[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, v in enumerate(s) if v]


print(sieve(100), len(sieve(20000)), sum(sieve(20000)))


def gen():
    D = {}
    for q in count(2):
        p = D.pop(q, None)
        if p is None:
            yield q
            D[q * q] = q
        else:
            x = p + q
            while x in D:
                x += p
            D[x] = p


print(list(islice(gen(), 20)), list(takewhile(lambda x: x < 50, gen())))


def mr(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = (n - 1, 0)
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


print([p for p in range(60) if mr(p)], mr(2 ** 61 - 1), mr(2 ** 67 - 1), mr(2 ** 127 - 1))


def fac(n):
    f = {}
    d = 2
    while d * d <= n:
        while n % d == 0:
            f[d] = f.get(d, 0) + 1
            n //= d
        d += 1
    if n > 1:
        f[n] = 1
    return f


print(fac(600851475143), fac(2 ** 10 * 3 ** 5), fac(97))
