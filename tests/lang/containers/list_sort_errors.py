def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: [1, "a"].sort())
err(lambda: sorted([1, None]))
err(lambda: sorted([(1, "a"), (1, 2)]))
err(lambda: sorted([1, 2], key=5))
err(lambda: sorted([{}, {}]))
err(lambda: sorted([1j, 2j]))
err(lambda: [].sort(reverse="a"))
err(lambda: sorted(5))


def boom(x):
    if x == 3:
        raise KeyError("boom")
    return x


a = [5, 3, 1]
err(lambda: a.sort(key=boom))
print(a)


class C:
    n = 0

    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        C.n += 1
        if C.n == 50:
            raise RuntimeError("enough")
        return self.v < other.v


items = [C(i * 37 % 64) for i in range(64)]
before = sorted(x.v for x in items)
try:
    items.sort()
except RuntimeError as e:
    print(e)
print(sorted(x.v for x in items) == before, len(items))

lst = [3, 1, 2]


def modify(x):
    lst.append(99)
    return x


try:
    lst.sort(key=modify)
except ValueError as e:
    print("ValueError:", e)
print(lst)
seen = []
lst = [3, 1, 2]


def look(x):
    seen.append(len(lst))
    return x


lst.sort(key=look)
print(lst, seen)


class Evil:
    def __lt__(self, other):
        lst.clear()
        lst.append(1)
        return False


lst = [Evil() for _ in range(5)]
try:
    lst.sort()
except ValueError as e:
    print("ValueError:", e)
print(len(lst))


class Odd:
    def __lt__(self, other):
        return "yes"


print(len(sorted([Odd(), Odd(), Odd()])))


class NotBool:
    def __bool__(self):
        raise ValueError("no truth")


class Odd2:
    def __lt__(self, other):
        return NotBool()


err(lambda: sorted([Odd2(), Odd2()]))
