# dataclasses as programs use them.
from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass, FrozenInstanceError, InitVar, KW_ONLY
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    def total(self): return self.x + self.y
p = P(1)
print(p, P(1, 2), p == P(1), p != P(2), p.total(), P(1).tags is not P(1).tags)
p.tags.append("t")
print(p, asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(P)], is_dataclass(P), is_dataclass(p), is_dataclass(5))
for call in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: P(z=1)):
    try: call()
    except TypeError as e: print(e)
@dataclass(frozen=True)
class F:
    a: int
    b: str = "b"
f = F(1)
try: f.a = 2
except FrozenInstanceError as e: print(type(e).__name__, e)
try: del f.a
except AttributeError as e: print(e)
print(hash(F(1)) == hash(F(1)), {F(1): "k"}[F(1)], len({F(1), F(1), F(2)}))
@dataclass(order=True)
class V:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)
print(V(1) < V(1, 1), sorted([V(2), V(1, 5), V(1)]), V(1, 0, "a") == V(1, 0, "b"), max(V(1), V(3)))
try: V(1) < 5
except TypeError as e: print(e)
@dataclass
class Base:
    a: int
    b: int = 2
@dataclass
class Child(Base):
    c: int = 3
    b: int = 20
print(Child(1), Child(1, 2, 3), [f.name for f in fields(Child)])
@dataclass
class Post:
    w: int
    h: int
    area: int = field(init=False)
    scale: InitVar[int] = 1
    def __post_init__(self, scale): self.area = self.w * self.h * scale
print(Post(2, 3), Post(2, 3, 2).area)
@dataclass
class Kw:
    a: int
    _: KW_ONLY
    b: int = 5
    c: int
print(Kw(1, c=3))
try: Kw(1, 2, 3)
except TypeError as e: print(e)
@dataclass(repr=False, eq=False)
class Bare: x: int = 1
print(Bare() == Bare(), "Bare object" in repr(Bare()))
@dataclass
class R:
    name: str = field(repr=False)
    shown: int = 1
print(R("hidden"))
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class Order:
        a: int = 1
        b: int
except TypeError as e: print(e)
@dataclass(slots=True)
class Sl:
    x: int
    y: int = 2
s = Sl(1)
print(s, Sl.__slots__, hasattr(s, "__dict__"))
try: s.z = 1
except AttributeError as e: print(e)
@dataclass
class Node:
    v: int
    kids: list["Node"] = field(default_factory=list)
tree = Node(1, [Node(2), Node(3, [Node(4)])])
print(tree, asdict(tree))
@dataclass
class Self:
    me: object = None
z = Self()
z.me = z
print(z)
@dataclass
class Cls:
    n: int
    registry = {}
    def __eq__(self, o): return "custom"
print(Cls(1) == Cls(2), Cls.registry)
@dataclass(unsafe_hash=True)
class UH: x: int
print(hash(UH(1)) == hash(UH(1)))
@dataclass
class NoHash: x: int
try: hash(NoHash(1))
except TypeError as e: print(e)
print(P.__match_args__, P.__annotations__, P.__doc__)
@dataclass(kw_only=True)
class KO: a: int; b: int = 1
print(KO(a=1))
