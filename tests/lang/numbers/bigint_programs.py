a = 3 ** 200
b = 7 ** 150
print(a * b == b * a, a * b // b == a, a * b % a, a - b < 0, a // -b, -a // b, -a % b, divmod(-a, 10 ** 20)[1])
print(a & b, a | b, a ^ b, ~a, a >> 100, -a >> 100, a << 3, -a & 65535, a.bit_length(), bin(a).count('1'))
print(str(a)[:20], len(str(2 ** 10000)), int(str(a)) == a, float(a), a / b, b / a, 10 ** 30 / 10 ** 28, hash(a), hash(-a))
print(f'{a:,}', f'{2 ** 70:x}', f'{2 ** 70:_d}', f'{2 ** 70:e}', f'{-2 ** 70:+.3g}', 2 ** 70 % 1000007, pow(3, 10 ** 5, 10 ** 9 + 7))
import sys


def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x:
        x = y
        y = (x + n // x) // 2
    return x


print(isqrt(10 ** 60) == 10 ** 30, sum((int(c) for c in str(2 ** 1000))), sum(map(int, str(__import__('math').factorial(100)))))


def fib(n):
    a, b = (0, 1)
    for _ in range(n):
        a, b = (b, a + b)
    return a


print(fib(300), len(str(fib(5000))))
print(-2 ** 63, 2 ** 63 - 1, 2 ** 63, -2 ** 63 - 1, -2 ** 63 // -1, abs(-2 ** 63), 2 ** 63 - 1 + 1, 2 ** 32 * 2 ** 31, 2 ** 32 * 2 ** 32)
print(int.from_bytes((2 ** 100).to_bytes(13, 'little'), 'little') == 2 ** 100, (2 ** 64).to_bytes(9, 'big'), (-1).to_bytes(4, 'big', signed=True))
try:
    300 .to_bytes(1, 'big')
except OverflowError as e:
    print(e)
print(round(12345678901234567890, -5), round(-10 ** 25 + 1, -3), (10 ** 25).__round__(-24))
