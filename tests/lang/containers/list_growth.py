a = []
for i in range(10000):
    a.append(i)
print(len(a), a[0], a[9999], sum(a))
while len(a) > 5:
    a.pop()
print(a)
for i in range(100):
    a.insert(0, i)
print(a[:3], len(a))
while a:
    a.pop(0)
print(a)
m = [[0] * 3 for _ in range(3)]
m[1][1] = 5
print(m)
shared = [[0]] * 3
shared[0].append(1)
print(shared)
z = [1, 2] * 1000
print(len(z), z[-1], z[999])
z *= 0
print(z)
try:
    [0] * (2**62)
except (MemoryError, OverflowError) as e:
    print("too big")
try:
    x = [1, 2]
    x *= 2**61
except (MemoryError, OverflowError) as e:
    print("too big", x)
