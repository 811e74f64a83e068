# Containers changed while something walks over them.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def grow():
    l = [1, 2, 3]
    for i in l:
        if len(l) < 10:
            l.append(i)
    return l


def shrink():
    l = list(range(10))
    for i in l:
        l.pop()
    return l


def dict_grow():
    d = {i: i for i in range(5)}
    for k in d:
        d[k + 10] = 1


def dict_swap():
    d = {i: i for i in range(5)}
    for k in d:
        del d[k]
        d[k + 10] = 1


def set_grow():
    s = {1, 2, 3}
    for k in s:
        s.add(k + 10)


class Evil:
    def __init__(self, value, act):
        self.value, self.act = value, act

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.act()
        return self is other

    def __lt__(self, other):
        self.act()
        return self.value < other.value

    def __index__(self):
        self.act()
        return self.value

    def __repr__(self):
        self.act()
        return "E%d" % self.value

    def __iter__(self):
        self.act()
        return iter((1, 2, 3))


def sort_clear():
    l = []
    l += [Evil(i, l.clear) for i in (5, 3, 1, 4)]
    l.sort()


def sort_append():
    l = []
    l += [Evil(i, lambda: l.append(1)) for i in (5, 3, 1, 4)]
    l.sort()


def sort_key_clear():
    l = [3, 1, 2]
    l.sort(key=lambda x: l.clear() or x)


def index_clear():
    l = []
    l += [Evil(i, l.clear) for i in range(100)]
    return l.index(Evil(1, l.clear))


def count_clear():
    l = []
    l += [Evil(i, l.clear) for i in range(100)]
    return l.count(7)


def remove_clear():
    l = []
    l += [Evil(i, l.clear) for i in range(100)]
    l.remove(7)


def equal_clear():
    l = []
    l += [Evil(i, l.clear) for i in range(100)]
    return l == [7] * 100


def repr_clear():
    l = []
    l += [Evil(i, l.clear) for i in range(10)]
    return l


def in_clear():
    l = []
    l += [Evil(i, l.clear) for i in range(10)]
    return 7 in l


def dict_clear():
    d = {}
    keys = [Evil(i, lambda: None) for i in range(20)]
    for k in keys:
        d[k] = 1
    for k in keys:
        k.act = d.clear
    return d.get(Evil(3, d.clear), "none"), len(d)


def dict_grow_in_eq():
    d = {}
    keys = [Evil(i, lambda: None) for i in range(8)]
    for k in keys:
        d[k] = k.value
    n = [100]

    def act():
        if n[0] < 200:
            n[0] += 1
            d[n[0]] = n[0]
    for k in keys:
        k.act = act
    d[Evil(50, act)] = 50
    return len(d) > 8


def set_clear():
    s = set()
    items = [Evil(i, lambda: None) for i in range(8)]
    s.update(items)
    for i in items:
        i.act = s.clear
    return (Evil(9, s.clear) in s), len(s)


def set_ops():
    s, r = set(), set()
    items = [Evil(i, lambda: None) for i in range(8)]
    s.update(items)
    r.update(Evil(i, lambda: None) for i in range(8))
    for i in items:
        i.act = r.clear
    return len(s & r) <= 8, len(s | r) <= 16, len(s - r) <= 8


def slice_clear():
    l = list(range(10))
    l[Evil(2, l.clear):Evil(8, l.clear)] = [1]
    return l


def slice_source():
    l = list(range(10))
    l[2:8] = Evil(1, l.clear)
    return l


def slice_step():
    l = list(range(6))
    l[::2] = Evil(1, lambda: None)
    return l


def delete_clear():
    l = list(range(10))
    del l[Evil(2, l.clear)]


def item_clear():
    l = list(range(10))
    return l[Evil(2, l.clear)]


def insert_clear():
    l = list(range(10))
    l.insert(Evil(5, l.clear), "x")
    return l


def repeat_clear():
    l = list(range(3))
    return l * Evil(2, l.clear)


def extend_clear():
    l = [1]
    l.extend(Evil(1, l.clear))
    return l


def bytearray_clear():
    b = bytearray(b"0123456789")
    b[2:4] = (b.clear() or x for x in (1, 2, 3))
    return b


def join_clear():
    l = ["a", "b"]
    l.append(Evil(1, l.clear))
    return "".join(l)


def min_clear():
    l = []
    l += [Evil(i, l.clear) for i in (3, 1, 2)]
    return min(l).value


def zip_shrink():
    l = [1, 2, 3, 4]
    out = []
    for a, b in zip(l, iter(l)):
        out.append((a, b))
        l.pop()
    return out


def map_grow():
    l = [1]
    return list(map(lambda x: l.append(x) if len(l) < 5 else x, l))


def enumerate_clear():
    l = [1, 2, 3]
    for i, x in enumerate(l):
        l.clear()
    return l


def reversed_clear():
    l = [1, 2, 3]
    return [l.clear() for x in reversed(l)]


def unpack_clear():
    l = [1, 2, 3]
    a, b, c = (l.clear() or x for x in [1, 2, 3])
    return a, b, c, l


def update_self():
    d = {1: 2}

    class Keys:
        def keys(self):
            d.clear()
            return [5, 6]

        def __getitem__(self, k):
            d[k + 100] = 1
            return k
    d.update(Keys())
    return d


def popitem_loop():
    d = dict.fromkeys(range(5))
    for k in d:
        d.popitem()


for f in list(globals().values()):
    if callable(f) and getattr(f, "__name__", "") not in ("attempt", "Evil") and hasattr(f, "__code__"):
        print(f.__name__)
        attempt(f)
