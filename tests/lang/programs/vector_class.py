import math


class Vec:
    __slots__ = ('x', 'y')

    def __init__(s, x=0, y=0):
        s.x, s.y = (x, y)

    def __add__(s, o):
        return Vec(s.x + o.x, s.y + o.y) if isinstance(o, Vec) else NotImplemented

    def __sub__(s, o):
        return s + -o

    def __neg__(s):
        return Vec(-s.x, -s.y)

    def __mul__(s, k):
        return Vec(s.x * k, s.y * k) if isinstance(k, (int, float)) else s.x * k.x + s.y * k.y
    __rmul__ = __mul__

    def __truediv__(s, k):
        return Vec(s.x / k, s.y / k)

    def __abs__(s):
        return math.hypot(s.x, s.y)

    def __eq__(s, o):
        return isinstance(o, Vec) and (s.x, s.y) == (o.x, o.y)

    def __hash__(s):
        return hash((s.x, s.y))

    def __iter__(s):
        yield s.x
        yield s.y

    def __repr__(s):
        return f'Vec({s.x!r}, {s.y!r})'

    def __bool__(s):
        return bool(s.x or s.y)

    def __format__(s, spec):
        return '(' + ', '.join((format(c, spec) for c in s)) + ')'

    def __getitem__(s, i):
        return (s.x, s.y)[i]

    def __len__(s):
        return 2

    def __round__(s, n=None):
        return Vec(round(s.x, n), round(s.y, n))

    def __matmul__(s, o):
        return s.x * o.y - s.y * o.x


a, b = (Vec(3, 4), Vec(1, 2))
print(a + b, a - b, -a, a * 2, 2 * a, a * b, a / 2, abs(a), a == Vec(3, 4), {a: 1}[Vec(3, 4)], tuple(a), bool(Vec()), f'{a:.2f}', a[0], len(a), round(Vec(1.26, 2.34), 1), a @ b, sum([a, b], Vec()), max(a), [*a])
for f in (lambda: a + 1, lambda: 1 + a, lambda: a < b, lambda: a[5], lambda: a // b, lambda: int(a)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
