# Scriptling's own builtins; spelled out here so that the script also runs elsewhere.
import copy as _copy
try:
    keys, values, items, append, copy, yield_now
except NameError:
    keys, values, items = (lambda d: d.keys()), (lambda d: d.values()), (lambda d: d.items())
    append = lambda l, x: l.append(x)
    copy = _copy.copy
    yield_now = lambda: None
d = {"a": 1, "b": 2}
print(list(keys(d)), list(values(d)), list(items(d)))
l = [1]
print(append(l, 2), l)
l2 = copy(l)
l2.append(3)
print(l, l2, copy(5), copy("s"), copy((1, 2)), copy({"x": l})["x"] is l, copy({1, 2}) == {1, 2})
class P:
    def __init__(self): self.v = [1]
class Q:
    def __copy__(self): return "copied"
class D(dict): pass
p = P()
q = copy(p)
q.w = 1
print(q.v is p.v, hasattr(p, "w"), type(q).__name__, copy(Q()))
dd = D(a=1)
dd.tag = "t"
e = copy(dd)
e["b"] = 2
print(e, dd, e.tag, type(e).__name__, yield_now())
