print(sum([]), sum([1, 2, 3]), sum((1, 2), 10), sum(range(101)), sum([1, 2], start=5), sum({1: 0, 2: 0}), sum(x for x in range(4)), sum([True, True, False]), sum([2**62, 2**62, 2**62]), sum([2**63 - 1, 1]), sum([10**30, -10**30, 5]))
print(sum([[1], [2, 3]], []), sum([(1,), (2,)], ()), sum([1j, 2]), sum([0.5, 0.25], 1), sum([1, 0.5, 1j]), sum([], []), sum([], "x") if False else "")
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    __radd__ = __add__
    def __repr__(self): return f"V({self.x})"
print(sum([V(1), V(2)]), sum([V(1)], V(10)))
for f in [lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum([], bytearray()), lambda: sum(5), lambda: sum([1, None]), lambda: sum([[1]]), lambda: sum([1], None), lambda: sum("abc")]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
