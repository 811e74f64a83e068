import string


def caesar(s, k):
    a = string.ascii_lowercase
    return s.translate(str.maketrans(a + a.upper(), a[k:] + a[:k] + (a[k:] + a[:k]).upper()))


e = caesar('Hello, World!', 3)
print(e, caesar(e, -3 % 26))


def vig(t, k, s=1):
    return ''.join((chr((ord(c) - 65 + s * (ord(k[i % len(k)]) - 65)) % 26 + 65) for i, c in enumerate(t)))


print(vig('ATTACKATDAWN', 'LEMON'), vig(vig('ATTACKATDAWN', 'LEMON'), 'LEMON', -1))


def rle(s):
    from itertools import groupby
    return ''.join((f'{len(list(g))}{k}' for k, g in groupby(s)))


print(rle('WWWWBBBWWC'))
import re
print(re.sub('(\\d+)(.)', lambda m: m[2] * int(m[1]), rle('WWWWBBBWWC')))
