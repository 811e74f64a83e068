print(abs(-3), abs(3), abs(-2**63), abs(-10**30), abs(-1.5), abs(-0.0), abs(3 + 4j), abs(True), abs(float("-inf")))
class V:
    def __abs__(self): return "abs!"
    def __divmod__(self, o): return ("dm", o)
    def __rdivmod__(self, o): return ("rdm", o)
class N:
    def __divmod__(self, o): return NotImplemented
print(abs(V()), divmod(V(), 3), divmod(3, V()), divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), divmod(7, 2.5), divmod(10**30, 7), divmod(True, 2))
for f in [lambda: abs("x"), lambda: abs(None), lambda: abs([]), lambda: abs(N()), lambda: divmod("a", 1), lambda: divmod(1, "a"), lambda: divmod(N(), 1), lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: divmod([], {})]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
