from dataclasses import *
from typing import ClassVar, List, Optional
import dataclasses
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    n: ClassVar[int] = 5
p = P(1); print(p, p == P(1), p != P(2), p.tags is P(1).tags, P(1, 2, ['a']), P.n, P.__doc__)
p.tags.append(3); print(p, [f.name for f in fields(P)], asdict(p), astuple(p), replace(p, x=9), is_dataclass(P), is_dataclass(p), is_dataclass(3))
for bad in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: P(z=1), lambda: hash(p), lambda: P(1) < P(2), lambda: fields(3), lambda: asdict(P)):
    try: print(bad())
    except TypeError as e: print(e)
@dataclass(frozen=True, order=True)
class V:
    a: int
    b: str = 'q'
v = V(1); print(v, hash(v) == hash(V(1)), V(1) < V(2), sorted([V(3), V(1, 'z'), V(1, 'a')]), {v: 1}[V(1)], V(1) >= V(1))
try: v.a = 2
except FrozenInstanceError as e: print(type(e).__name__, e)
try: del v.a
except AttributeError as e: print(e)
@dataclass
class Base:
    a: int
    b: int = 2
@dataclass
class Derived(Base):
    c: str = 'c'
    b: int = 7
print(Derived(1), Derived(1, 2, 'x'), Derived(1) == Base(1))
@dataclass
class Post:
    w: int
    h: int
    area: int = field(init=False)
    secret: str = field(default='s', repr=False, compare=False)
    scale: InitVar[int] = 1
    def __post_init__(self, scale): self.area = self.w * self.h * scale
print(Post(2, 3), Post(2, 3, scale=10), Post(2, 3, 'zz') == Post(2, 3))
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 1
print(K(a=1))
try: K(1)
except TypeError as e: print(e)
@dataclass
class K2:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int
print(K2(1, c=5), K2.__match_args__)
try:
    @dataclass
    class Bad: a: int = 1; b: int
except TypeError as e: print(e)
try:
    @dataclass
    class Bad2: a: list = []
except ValueError as e: print(e)
@dataclass
class Node:
    v: int
    kids: List['Node'] = field(default_factory=list)
    meta: Optional[dict] = None
n = Node(1, [Node(2)], {'k': (1, Node(3))}); print(n, asdict(n), astuple(n))
match P(1, 2):
    case P(x, y): print('matched', x, y)
match V(5):
    case V(a=5): print('v')
@dataclass(eq=False)
class Id: x: int = 0
print(Id() == Id(), hash(Id()) != None)
@dataclass(repr=False)
class NoRepr:
    x: int = 0
    def __str__(self): return 'nr'
print(str(NoRepr()))
@dataclass(unsafe_hash=True)
class H: x: int; y: int = field(default=0, hash=False)
print(hash(H(1)) == hash(H(1, 5)))
@dataclass(slots=True)
class Sl: x: int; y: int = 3
print(Sl(1), Sl(1) == Sl(1, 3))
M = make_dataclass('M', [('x', int), ('y', int, 5)]); print(M(1), M(1).y)
f = fields(P)[2]; print(f.name, f.default is MISSING, f.default_factory, f.type)
f0 = fields(P)[0]; print(f0.name, f0.type, f0.default is MISSING, field(metadata={'a': 1}).metadata['a'])
@dataclass
class WithProp:
    _v: int = 1
    @property
    def v(self): return self._v
    def method(self): return self.v + 1
print(WithProp(4).method())
@dataclass
class Custom:
    x: int
    def __repr__(self): return f'<{self.x}>'
    def __eq__(self, o): return True
print(Custom(3), Custom(3) == 5)
r = Node(1); r.kids.append(r); print(r)
