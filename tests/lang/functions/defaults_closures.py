# Default values, closures, nonlocal, late binding, cells.
order = []
def note(x):
    order.append(x)
    return x
def f(a=note("a"), b=note("b"), *, c=note("c"), d=note("d")): return a, b, c, d
print(order, f(), f(1, d=2))
def acc(x, into=[]):
    into.append(x)
    return into
print(acc(1), acc(2), acc(3, []), acc.__defaults__)
acc.__defaults__ = ([9],)
print(acc(1))
def kd(*, k={"n": 0}):
    k["n"] += 1
    return k["n"]
print(kd(), kd(), kd.__kwdefaults__)
kd.__kwdefaults__ = {"k": {"n": 100}}
print(kd())
n = 1
def early(x=n): return x
n = 2
print(early())
funcs = [lambda: i for i in range(3)]
print([g() for g in funcs])
funcs = [lambda i=i: i for i in range(3)]
print([g() for g in funcs])
def counter():
    count = 0
    def inc(by=1):
        nonlocal count
        count += by
        return count
    def get(): return count
    return inc, get
inc, get = counter()
inc(); inc(5)
inc2, get2 = counter()
inc2()
print(get(), get2(), [c.cell_contents for c in inc.__closure__], inc.__code__.co_freevars, counter.__code__.co_cellvars)
def deep():
    x = 1
    def mid():
        def low():
            nonlocal x
            x += 10
            return x
        return low
    return mid()() + x
print(deep())
def shadow():
    x = "outer"
    def inner():
        x = "inner"
        return x
    return inner(), x
print(shadow())
def late():
    def g(): return value
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
    value = 5
    return g()
print(late())
def unbound():
    try:
        print(v)
    except UnboundLocalError as e:
        print(e)
    v = 1
unbound()
x = 10
def local_shadow():
    try:
        x += 1
    except UnboundLocalError as e:
        print(e)
local_shadow()
def deleted():
    v = 1
    del v
    try:
        v
    except UnboundLocalError as e:
        print(e)
    try:
        del v
    except UnboundLocalError as e:
        print(e)
deleted()
def del_cell():
    v = 1
    def g(): return v
    del v
    try:
        g()
    except NameError as e:
        print(e)
    v = 2
    print(g())
del_cell()
def g1():
    global made_here
    made_here = 1
    def g2():
        global made_here
        made_here += 1
    g2()
g1()
print(made_here)
def mixed_scope():
    global gx
    gx = "global"
    def inner():
        gx = "local"
        def innermost(): return gx
        return innermost()
    return inner(), gx
print(mixed_scope())
def loop_cells():
    out = []
    for i in range(3):
        def h(): return i
        out.append(h)
    return [h() for h in out]
print(loop_cells())
def make(n):
    def rec(k): return 1 if k == 0 else k * rec(k - 1)
    return rec(n)
print(make(10))
def cellargs(a, *b, c=1, **d):
    return (lambda: (a, b, c, d))()
print(cellargs(1, 2, 3, c=4, e=5))
def comp_closure():
    k = 3
    return [k * i for i in range(3)], {k: i for i in range(2)}, sum(k for _ in range(4)), [(lambda: k + j)() for j in range(2)]
print(comp_closure())
cell = inc.__closure__[0]
cell.cell_contents = 1000
print(inc(), cell == inc.__closure__[0], type(cell).__name__)
def compose(*fs):
    def run(x):
        for f in reversed(fs): x = f(x)
        return x
    return run
print(compose(str, lambda v: v * 2, abs)(-4))
def exc_cell():
    try:
        raise ValueError("v")
    except ValueError as e:
        f = lambda: e
        inside = f()
    try:
        f()
    except NameError as err:
        return repr(inside), str(err)
print(exc_cell())
