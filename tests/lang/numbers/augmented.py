x = 5
x += 3; print(x)
x -= 10; print(x)
x *= -7; print(x)
x /= 2; print(x)
x //= 2; print(x)
x **= 2; print(x)
x %= 7; print(x)
y = 2**62
y += y; print(y)
y -= 1; print(y)
y *= y; print(y)
y //= 10**20; print(y)
y <<= 70; print(y)
y >>= 75; print(y)
y &= 0xFFFF; print(y)
y |= 2**65; print(y)
y ^= 2**65 + 1; print(y)
z = True
z += 1; print(z, type(z))
z = True
z &= False; print(z)
f = 1.5
f += 1; print(f)
f *= 2**70; print(f)
def count(n):
    total = 0
    for i in range(n):
        total += i * i
    return total
print(count(1000), count(10))
def grow():
    n = 2**63 - 3
    out = []
    for _ in range(6):
        n += 1
        out.append(n)
    for _ in range(6):
        n -= 1
        out.append(n)
    return out
print(grow())
