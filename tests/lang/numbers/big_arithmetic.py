# Sizes where multiplication and division take their recursive paths.
def mod_check(v):
    return [v % m for m in (97, 1000003, 2**61 - 1, 10**18 + 9)]
a, b = 3**20000, 7**9000
print(mod_check(a * b), mod_check(a * a), mod_check(a // b), mod_check(a % b), mod_check(a - b), mod_check(a & b), mod_check(a | b), mod_check(a ^ b))
assert (a // b) * b + a % b == a
q, r = divmod(-a, b)
assert q * b + r == -a and 0 <= r < b
c = 3**400000
d = 5**150000
p = c * d
assert p % 1000003 == (c % 1000003) * (d % 1000003) % 1000003
assert p // d == c and p % c == 0 and (p + 5) % d == 5
assert (c + 1) * (c - 1) == c * c - 1
print(p.bit_length(), c.bit_length(), (p >> 600000) % 97, hash(p), hash(-c), (c << 12345) % 1000003, int(str(7**3000)) == 7**3000, int(hex(d), 16) == d, len(bin(c)))
def fact(n):
    r = 1
    for i in range(2, n + 1):
        r *= i
    return r
print(fact(30), fact(1000) % (10**9 + 7), fact(100) // fact(98))
f1, f2 = 0, 1
for _ in range(1000):
    f1, f2 = f2, f1 + f2
print(f1)
