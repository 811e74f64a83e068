# Operations on integers of one to a few hundred limbs, checked by the identities that tie them together.
import math
import random

r = random.Random(20240229)


def number(bits):
    kind = r.randrange(6)
    n = r.choice([1, 62, 63, 64, 65, 127, 128, 129, 640, r.randrange(1, bits)])
    v = {0: (1 << n) - 1, 1: 1 << n, 2: ((1 << n) - 1) << r.randrange(1, 200), 3: (1 << n) - r.randrange(1, 1 << 20)}.get(kind)
    if v is None:
        v = r.getrandbits(n)
    return -v if r.randrange(2) else v


digest = 0
for i in range(1500):
    bits = 300 if i % 3 else 9000
    a, b, s = number(bits), number(bits), r.randrange(200)
    total, product = a + b, a * b
    assert total - b == a and total - a == b and a - b == -(b - a)
    assert (a ^ b) == (a | b) - (a & b) and ~a == -a - 1
    assert a << s == a * 2**s and a >> s == a // 2**s and (a << s) >> s == a
    assert a * (b + 1) == product + a and a * a == abs(a) ** 2
    if b:
        q, m = divmod(a, b)
        assert q == a // b and m == a % b and q * b + m == a and (m == 0 or (m < 0) == (b < 0)) and abs(m) < abs(b)
        assert product // b == a and product % b == 0
    g = math.gcd(a, b)
    if g:
        assert a % g == 0 and b % g == 0 and math.gcd(a // g, b // g) == 1
        assert math.gcd(a * 12345678901234567891, b * 12345678901234567891) == g * 12345678901234567891
    if i % 10 == 0:
        assert int(str(a)) == a and int(hex(a), 16) == a and int(oct(a), 8) == a
        root = math.isqrt(abs(a))
        assert root * root <= abs(a) < (root + 1) ** 2
    for v in (total, product, a & b, a | b, a >> s, g):
        digest = (digest * 1000003 + v) % (2**127 - 1)
print(digest)
print(pow(3, 10**30, 10**25 + 7), pow(10**20 + 1, 2**70, 2**90), pow(12345678901234567891, -1, 2**127 - 1))
print((2**61 - 1) ** 5, (-(10**19)) ** 3, (10**19) ** 0, (-(2**64)) ** 2, 2**64 - 2**64, -(2**64) + 2**64 - 1)
print(-(2**64) >> 64, (-(2**64) - 1) >> 64, -(2**128) >> 1, (2**128 - 1) >> 127, 1 << 200 >> 200, -(2**70) & (2**66 - 1), -(2**70) | 5, -(2**70) ^ -1)
