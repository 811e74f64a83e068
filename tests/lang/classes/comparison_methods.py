# Rich comparison: reflection, fallbacks, identity for == and !=, chained evaluation.
import functools, operator
CMP = {"<": operator.lt, "<=": operator.le, "==": operator.eq, "!=": operator.ne, ">": operator.gt, ">=": operator.ge}

class R:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return ("lt", self.n, getattr(o, "n", o))
    def __le__(self, o): return ("le", self.n, getattr(o, "n", o))
    def __eq__(self, o): return ("eq", self.n, getattr(o, "n", o))
    def __ne__(self, o): return ("ne", self.n, getattr(o, "n", o))
    def __gt__(self, o): return ("gt", self.n, getattr(o, "n", o))
    def __ge__(self, o): return ("ge", self.n, getattr(o, "n", o))
class S(R): 
    def __lt__(self, o): return ("S.lt", self.n, o.n)
    def __gt__(self, o): return ("S.gt", self.n, o.n)
for sign, f in CMP.items():
    print(sign, f(R("a"), R("b")), f(1, R("a")), f(R("a"), 1), f(R("a"), S("s")), f(S("s"), R("a")))

class Only:
    def __lt__(self, o): return "only lt"
print(Only() < Only(), Only() > Only(), 1 > Only())
for sign in ("<=", ">="):
    try:
        CMP[sign](Only(), Only())
    except TypeError as e:
        print(e)

class Eq:
    def __eq__(self, o):
        print("eq", type(o).__name__)
        return NotImplemented
e = Eq()
print(e == 1, e != 1, e == e, 1 == e, e == Eq())
print(e in [e], [e].count(e), [e].index(e))
class NeFromEq:
    def __eq__(self, o): return True
print(NeFromEq() != 1, NeFromEq() == None, None == NeFromEq(), NeFromEq.__hash__)
try:
    hash(NeFromEq())
except TypeError as err:
    print(err)

for a, b in ((1, "a"), ("a", 1), ([], ()), (None, 1), ({}, {}), (1j, 2), (object, int), (len, len), ((1, "a"), (1, 2)), ([[1]], [["a"]]), ({1}, [1])):
    try:
        a < b
        print("fine")
    except TypeError as err:
        print(err)

class Falsy:
    def __lt__(self, o): print("cmp"); return []
    def __gt__(self, o): print("cmp2"); return [0]
f = Falsy()
print(f < 1 < 2)
print(f > 1 < 2)
print(not f < 1)

@functools.total_ordering
class Version:
    def __init__(self, *p): self.p = p
    def __eq__(self, o): return self.p == o.p if isinstance(o, Version) else NotImplemented
    def __lt__(self, o): return self.p < o.p if isinstance(o, Version) else NotImplemented
    def __repr__(self): return "v" + ".".join(map(str, self.p))
v = [Version(1, 2), Version(1), Version(0, 9), Version(1, 2, 0)]
print(sorted(v), max(v), min(v), Version(1) >= Version(1), Version(2) > Version(1), Version(1) <= Version(0))
try:
    Version(1) < 3
except TypeError as err:
    print(err)
print(Version(1) == 1, Version(1) != 1)

nan = float("nan")
print(nan == nan, nan != nan, nan in [nan], [nan] == [nan], (nan,) < (nan,), nan < 1, 1 < nan)
print([1, 2] < [1, 3], [1] < [1, 0], (1, 2, 3) > (1, 2), "a" < "b" < "c", [] < [0], (0,) == (False,), {1} < {1, 2} <= {1, 2}, {1} < {2})
print(1 == 1.0 == True, 0 == False, "1" == 1, b"a" == "a", [1] == (1,), None == 0, None is None)
class Weird:
    def __eq__(self, o): raise ValueError("no comparing")
for op in ("==", "!=", "in"):
    try:
        eval("w %s x" % op, {"w": Weird(), "x": [Weird()]})
    except ValueError as err:
        print(op, err)
