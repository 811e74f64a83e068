# Assignment expressions, conditional expressions, boolean operators and chained comparisons.
if (n := 10) > 5: print(n)
while (n := n - 4) > 0: print(n, end=" ")
print(n)
print((a := 1) + (b := a + 1), a, b, [c := 3, c ** 2], {(k := "key"): (v := 5)}, k, v)
def f(x, y=(d := 7)): return x, y
print(f(e := 2), d, e)
print((lambda: (z := 4) + z)(), [w := 0, w := w + 1, w] if False else "lists need parentheses")
data = [1, 2, 3, 4]
print([y for x in data if (y := x * 2) > 4], y, any((found := x) > 2 for x in data), found)
def scope():
    if (inner := 3): pass
    [comp := i for i in range(3)]
    return inner, comp, sorted(locals())
print(scope())
x = (y := 5, 6)
print(x, y)
print(f"{(q := 9)} {q:=3}", q)
s = "abc"
print(s[(i := 1)], s[i:(j := 3)], i, j)
assert (t := True)
del (lst := [1, 2])[0]
print(lst)
print(1 if True else 2, 1 if False else 2 if False else 3, (1 if True else 2) if False else 4, not 1 if 0 else 5)
print([] or "dflt", 0 or None, 1 or 2, "" and 1, 1 and 2, 1 and 0 and 3, None or [] or {} or "end", not [] and not {}, not not "x")
log = []
def t(v): log.append(v); return v
t(1) < t(5) < t(3) < t(9); print(log); log.clear()
t(1) < t(2) == t(2) != t(3) >= t(3) in [3]; print(log); log.clear()
print(1 < 2 < 3, 3 > 2 > 2, 1 < 3 > 2, 1 == 1 == 1, 1 != 2 != 1, 1 in [1] == True, (1 in [1]) == True, "a" < "b" < "c" > "a", 1 is 1 is not None, None is None is None)
class B:
    def __init__(self, v): self.v = v
    def __bool__(self): log.append("bool %s" % self.v); return bool(self.v)
    def __repr__(self): return "B%s" % self.v
print(B(0) or B(1), B(1) and B(0), B(1) or B(2), not B(3), log); log.clear()
print(B(1) if B(0) else B(2), log); log.clear()
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
print(bool(L(0)), bool(L(2)), "y" if L(1) else "n", [x for x in (L(0), L(3)) if x][0].n)
class Cmp:
    def __lt__(self, o): log.append("lt"); return B(1)
    def __gt__(self, o): log.append("gt"); return B(0)
print(Cmp() < Cmp() < Cmp(), Cmp() > Cmp() < Cmp(), log); log.clear()
if 0: print("no")
elif "": print("no")
elif []: print("no")
elif (m := {}) or m == {}: print("elif", m)
else: print("no")
x = None
print(x is None, x is not None, x == None, x or "none", (x or {}).get("k", "deep"))
r = []
for v in (None, False, 0, 0.0, 0j, "", b"", (), [], {}, set(), range(0), frozenset(), "0", [0], -1, float("nan"), object): r.append(bool(v))
print(r)
def first(*a):
    for v in a:
        if v: return v
    return a[-1] if a else None
print(first(0, "", "x"), first(0, None), first())
print(max(3, (u := 7)), u, sum(p := [1, 2, 3]), len(p))
print((lambda v: "neg" if v < 0 else "zero" if v == 0 else "pos")(0), ("even", "odd")[5 % 2], {True: "yes", False: "no"}[3 > 2])
print(True + True, True * 5, sum([True, False, True]), True == 1, True is 1 if False else "bool ints", isinstance(True, int), ~True, -True, True & False, True ^ True, True | 2)
try: print(undefined_a and 1)
except NameError as e: print(e)
print(False and undefined_b, True or undefined_b, 1 if True else undefined_b)
