# gcd and lcm of integers of many sizes against Euclid's algorithm.
import math
import random

random.seed(5)
for bits in (10, 60, 63, 64, 65, 100, 127, 128, 500, 2000, 9000):
    wrong = 0
    for k in range(40):
        g = random.getrandbits(random.randint(1, bits))
        a = random.getrandbits(bits) * g
        b = random.getrandbits(random.randint(1, bits)) * g
        if k % 7 == 0:
            b = a + 1
        if k % 11 == 0:
            a = -a
        x, y = a, b
        while y:
            x, y = y, x % y
        wrong += math.gcd(a, b) != abs(x)
    print(bits, wrong)
print(math.gcd(3**50000 * 7, 5**3 * 3**40000) == 3**40000)
print(math.gcd(10**1000, 10), math.gcd(0, 10**30), math.gcd(10**30, 0), math.gcd(-10**30, 10**20))
print(math.lcm(10**30, 15), math.lcm(2**70, 3**50) == 2**70 * 3**50)
