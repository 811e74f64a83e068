import math

seed = 12345
for bits in list(range(1, 260)) + [511, 512, 513, 1000, 1023, 2048, 4099, 10000]:
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
    n = (pow(seed | 1, bits, 2**bits) | 1 << (bits - 1)) if bits > 1 else 1
    r = math.isqrt(n)
    assert r * r <= n < (r + 1) ** 2, n
    for m in (r * r, r * r - 1, r * r + 2 * r, (r + 1) ** 2):
        q = math.isqrt(m)
        assert q * q <= m < (q + 1) ** 2, m
for n in (0, 1, 2, 3, 4, 2**62, 2**63 - 1, 2**63, 2**64 - 1, 2**64, 10**30, True):
    print(n, math.isqrt(n))
print(math.isqrt(2 * 10**400) % 10**20, math.isqrt(10**2000) == 10**1000)
for bad in (-1, -10**30, 1.5, '4'):
    try:
        print(math.isqrt(bad))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
