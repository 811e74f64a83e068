import sys, weakref
log = []
class R:
    def __init__(self, name): self.name = name
    def __del__(self): log.append(self.name)
def show():
    print(log); log.clear()
def local():
    r = R("local")
    return 1
local(); show()
def main():
    a = R("a"); b = R("b")
    del a
    show()
    b = None
    show()
    for i in range(3):
        t = R(i)
        del t
    show()
    local()
    show()
main()
def make(): return R("made")
x = make()
show()
x = R("second")
show()
class Holder:
    def __init__(self): self.r = R("held")
    def __del__(self): log.append("holder")
h = Holder()
h.r = None
show()
h = None
show()
class Wrap:
    def __init__(self, inner): self.inner = inner
    def __del__(self): log.append("wrap")
w = Wrap(R("inner")); del w
show()
# resurrection, once
class Phoenix:
    kept = []
    def __del__(self):
        log.append("phoenix")
        Phoenix.kept.append(self)
p = Phoenix(); del p
show(); print(len(Phoenix.kept))
Phoenix.kept.clear()
show()
# exceptions are ignored and reported
class Bad:
    def __del__(self): raise ValueError("in del")
old = sys.unraisablehook
sys.unraisablehook = lambda u: print("hook", u.exc_type.__name__, u.exc_value, u.object.__name__, u.err_msg)
b = Bad(); del b
sys.unraisablehook = old
print(sys.unraisablehook is sys.__unraisablehook__)
# cycles
class Node:
    def __init__(self): self.me = self
    def __del__(self): log.append("node")
import gc
n = Node(); del n; gc.collect(); show()
# generators
def gen(tag):
    try:
        yield 1
        yield 2
    finally:
        log.append(tag)
for v in gen("for"): break
show()
g = gen("next"); next(g); del g; show()
g = gen("unstarted"); del g; show()
def consume():
    for v in gen("inner"):
        return v
print(consume()); show()
def outer():
    yield from gen("delegate")
g = outer(); next(g); g = None; show()
class C:
    def __init__(self): raise RuntimeError("x")
    def __del__(self): log.append("failed init")
try: C()
except RuntimeError as e: print(e)
show()
d = {"k": R("dict")}; del d["k"]; show()
l = [R("list")]; l.pop(); show()
r = R("weak"); wr = weakref.ref(r, lambda _: log.append("callback")); del r; show(); print(wr())
class S:
    __slots__ = ("a",)
    def __del__(self): log.append("slots")
s = S(); del s; show()
class L(list):
    def __del__(self): log.append("list sub")
s = L([1]); del s; show()
class Base:
    def __del__(self): log.append("base")
class D(Base):
    def __del__(self):
        log.append("derived"); super().__del__()
d = D(); d = None; show()
with_obj = R("explicit"); with_obj.__del__(); show(); del with_obj; show()
class Counter:
    n = 0
    def __init__(self): Counter.n += 1
    def __del__(self): Counter.n -= 1
cs = [Counter() for _ in range(1000)]
print(Counter.n); del cs; print(Counter.n)
for _ in range(5):
    c = Counter()
print(Counter.n)
del c
print(Counter.n)
class AtEnd:
    def __del__(self): print("at end")
e = AtEnd()
print("done")
