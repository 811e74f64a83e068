# A generator that feeds a set sees it grow, item by item.
s = set()
s.update(len(s) for _ in range(5))
print(s)
seen = set()
seen.update(x for x in [1, 1, 2, 3] if (x - 1) not in seen)
print(seen)
s = {1}
s.__init__(len(s) for _ in range(4))
print(s)
s = set()


def taking_away():
    for i in range(4):
        yield str(i)
        s.discard(str(i))


s.update(taking_away())
print(s)
s |= {x for x in (len(s), 7)}
print(s)


def failing(target):
    yield 1
    yield 2
    print(sorted(target))
    raise ValueError("end")


for method in ("update", "symmetric_difference_update", "difference_update", "intersection_update"):
    s = {9}
    try:
        getattr(s, method)(failing(s))
    except ValueError as e:
        print(method, sorted(s), e)
print(sorted(set(x for x in "abc")), frozenset(x for x in (1, 1)))
