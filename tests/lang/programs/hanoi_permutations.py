from itertools import permutations, combinations, product, combinations_with_replacement


def hanoi(n, a='A', b='B', c='C'):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield (a, c)
        yield from hanoi(n - 1, b, a, c)


print(len(list(hanoi(8))), list(hanoi(3)))


def perms(s):
    if len(s) <= 1:
        yield s
        return
    for i, c in enumerate(s):
        for r in perms(s[:i] + s[i + 1:]):
            yield (c + r)


print(list(perms('abc')) == [''.join(p) for p in permutations('abc')])


def nextperm(a):
    i = len(a) - 2
    while i >= 0 and a[i] >= a[i + 1]:
        i -= 1
    if i < 0:
        return False
    j = len(a) - 1
    while a[j] <= a[i]:
        j -= 1
    a[i], a[j] = (a[j], a[i])
    a[i + 1:] = reversed(a[i + 1:])
    return True


a = [1, 2, 2, 3]
n = 1
while nextperm(a):
    n += 1
print(n, a)
print(list(combinations(range(4), 2)), list(product('ab', repeat=2)), list(combinations_with_replacement('abc', 2)))
