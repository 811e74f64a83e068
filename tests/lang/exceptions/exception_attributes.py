# Attributes, equality, hashing, pickling-like copies and subclass hierarchies of exceptions.
e = ValueError("a", 1)
print(e.args, str(e), repr(e), len(e.args), e == ValueError("a", 1), e == e, hash(e) == hash(e), bool(e))
e.args = ("changed",)
print(e, e.args)
e.custom = 5
print(vars(e), hasattr(e, "nothing"))
try: e.args = 5
except TypeError as err: print(err)
for x in (Exception(), Exception(None), Exception(1), Exception("a", "b"), Exception(("t",)), KeyError("k"), KeyError("a", "b"), KeyError(), OSError(2, "No such file"), OSError("one"), OSError(2, "msg", "file.txt"), StopIteration(5), UnicodeError("u"), AssertionError(), SystemExit(2), ZeroDivisionError("z")):
    print(type(x).__name__, "|", str(x), "|", repr(x), "|", x.args)
o = OSError(2, "msg", "f")
print(o.errno, o.strerror, o.filename, type(o).__name__, isinstance(o, FileNotFoundError))
class A(Exception): pass
class B(A, ValueError): pass
class C(A):
    def __init__(self, x): self.x = x
print(B.__mro__[1].__name__, issubclass(B, ValueError), C(5).args, C(5).x, repr(C(5)), str(C(5)))
for order in ((A, ValueError), (ValueError, A)):
    try: raise B("both")
    except order[0] as e: print("caught as", order[0].__name__, e)
class D(Exception):
    def __init__(self, a, b=2): super().__init__(a, b); self.a, self.b = a, b
    def __eq__(self, o): return isinstance(o, D) and self.args == o.args
    def __hash__(self): return hash(self.args)
print(D(1) == D(1), len({D(1), D(1)}), D(1, 3).args, D(b=5, a=4).args)
import copy
d2 = copy.copy(D(1, 9))
print(d2, d2.a, type(d2).__name__)
try: raise 5
except TypeError as err: print(err)
try: raise int
except TypeError as err: print(err)
try: raise type("X", (), {})()
except TypeError as err: print(err)
class Weird(Exception):
    def __new__(cls, *a): return super().__new__(cls, "from new")
print(Weird(1).args, Weird().args)
class NoInit(Exception):
    def __init__(self): pass
print(NoInit().args, repr(NoInit()))
try: NoInit(1)
except TypeError as err: print(err)
try:
    try: raise ValueError("inner")
    except ValueError as inner:
        outer = KeyError("outer")
        raise outer from inner
except KeyError as k: print(repr(k.__cause__), k.__context__ is k.__cause__, k.__suppress_context__)
def nested():
    try: raise ValueError(1)
    except ValueError:
        try: raise KeyError(2)
        except KeyError:
            raise TypeError(3)
try: nested()
except TypeError as t:
    seen = []
    while t: seen.append(repr(t)); t = t.__context__
    print(seen)
x = ValueError("reused")
for _ in range(2):
    try: raise x
    except ValueError as y: print(y is x, y.__context__)
