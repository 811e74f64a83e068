from dataclasses import dataclass, field, asdict, astuple, replace, fields
from typing import List, Optional, Dict, NamedTuple
from collections import namedtuple


class OutOfStock(LookupError):
    pass


@dataclass(frozen=True)
class Product:
    sku: str
    price: float = 0.0
    tags: tuple = ()

    def __post_init__(self):
        if self.price < 0:
            raise ValueError(f'bad price {self.price}')


@dataclass
class Line:
    product: Product
    qty: int = 1
    total: float = field(init=False)
    notes: List[str] = field(default_factory=list, repr=False, compare=False)

    def __post_init__(self):
        self.total = self.product.price * self.qty


p = Product('a', 2.5)
l = Line(p, 3)
print(p, l, asdict(l), astuple(l), replace(p, price=9), p == Product('a', 2.5), hash(p) == hash(Product('a', 2.5)), [f.name for f in fields(Line)])
for f in (lambda: setattr(p, 'price', 1), lambda: Product('x', -1), lambda: Line(), lambda: Product(sku='q', foo=1), lambda: p < p, lambda: replace(l, total=3)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Pt(NamedTuple):
    x: int
    y: int = 0

    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


q = Pt(3, 4)
print(q, q.norm(), q._asdict(), q._replace(y=0), Pt._fields, Pt(1), q == (3, 4), q[0], *q, Pt._make([5, 6]), Pt._field_defaults)
C = namedtuple('C', 'a b c', defaults=[9])
print(C(1, 2), C(1, 2)._asdict(), C.__doc__)
for f in (lambda: C(1), lambda: C(1, 2, 3, 4), lambda: setattr(q, 'x', 1), lambda: namedtuple('D', 'a a'), lambda: namedtuple('D', 'class'), lambda: C._make([1]), lambda: q.z):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Inv:

    def __init__(s):
        s._s: Dict[str, int] = {}

    def add(s, k, n=1):
        s._s[k] = s._s.get(k, 0) + n
        return s

    def take(s, k, n=1):
        have = s._s.get(k, 0)
        if have < n:
            raise OutOfStock(k, have, n)
        s._s[k] -= n
        if not s._s[k]:
            del s._s[k]

    def __iadd__(s, o):
        s.add(*o)
        return s

    def __str__(s):
        return ', '.join((f'{k}×{v}' for k, v in sorted(s._s.items()))) or '(empty)'


i = Inv().add('nut', 5).add('bolt')
i += ('gear', 2)
print(i)
i.take('bolt')
print(i)
try:
    i.take('nut', 9)
except LookupError as e:
    print(type(e), e, e.args)
