# Abstract base classes.
from abc import ABC, ABCMeta, abstractmethod
import collections.abc as cabc
class Shape(ABC):
    @abstractmethod
    def area(self): "doc"
    @abstractmethod
    def name(self): return "shape"
    @property
    @abstractmethod
    def sides(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def util(): ...
    def concrete(self): return "area %s" % self.area()
for cls in (Shape,):
    try: cls()
    except TypeError as e: print(e)
class Half(Shape):
    def area(self): return 1
    def name(self): return "half " + super().name()
try: Half()
except TypeError as e: print(e)
class Full(Half):
    sides = 4
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def util(): return "util"
f = Full.make()
print(f.concrete(), f.name(), f.sides, f.util(), isinstance(f, Shape), Shape.__abstractmethods__ == {"area", "name", "sides", "make", "util"}, Full.__abstractmethods__, Shape.area.__isabstractmethod__)
class One(ABC):
    @abstractmethod
    def only(self): pass
try: One()
except TypeError as e: print(e)
class Reg(ABC): pass
class Outside: pass
print(isinstance(Outside(), Reg), Reg.register(Outside) is Outside, isinstance(Outside(), Reg), issubclass(Outside, Reg), Reg in Outside.__mro__)
@Reg.register
class Deco: pass
print(issubclass(Deco, Reg))
Reg.register(int)
print(isinstance(5, Reg), isinstance("s", Reg))
class Hook(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Hook: return any("hooked" in B.__dict__ for B in C.__mro__)
        return NotImplemented
class Has: hooked = 1
class HasNot: pass
print(issubclass(Has, Hook), isinstance(HasNot(), Hook), isinstance(Has(), Hook))
class MySeq(cabc.Sequence):
    def __init__(self, *a): self.a = a
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return self.a[i]
m = MySeq(3, 1, 2)
print(list(m), 1 in m, m.index(2), m.count(3), list(reversed(m)), isinstance(m, cabc.Iterable), isinstance(m, cabc.Sized))
class MyMap(cabc.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
mm = MyMap()
mm["a"] = 1
mm.update(b=2)
print(dict(mm), mm.get("z", 0), mm.pop("a"), "b" in mm, list(mm.items()), mm.setdefault("c", 3), mm == {"b": 2, "c": 3}, mm.popitem(), len(mm))
class MySet(cabc.Set):
    def __init__(self, it): self.s = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
print(sorted(MySet("ab") & MySet("bc")), sorted(MySet("ab") | MySet("c")), MySet("a") <= MySet("ab"), MySet("ab") == MySet("ba"), sorted(MySet("ab") - MySet("a")), MySet("a").isdisjoint("b"))
for obj in ([], {}, "s", 5, (x for x in ()), len, {1}, range(2), b""):
    print(type(obj).__name__, [n for n in ("Iterable", "Sized", "Container", "Hashable", "Callable", "Sequence", "Mapping", "Set", "Iterator", "Generator") if isinstance(obj, getattr(cabc, n))])
class It(cabc.Iterator):
    def __next__(self): raise StopIteration
print(list(It()), iter(i := It()) is i)
class NoHash: __hash__ = None
print(isinstance(NoHash(), cabc.Hashable), issubclass(list, cabc.Hashable))
try:
    class Bad(cabc.Sequence): pass
    Bad()
except TypeError as e: print(e)
class Late(ABC):
    @abstractmethod
    def m(self): pass
class LateImpl(Late): pass
LateImpl.m = lambda self: 1
try: LateImpl()
except TypeError as e: print(e)
