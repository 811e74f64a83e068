# Parameters of every kind and the messages of calls that do not fit.
def call(f, *a, **k):
    try:
        print(f(*a, **k))
    except TypeError as e:
        print("TypeError:", e)
def none(): return "none"
def one(a): return a
def two(a, b): return a, b
def dflt(a, b=2, c=3): return a, b, c
def var(a, *rest): return a, rest
def kw(a, **k): return a, k
def both(*a, **k): return a, k
def konly(a, *, b, c=3): return a, b, c
def konly2(*, x, y, z): return x, y, z
def ponly(a, b=2, /, c=3): return a, b, c
def ponly2(a, /): return a
def mixed(p, /, q, *r, s, t=5, **u): return p, q, r, s, t, u
def kwpos(a, /, **k): return a, k
for f, cases in (
        (none, [(), (1,), (1, 2)]),
        (one, [(), (1,), (1, 2), (1, 2, 3)]),
        (two, [(), (1,), (1, 2), (1, 2, 3)]),
        (dflt, [(), (1,), (1, 2, 3), (1, 2, 3, 4)]),
        (var, [(), (1,), (1, 2, 3)]),
        (konly, [(), (1,), (1, 2), (1, 2, 3)]),
        (konly2, [(), (1,)]),
        (ponly, [(), (1,), (1, 2, 3, 4)])):
    for c in cases:
        call(f, *c)
call(one, b=1); call(one, 1, a=2); call(one, a=1); call(one, a=1, b=2)
call(two, b=1); call(two, 1, b=2); call(two, 1, a=2); call(two, c=1, a=2, b=3)
call(dflt, c=9, a=1); call(dflt, 1, d=3); call(dflt, 1, 2, b=3)
call(kw, 1, x=2, y=3); call(kw, a=1, b=2); call(kw, 1, a=2); call(kw)
call(both); call(both, 1, 2, x=3)
call(konly, 1, b=2); call(konly, 1, c=2); call(konly, 1, 2, b=3); call(konly, 1, b=1, d=2)
call(konly2, x=1); call(konly2, x=1, y=2); call(konly2, y=1, z=2, x=3)
call(ponly, a=1); call(ponly, 1, b=2); call(ponly, 1, c=9); call(ponly, 1, 2, a=1, b=2)
call(ponly2, a=1); call(ponly2)
call(mixed, 1, 2, s=3); call(mixed, 1, 2, 3, 4, s=5, t=6, w=7); call(mixed, 1, q=2, s=3); call(mixed, 1, 2); call(mixed, p=1, q=2, s=3)
call(mixed, 1, 2, s=3, p=4)
call(kwpos, 1, a=2)
# call-site unpacking
call(dflt, *[1, 2], **{"c": 4}); call(dflt, *(1,), *[2], 3); call(dflt, **{"a": 1}, **{"b": 5}); call(two, *{"k": 1, "j": 2})
call(both, *"ab", *range(2), z=1, **{"y": 2})
for text in ("two(1, **{'b': 2}, **{'b': 3})", "two(1, b=2, **{'b': 3})", "one(*1)", "one(**1)", "one(**{1: 2})", "one(*None)", "two(*[1], *5)", "one(1, **[1])", "both(**{'a': 1}, a=2)",
             "(lambda x: x)()", "(lambda: 1)(2)", "(lambda a, *, b: 1)(1)", "len()", "len(1, 2)", "5()", "None(1)", "'x'()", "[1](2)", "two.missing()", "int.x()", "(1)(2)"):
    try:
        print(eval(text))
    except (TypeError, AttributeError) as e:
        print(text, "->", type(e).__name__, e)
class C:
    def m(self, a): return a
    @classmethod
    def c(cls, a): return a
    @staticmethod
    def s(a): return a
    def __call__(self, a): return a
    def noself(): pass
    def __init__(self, x=1): pass
for text in ("C().m()", "C().m(1, 2)", "C.m(1)", "C.m()", "C.c()", "C.s()", "C.s(1, 2)", "C()()", "C()(1, 2)", "C().noself()", "C(1, 2)", "C(y=1)", "C().m(b=1)"):
    try:
        print(text, eval(text))
    except TypeError as e:
        print(text, "->", e)
class D:
    def __init__(self, a, *, b): pass
class E: pass
for text in ("D()", "D(1)", "D(1, 2)", "D(1, b=2, c=3)", "E(1)", "E(x=1)", "object(1)"):
    try:
        eval(text)
        print("made")
    except TypeError as e:
        print(text, "->", e)
def a8(a, b, c, d, e, f, g, h): pass
call(a8); call(a8, 1); call(a8, 1, 2, 3, 4, 5, 6); call(a8, *range(9))
def k3(*, alpha, beta, gamma): pass
call(k3); call(k3, alpha=1); call(k3, 1, alpha=1, beta=2, gamma=3); call(k3, 1, 2, alpha=1)
def d1(a=1): pass
call(d1, 1, 2); call(d1, 1, 2, 3)
