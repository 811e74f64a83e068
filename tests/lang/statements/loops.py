# for and while: else, break, continue, nesting, mutation while iterating, iteration protocol.
for x in []: print("never")
else: print("empty else")
for x in [1, 2, 3]:
    if x == 2: break
else: print("not printed")
for x in [1, 2, 3]:
    if x == 5: break
else: print("no break", x)
n = 0
while n < 3: n += 1
else: print("while else", n)
while True:
    n += 1
    if n % 2: continue
    if n > 8: break
print(n)
out = []
for i in range(3):
    for j in range(3):
        if j == 1: continue
        if i == 2: break
        out.append((i, j))
    else: out.append("else %d" % i)
print(out)
for i in range(3):
    i *= 10
    print(i, end=" ")
print(i)
lst = [1, 2, 3, 4]
for x in lst:
    if x == 2: lst.remove(x)
print(lst)
lst = [1, 2, 3]
for x in lst:
    if len(lst) < 6: lst.append(x * 10)
print(lst)
lst = [1, 2, 3, 4]
for x in lst: lst.pop()
print(lst)
for kind in (dict, set):
    c = dict.fromkeys("abc") if kind is dict else set("abc")
    try:
        for k in c:
            if kind is dict: c[k + "x"] = 1
            else: c.add(k + "x")
    except RuntimeError as e: print(e)
    c = dict.fromkeys("abc") if kind is dict else set("abc")
    try:
        for k in c: (c.pop(k) if kind is dict else c.discard(k))
    except RuntimeError as e: print(e)
d = {"a": 1, "b": 2}
for k in d: d[k] += 10
print(d)
for k, v in list(d.items()): del d[k]
print(d)
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print([x for x in Count(3)], list(Count(0)))
c = Count(5)
for x in c:
    if x == 3: break
print(list(c))
class Fails:
    def __iter__(self): return self
    def __next__(self): raise ValueError("next")
try:
    for _ in Fails(): pass
except ValueError as e: print(e)
class OldStyle:
    def __getitem__(self, i):
        if i == 3: raise IndexError
        return i * i
print(list(OldStyle()), [x for x in OldStyle()])
for bad in (5, None, object(), 1.5):
    try:
        for x in bad: pass
    except TypeError as e: print(e)
print(list(range(0)), list(range(5, 0, -2)), list(range(-3)), [*range(10**20, 10**20 + 2)])
for i in range(3): pass
print(i)
try:
    del i
    for i in []: pass
    print(i)
except NameError as e: print(e)
total = 0
for a in range(3):
    for b in range(a):
        for c in range(b): total += 1
print(total)
it = iter([1, 2, 3, 4])
for x in it: print(x, next(it, None), end="; ")
print()
def find(m, t):
    for r, row in enumerate(m):
        for c, v in enumerate(row):
            if v == t: return r, c
    return None
print(find([[1, 2], [3, 4]], 3), find([[1]], 9))
for i, c in enumerate("ab", start=5): print(i, c, end=" ")
for a, b in zip([1, 2, 3], "xy"): print(a, b, end=" ")
for k in reversed([1, 2]): print(k, end=" ")
for k in sorted({3, 1}): print(k, end=" ")
print()
state = [3]
def countdown():
    state[0] -= 1
    return state[0]
while (line := countdown()) > 0: print("line", line)
i = 10
while i:
    i -= 3
    if i < 0: break
else: print("zero")
print(i)
x = 0
while x < 5:
    x += 1
    try:
        if x == 2: continue
        if x == 4: break
    finally: print("f", x, end=" ")
print()
for x in (y for y in range(10) if y % 4 == 0): print(x, end=" ")
for (x) in [1]: print(x)
s = "abc"
for s in s: print(s, end="")
print(s)
