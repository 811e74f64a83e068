# *args and **kwargs in definitions and calls: forwarding, order, copies, odd names.
def f(*args, **kw): return args, kw
def forward(*a, **k): return f(*a, **k)
print(forward(1, 2, x=3), forward(), forward(*[1], *(2,), **{"a": 1}, b=2), forward(*"ab", **dict(zip("xy", [1, 2]))))
def first(a, *rest, k=0, **more): return a, rest, k, more
print(first(1), first(1, 2, 3, k=4, z=5), first(*[1, 2], **{"k": 3}), first(a=1, k=2))
lst = [1, 2]
def mutate(*a): return a is lst, type(a).__name__
print(mutate(*lst))
d = {"a": 1}
def change(**k): k["a"] = 2; k["b"] = 3; return k
print(change(**d), d)
t = (1, 2, 3)
def same(*a): return a == t
print(same(*t), f(**{"not an identifier": 1, "class": 2}))
def named(a, b, c): return a, b, c
print(named(*[1], **{"c": 3, "b": 2}), named(c=1, b=2, a=3), named(1, *[2], c=3), named(*(1, 2), 3), named(**dict(a=1, b=2), c=3))
for text in ("named(1, 2, *[3, 4])", "named(*[1], a=2, b=3, c=4)", "named(1, **{'a': 1})", "named(**{'a': 1})", "first()", "first(k=1)", "f(**{1: 2})", "f(*5)", "f(**5)", "named(1, 2, 3, d=4)", "named(a=1, **{'a': 2})"):
    try: print(text, eval(text))
    except TypeError as e: print(text, "->", e)
class C:
    def __init__(self, *a, **k): self.a, self.k = a, k
    def m(self, *a, **k): return len(a), sorted(k)
    @classmethod
    def c(cls, *a, **k): return cls.__name__, a, k
    @staticmethod
    def s(*a, **k): return a, k
    def __call__(self, *a, **k): return "called", a, k
    def __getitem__(self, k): return k
print(C(1, x=2).a, C(*[1, 2], **{"y": 3}).k, C().m(*range(3), z=1, **{"y": 2}), C.c(1, *[2], k=3), C().s(*"ab"), C()(*[1], q=2), C()[1, *[2, 3]], C()[(1, 2)])
class Sub(C):
    def __init__(self, *a, extra=None, **k):
        super().__init__(*a, **k)
        self.extra = extra
    def m(self, *a, **k): return ("sub",) + super().m(*a, **k)
s = Sub(1, 2, extra="e", other="o")
print(s.a, s.k, s.extra, s.m(1, k=2))
def kwonly(*, a, b=2): return a, b
print(kwonly(a=1), kwonly(**{"b": 3, "a": 4}))
def pos(a, b, /, c, *, d): return a, b, c, d
print(pos(1, 2, 3, d=4), pos(1, 2, c=3, d=4), pos(*[1, 2], **{"c": 3, "d": 4}))
def both(a, /, **k): return a, k
print(both(1, a=2), both(1, **{"a": 3}))
def order(*a, **k): return list(k), a
print(order(z=1, a=2, m=3), order(**{"q": 1}, b=2, **{"c": 3}), order(1, *[], **{}))
def default(a, b=[], *c, d={}, **e): b.append(a); d[a] = 1; return len(b), len(d)
print(default(1), default(2), default(3, []), default(4, d={}))
def gen(*a, **k):
    yield from a
    yield from k.items()
print(list(gen(1, 2, x=3)))
lam = lambda *a, sep="-", **k: sep.join(map(str, a)) + str(k)
print(lam(1, 2), lam(1, 2, sep="+"), lam(x=1), lam(*"ab", **{"sep": "/", "q": 1}))
print(max(*[3, 1], *(2,)), print(*[], sep="") or "empty print", dict(a=1, **{"b": 2}), dict([("x", 1)], y=2), "{} {k}".format(*[1], **{"k": 2}), sorted(*[[3, 1]], **{"reverse": True}), int(*["ff"], **{"base": 16}))
def deco(fn):
    def wrap(*a, **k): return "wrapped", fn(*a, **k)
    return wrap
@deco
def target(a, b=2, *c, d=4, **e): return a, b, c, d, e
print(target(1), target(1, 2, 3, d=5, z=6))
many = {f"k{i}": i for i in range(50)}
print(len(f(*range(100), **many)[0]), sum(f(**many)[1].values()), f(*range(300))[0][-1])
def rec(*a): return a if len(a) > 4 else rec(*a, len(a))
print(rec(), rec("x"))
