# __init_subclass__, __class_getitem__, __mro_entries__, __instancecheck__, __subclasscheck__, __subclasshook__, __set_name__
class Plugin:
    found = []
    def __init_subclass__(cls, /, kind="plain", **kw):
        super().__init_subclass__(**kw)
        cls.kind = kind
        Plugin.found.append((cls.__name__, kind))
class P1(Plugin): pass
class P2(Plugin, kind="fancy"): pass
class P3(P2): pass
print(Plugin.found, P3.kind)
try:
    class P4(Plugin, wrong=1): pass
except TypeError as e:
    print(e)
try:
    class P5(wrong=1): pass
except TypeError as e:
    print(e)
class Cooperative:
    def __init_subclass__(cls, **kw):
        print("coop", cls.__name__, kw)
        super().__init_subclass__()
class Both(Cooperative, Plugin): pass
class ISError:
    def __init_subclass__(cls): raise ValueError("not allowed")
try:
    class X(ISError): pass
except ValueError as e:
    print(e)
class Names:
    def __set_name__(self, owner, name): print("name", owner.__name__, name, hasattr(owner, "late"))
class SN:
    def __init_subclass__(cls): print("init_subclass after set_name", cls.__name__)
class SN2(SN):
    one = Names()
    two = Names()
    late = 1

class Box:
    def __class_getitem__(cls, item): return (cls.__name__, item)
class SubBox(Box): pass
print(Box[int], SubBox["x", 1], Box[1:2])
try:
    Box()[1]
except TypeError as e:
    print(e)
class Plain: pass
try:
    Plain[int]
except TypeError as e:
    print(e)
class MetaGet(type):
    def __getitem__(cls, k): return ("meta", k)
class Prefers(metaclass=MetaGet):
    def __class_getitem__(cls, k): return ("class", k)
print(Prefers[1])

class Alias:
    def __init__(self, *c): self.c = c
    def __mro_entries__(self, bases):
        print("entries", len(bases))
        return self.c
class FromAlias(Alias(dict), Alias(Plain)): pass
print([c.__name__ for c in FromAlias.__mro__], len(FromAlias.__orig_bases__), issubclass(FromAlias, dict))
class Empty(Alias()): pass
print(Empty.__bases__)

class Duck(type):
    def __instancecheck__(cls, inst): return hasattr(inst, "quack")
    def __subclasscheck__(cls, sub): return "quack" in vars(sub)
class Quacker(metaclass=Duck): pass
class Real:
    quack = 1
print(isinstance(Real(), Quacker), isinstance(5, Quacker), issubclass(Real, Quacker), issubclass(int, Quacker), isinstance(Real(), (int, Quacker)))
print(isinstance(Quacker(), Quacker))
class TruthyCheck(type):
    def __instancecheck__(cls, inst): return [inst]
    def __subclasscheck__(cls, sub): return ""
class TC(metaclass=TruthyCheck): pass
print(isinstance(1, TC), issubclass(int, TC))
import abc
class Sized2(abc.ABC):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Sized2:
            return any("size2" in B.__dict__ for B in C.__mro__) or NotImplemented
        return NotImplemented
class HasSize:
    def size2(self): pass
print(issubclass(HasSize, Sized2), issubclass(int, Sized2), isinstance(HasSize(), Sized2))
for args in ((1, 1), (1, "x" * 0 or 5), (1, (int, 5))):
    try:
        print(isinstance(*args))
    except TypeError as e:
        print(e)
for args in ((1, int), (int, 5), (int, (str, 5))):
    try:
        print(issubclass(*args))
    except TypeError as e:
        print(e)
print(isinstance(1, (str, (float, (int,)))), isinstance(1, ()), issubclass(bool, (str, int)), isinstance(True, int), isinstance(int, type), isinstance(type, object), issubclass(type, object))
print(isinstance(1, int | str), isinstance("", int | str), isinstance(None, int | None), issubclass(int, int | str), isinstance([], list[int] if False else list))
try:
    isinstance([], list[int])
except TypeError as e:
    print(e)
