print(sum((i for i in range(1000) if i % 3 == 0 or i % 5 == 0)))
a, b, t = (1, 2, 0)
while b < 4000000:
    if b % 2 == 0:
        t += b
    a, b = (b, a + b)
print(t, max((x * y for x in range(900, 1000) for y in range(900, 1000) if str(x * y) == str(x * y)[::-1])))
print(sum(range(101)) ** 2 - sum((i * i for i in range(101))))
print(next((a * b * (1000 - a - b) for a in range(1, 500) for b in range(a, 500) if a * a + b * b == (1000 - a - b) ** 2)))


def d(n):
    return sum((i for i in range(1, n // 2 + 1) if n % i == 0))


print([n for n in range(200, 300) if d(n) != n and d(d(n)) == n])
print(len({a ** b for a in range(2, 101) for b in range(2, 101)}))
print(sum((n for n in range(10, 200000) if n == sum((int(c) ** 5 for c in str(n))))) if False else sum((n for n in range(10, 10000) if n == sum((int(c) ** 4 for c in str(n))))))
