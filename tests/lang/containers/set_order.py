# Sets of small integers iterate in table order, as CPython's do.
print({3, 1, 2}, set([8, 0, 16]), {0, 8}, {8, 0}, set([5, 13, 21, 29]), {-1, -2, 0, 1})
print(set(range(10)), set(range(20, 0, -1)), set([100, 50, 25, 12, 6, 3, 1]))
print(set([1000, 1, 17, 33, 65, 129, 2**20, 2**33, 2**61 - 1, 2**61, 2**62]))
one = 1
print({one, 9, 17, 33, 41}, {one + 4, 13, 21, 29})
s = set()
for i in (7, 15, 23, 31, 39, 47, 55):
    s.add(i)
    print(s)
s.discard(15)
s.discard(31)
s.add(63)
s.add(71)
print(s)
s = {0}
s.add(8)
s.discard(0)
s.add(16)
print(s)
print({True, 2, 0.5, -3.0, 1e10})
p, q = set([9, 1, 17]), set([17, 9, 33, 1])
print({1, 2, 3} | {10, 9, 8}, p & q, q & p, q - p, q - {9}, p ^ {33, 9}, q ^ p, p | q, q | p)
print(set([16, 8, 0]) | {24}, {24} | set([16, 8, 0]), frozenset([16, 8, 0, 24]))
print(set({16: 1, 8: 1, 0: 1}), {32, 0}.union([16, 48], {64}), set(set([40, 8, 24])))
state = 1


def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % n


def digest(s):
    h = 0
    for x in s:
        h = (h * 31 + x) % 1000000007
    return h


a, b = set(), set()
for step in range(4000):
    op = rnd(20)
    x = rnd(300) * (1 if rnd(2) else 1009)
    if op < 8:
        a.add(x)
    elif op < 12:
        a.discard(x)
    elif op < 14:
        b.add(x)
    elif op == 14:
        b = a | b
    elif op == 15:
        b = a & b
    elif op == 16:
        b = b - a if rnd(2) else a.difference(list(b))
    elif op == 17:
        b = a ^ b
    elif op == 18:
        a = a.copy() if rnd(2) else set(list(a))
    else:
        which = rnd(5)
        if which == 0:
            a -= b
        elif which == 1:
            a ^= set(list(b)[:5])
        elif which == 2 and a:
            a.pop()
        elif which == 3:
            a.update(b)
        else:
            a &= a | b
    if step % 100 == 0:
        print(step, len(a), digest(a), len(b), digest(b))
print(digest(set(range(0, 100000, 7))), digest(set(i * i for i in range(3000))), digest(frozenset(range(70000))))
print(digest({x for x in range(1000) if x % 3}), digest(set(dict.fromkeys(range(5000, 0, -3)))))
