# Statement forms the grammar allows but programs rarely use.
x = (yield_ := 5) + 1
print(x, yield_)
a = b = c = []
a.append(1)
print(c)
(d), [e], (f,), *g = 1, [2], (3,), 4, 5
print(d, e, f, g)
[h, [i, (j, *k)]] = 1, [2, (3, 4, 5)]
print(h, i, j, k)
for l, (m, *n) in [(1, (2, 3)), (4, "567")]: print(l, m, n)
for o in 1, 2, *[3, 4]: print(o, end=" ")
print()
for p.q in []: pass
class P: pass
p = P()
for p.q in range(3): pass
lst = [0, 0]
for lst[1] in "ab": pass
print(p.q, lst)
for r in (s := [1, 2]): s = []
print(r, s)
with_stmt = 1
print(*[1], *(2,), *"34", sep="-")
print(*{"k": 1}, **{"sep": "", "end": "!\n"})
def fn(*, a, **b): return a, b
print(fn(**{"a": 1}, b=2, **{"c": 3}))
t = 1,
print(t, type(t))
u = *t, 2
print(u)
def ret(): return *u, 3
print(ret())
def gen(): yield *u, 4
print(next(gen()))
v = {**{"a": 1}, "b": 2, **dict(c=3)}
print(v)
del (w := [1])[0], v["a"]
print(w, v)
y: int
z: "list[int]" = [1]
P.attr: int = 3
lst[0]: str = "annotated"
(paren): int = 5
print(z, P.attr, lst[0], paren, __annotations__)
if 1: pass; print("after pass")
while True:
    break
else: print("never")
while False: pass
else: print("while else")
for _ in []: pass
else: print("for else")
try: raise ValueError
except (ValueError, TypeError): print("tuple")
assert True, "message"
global_at_module = 1
global global_stmt
global_stmt = 2
print(global_stmt)
print([x for x in range(3) for x in range(x)], x)
print({k: v for k, v in zip("ab", [1, 2])}, {x * 2 for x in [1, 1]}, [[y for y in range(x)] for x in range(3)], [x if x else -1 for x in range(2)], [x for x in [1, 2, 3] if x > 1 if x < 3])
print([(x, y) for x in "ab" for y in "cd" if x + y != "ac"], [lambda: x for x in [1]][0](), [z := 1, z + 1])
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4), (lambda: (yield))().__next__())
print(1 if True else 2, [1, 2][True], "x" * (2 > 1), not(1), -(1), (1), ((1)), ())
print(f"{'nested ' + f'{1 + 1}'}", f"{ {'a': 1}['a'] }", f"{x!r:>5}|{x:<5}|{x:^5}", f"{x=}", f"{x = }", f"{'a' 'b'}", f"{3:{'>'}{5}}", f"{{}}", f"{(lambda q: q)(7)}")
exec("ex = 1; ey = 2")
print(ex + ey, eval("ex * 10"), eval(" ex"), exec("pass"))
...
"bare string"
1 + 1
None
pass
print(print.__name__, (print)("nested call"), [print][0]("from list"))
class Empty: ...
def stub(): ...
print(Empty().__class__.__name__, stub())
match = lambda x: x
print(match(3))
print("if" in "elif", (1, 2) == (1, 2), [] is [], () is ())
x = 10; x += 1; x -= 2; x *= 3; x //= 2; x **= 2; x %= 100; x <<= 1; x >>= 1; x |= 1; x &= 0xF; x ^= 5
print(x)
