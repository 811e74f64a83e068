# lambda forms; locals(), globals(), vars(), dir() inside functions; recursion; annotations of locals.
print((lambda: 1)(), (lambda x: x)(2), (lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda a, /, b, *, c: (a, b, c))(1, 2, c=3))
print((lambda x, y=lambda: 5: x + y())(1), (lambda: (yield))().__class__.__name__, (lambda: [i for i in range(3)])())
print((lambda x: lambda y: lambda z: x + y + z)(1)(2)(3), (lambda f: f(f, 5))(lambda f, n: 1 if n < 2 else n * f(f, n - 1)))
print(sorted([3, -1, 2], key=lambda v: -v), max("abc", key=lambda c: c == "b"), list(map(lambda a, b: a * b, [1, 2], [3, 4])), (lambda *, k=1: k)())
x = lambda: (1, 2)
print(x(), [f() for f in [lambda: 1, lambda: 2]], (lambda a=1, *b, c=2, **d: (a, b, c, d))(5, 6, 7, c=8, e=9))
cond = lambda v: "pos" if v > 0 else "neg" if v < 0 else "zero"
print([cond(v) for v in (1, -1, 0)], (lambda: not None or 1)(), (lambda x: (y := x + 1, y * 2))(3))
def f(a, b=2, *args, c=3, **kw):
    first = sorted(locals())
    d = 4
    second = sorted(locals())
    if a > 100:
        never = 1
    for i in range(2): pass
    return first, second, sorted(locals()), locals()["d"]
print(f(1, z=5))
def g():
    x = 1
    l = locals()
    l["x"] = 100
    l["new"] = 5
    y = 2
    return x, "new" in l, y
print(g())
def h():
    v = 1
    def inner():
        w = v
        return sorted(locals().items())
    return inner(), [sorted(locals()) for _ in range(1)] != None
print(h())
def early():
    before = dict(locals())
    later = 1
    del before
    return sorted(locals())
print(early())
def cleared():
    a = 1
    del a
    b = 2
    return locals()
print(cleared())
def nested_comp():
    k = 10
    return {n: n * k for n in range(3)}, vars() == {"k": 10}
print(nested_comp())
def tries():
    try:
        1 / 0
    except ZeroDivisionError as e:
        seen = sorted(locals())
    return seen, sorted(locals())
print(tries())
def args_only(*a, **k): return locals()
print(args_only(1, x=2))
def gen(n):
    yield sorted(locals().items())
    m = n + 1
    yield sorted(locals().items())
print(list(gen(1)))
class C:
    attr = 1
    names = sorted(n for n in locals() if not n.startswith("__"))
    locals()["injected"] = 7
print(C.names, C.injected)
print(globals() is globals() or globals() == globals(), globals()["C"] is C, "x" in globals(), isinstance(globals(), dict), type(locals()).__name__)
globals()["dynamic"] = 99
print(dynamic)
del globals()["dynamic"]
try:
    dynamic
except NameError as e:
    print(e)
def annotated():
    a: int = 1
    b: undefined_name
    c: list[int]
    return a, sorted(locals())
print(annotated())
def conditional(flag):
    if flag: value = 1
    try:
        return value
    except UnboundLocalError as e:
        return str(e)
print(conditional(True), conditional(False))
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(500))
def forever(): return forever()
try:
    forever()
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
print(even(100), odd(7))
def ret_none(): pass
def ret_bare(): return
def ret_tuple(): return 1, *[2, 3]
print(ret_none(), ret_bare(), ret_tuple())
def doc():
    "just a doc"
print(doc(), doc.__doc__)
def redefine(): return 1
old = redefine
def redefine(): return 2
print(old(), redefine())
