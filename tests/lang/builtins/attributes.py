class A:
    cls_attr = 1
    def __init__(self): self.x = 2
    @property
    def ro(self): return 3
a = A()
print(getattr(a, "x"), getattr(a, "cls_attr"), getattr(a, "ro"), getattr(a, "nope", "default"), getattr(a, "nope", None), getattr(A, "cls_attr"), getattr("abc", "upper")(), getattr(5, "real"))
print(hasattr(a, "x"), hasattr(a, "nope"), hasattr(A, "x"), hasattr(a, "ro"), hasattr("", "join"), hasattr(5, "foo"), hasattr(None, "x"), hasattr(a, "__init__"), hasattr(print, "__name__"))
setattr(a, "y", 10); print(a.y)
setattr(A, "z", 20); print(a.z)
delattr(a, "y"); print(hasattr(a, "y"))
setattr(a, "odd name", 5); print(getattr(a, "odd name"), sorted(vars(a)))
class G:
    def __getattr__(self, n):
        if n.startswith("dyn"): return n.upper()
        raise AttributeError("no " + n)
    def __setattr__(self, n, v):
        print("set", n, v)
        object.__setattr__(self, n, v)
    def __delattr__(self, n): print("del", n)
g = G()
print(g.dyn1, getattr(g, "other", 7), hasattr(g, "dynx"), hasattr(g, "q"))
g.k = 1
setattr(g, "k", 2)
del g.k
delattr(g, "w")
class P:
    @property
    def boom(self): raise ValueError("boom")
    @property
    def attr_error(self): raise AttributeError("inner")
p = P()
print(hasattr(p, "attr_error"), getattr(p, "attr_error", "fallback"))
for f in [lambda: getattr(a, "nope"), lambda: getattr(a, 5), lambda: hasattr(a, 5), lambda: setattr(a, 5, 1), lambda: delattr(a, "nope"), lambda: setattr(a, "ro", 1), lambda: delattr(a, "ro"), lambda: setattr(5, "x", 1), lambda: setattr("s", "x", 1), lambda: delattr(5, "real"),
          lambda: hasattr(p, "boom"), lambda: getattr(p, "boom", 1), lambda: getattr(A, "nope"), lambda: getattr(None, "foo"), lambda: g.zzz, lambda: setattr(int, "x", 1), lambda: getattr(a), lambda: setattr(a, "x")]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
