# K7: range is an iterator, spent after one pass, that still answers len, in and []
r = range(4)
print(list(r), list(r), [x for x in r])
r = range(5)
for x in r:
    if x == 2:
        break
print(list(r), len(r), r[1], r[-1], 3 in r, 9 in r, r)
print(type(r) == "ITERATOR", r.type(), isinstance(r, range), bool(range(0)), bool(r))
r = range(1, 10, 3)
print(next(r), next(r), next(r), next(r, "end"))
try:
    next(r)
except StopIteration:
    print("StopIteration")
print(iter(r) is iter(r), list(range(5, 0, -2)), list(range(3, 3)), sum(range(101)), max(range(3)))
for i in range(3):
    for j in range(i):
        print(i, j, end="; ")
print()
print([x * y for x in range(3) for y in range(2)], {x: x * x for x in range(3)}, set(range(3)))
a, b, c = range(3)
print(a, b, c, [*range(2), *range(1)], dict(zip(range(2), "ab")), list(enumerate(range(2, 4))))
print(list(map(str, range(3))), list(reversed(range(4))), list(range(6)[2:5]), sorted(range(3), reverse=True))
print(range(0, 10, 2).start, range(0, 10, 2).stop, range(0, 10, 2).step, range(3).count(1), range(5, 9).index(7))
big = range(10 ** 20, 10 ** 20 + 2)
print(list(big), list(big), len(big), 10 ** 20 + 1 in big)
pair = zip(range(3), range(3))
print(list(pair), list(pair))
shared = range(4)
print(list(zip(shared, shared)))


def gen():
    yield from range(3)


print(list(gen()))
for bad in ((1, 2, 0), ("a",), (), (1, 2, 3, 4)):
    try:
        range(*bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
while_ran = 0
numbers = range(3)
while True:
    n = next(numbers, None)
    if n is None:
        break
    while_ran += 1
print(while_ran)


def shadow(range):
    return range(3)


print(shadow(lambda n: n * 2))
range = "rebound"
print(range)
