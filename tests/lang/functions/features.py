def g():
    x = yield 1
    print("got", x)
    try:
        y = yield 2
    except ValueError as e:
        print("caught", e); y = yield 99
    finally:
        print("fin")
    return 7
it = g(); print(next(it), it.send("a"), it.throw(ValueError("v")))
try: next(it)
except StopIteration as e: print("stop", e.value)
def sub():
    r = yield 1
    print("sub got", r)
    yield 2
    return "ret"
def main():
    v = yield from sub()
    print("v", v)
    yield from [10, 20]
m = main(); print(next(m), m.send("S"), list(m))
def clo():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
c = clo(); next(c); c.close(); 
try: next(c)
except StopIteration: print("stopped")
def inf():
    i = 0
    while True:
        yield i; i += 1
from_inf = inf(); print([next(from_inf) for _ in range(5)])
print(list(x * y for x in range(3) for y in range(x)), {k: v for k, v in zip("ab", [1, 2])}, {x % 3 for x in range(10)})
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
def outer():
    n = 0
    def inc():
        nonlocal n; n += 1; return n
    return inc
a = outer(); a(); print(a())
def deco(k):
    def w(f):
        def inner(*a, **kw): return f(*a, **kw) * k
        return inner
    return w
@deco(3)
def h(x, *, y=1): return x + y
print(h(1), h(1, y=2))
def args(a, b=2, /, c=3, *d, e, f=6, **k): return (a, b, c, d, e, f, k)
print(args(1, e=5), args(1, 2, 3, 4, 5, e=1, z=2))
for bad in [lambda: args(), lambda: args(1), lambda: args(1, a=1, e=2), lambda: h(), lambda: h(1, 2), lambda: h(1, q=2), lambda: len(), lambda: len(1, 2), lambda: [].append(), lambda: "a".split(x=1)]:
    try: bad()
    except TypeError as e: print(e)
print(*[1, 2], *(3, 4), sep="-", **{"end": "!\n"})
a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d)
[x, y], z = (1, 2), 3; print(x, y, z)
def fin():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return "r"
        finally: print("f", i)
print(fin())
def nested():
    try:
        try: raise KeyError(1)
        finally: print("inner")
    except KeyError as e: return repr(e)
    else: return "else"
    finally: print("outer")
print(nested())
while True:
    break
else: print("no")
for i in []: pass
else: print("else")
def m2(v):
    match v:
        case 0 | 1: return "01"
        case int(x) if x > 10: return f"big {x}"
        case [1, 2, *r]: return r
        case {"a": a, **rest}: return (a, rest)
        case str() as s: return "s" + s
        case (x, y): return x + y
        case None: return "none"
        case [[a, b], c]: return "nest"
        case _: return "other"
for v in [0, 15, 5, [1, 2, 3], {"a": 1, "b": 2}, "q", (3, 4), None, 2.5]: print(m2(v))
class Pt:
    __match_args__ = ("x", "y")
    def __init__(s, x, y): s.x, s.y = x, y
match Pt(1, 2):
    case Pt(1, y=yy): print("pt", yy)
print((lambda *a, **k: (a, k))(1, z=2))
if (n := 10) > 5: print(n)
print([y := 1, y**2])
x = 5; x -= 2; x *= 3; x **= 2; x //= 2; x %= 7; x <<= 2; x |= 1; x ^= 3; x >>= 1; x &= 15; print(x)
lst = [1, 2, 3]; lst[1] += 5; lst[0:2] = [9]; del lst[-1]; print(lst)
d = {"a": 1}; d["a"] += 1; print(d)
print(1 < 2 < 3, 1 < 2 > 5, not 1 == 2, 3 in [1, 2, 3], "a" not in "abc", None is None)
global_v = 1
def gl():
    global global_v
    global_v += 1
gl(); print(global_v)
try: undefined_name
except NameError as e: print(e)
def ub():
    print(zz); zz = 1
try: ub()
except UnboundLocalError as e: print(e)
try: raise ValueError
except ValueError as e: print(repr(e))
try:
    try: 1/0
    except ZeroDivisionError: raise
except ZeroDivisionError as e: print("re", e)
assert True
try: assert 1 == 2, "msg"
except AssertionError as e: print(e)
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print(str(e)[:32])
import sys
print(sys.exc_info())
try:
    raise OSError(2, "No such file")
except FileNotFoundError as e: print(e, e.errno)
print(f"{'a' 'b'!r:>10} {1+1=} {3.0:08.3f} {1234567:,} {'x':^5}|{255:#x} {0.1+0.2}")
print("%s %d %.2f %r %5s|%-5s|%05d" % ("a", 3, 2.5, "q", "r", "l", 42))
print("{} {1} {name!r:>5}".format(1, 2, name="n") if False else "{0} {1} {name!r:>5}".format(1, 2, name="n"))
print(10**30, 2**100 // 3, -7 // 2, -7 % 3, divmod(-7, 2), 7.5 // 2, round(2.5), round(3.14159, 2), int("ff", 16), 0x10, 1_000)
