# del in all forms; global and nonlocal statements.
x = 1
del x
try: x
except NameError as e: print(e)
a, b, c = 1, 2, 3
del a, (b, [c])
print([n for n in "abc" if n in globals()])
lst = list(range(10))
del lst[0], lst[-1], lst[2:4], lst[::2]
print(lst)
d = {"a": 1, ("t",): 2}
del d["a"], d["t",]
print(d)
class O: pass
o = O()
o.x = o.y = 1
del o.x
print(vars(o))
for text in ("del undefined", "del o.gone", "del d['gone']", "del lst[99]", "del 'str'[0]", "del (1, 2)[0]", "del O.missing", "del int.real", "del o.__class__", "del len", "del {1}[0]"):
    try: exec(text)
    except Exception as e: print(text, "->", type(e).__name__, e)
def f():
    v = 1
    del v
    try: return v
    except UnboundLocalError as e: return str(e)
print(f())
def cond(flag):
    if flag: z = 1
    try:
        del z
        return "deleted"
    except UnboundLocalError as e: return str(e)
print(cond(True), cond(False))
class Hooked:
    def __delattr__(self, n): print("delattr", n)
    def __delitem__(self, k): print("delitem", k)
    def __del__(self): pass
h = Hooked()
del h.anything, h["k"], h[1:2], h[1, 2]
def loop_del():
    for i in range(2): pass
    del i
    return "i" in locals()
print(loop_del())
del (lst)
print("lst" in globals())
g = 0
def setg():
    global g, new_g
    g += 1
    new_g = "made"
setg()
print(g, new_g)
def delg():
    global new_g
    del new_g
delg()
print("new_g" in globals())
try: delg()
except NameError as e: print(e)
def outer():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    def drop():
        nonlocal n
        del n
    inc(); inc()
    r = n
    drop()
    try: n
    except UnboundLocalError as e: return r, str(e)
print(outer())
def three():
    v = "three"
    def two():
        def one():
            nonlocal v
            v = "changed"
        one()
    two()
    return v
print(three())
def mixed():
    global shared
    shared = 1
    def inner():
        global shared
        shared += 1
        return shared
    return inner()
print(mixed(), shared)
def cls():
    class C:
        global from_class
        from_class = "cls"
    return hasattr(C, "from_class")
print(cls(), from_class)
def globfor():
    global gi, ge
    for gi in range(3): pass
    try: raise ValueError("v")
    except ValueError as ge: pass
    return gi, "ge" in globals()
print(globfor())
def globimport():
    global math, pth
    import math, os.path as pth
globimport()
print(math.floor(1.5), pth.basename("a/b"))
def globdef():
    global gf, GC
    def gf(): return "gf"
    class GC: pass
globdef()
print(gf(), GC.__qualname__, gf.__qualname__)
def globwith():
    global gw
    from contextlib import nullcontext
    with nullcontext(5) as gw: pass
globwith()
print(gw)
def walrus():
    global gwal
    (gwal := 9)
walrus()
print(gwal)
