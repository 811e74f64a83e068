print(pow(2, 3), pow(2.0, 3), pow(2, -1), pow(2, 10, 1000), pow(-2, 3), pow(0, 0), pow(True, 2), pow(2, 100), pow(1j, 2), pow(exp=3, base=2))
class P:
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return ("rpow", o)
print(pow(P(), 2), pow(P(), 2, 5), pow(2, P()), P() ** 3, 3 ** P())
for f in [lambda: pow("a", 2), lambda: pow(2, "a"), lambda: pow([], {}, 1), lambda: pow(2, 3, "x"), lambda: pow(2, P(), 3), lambda: pow(2.5, 2, 3)]:
    try:
        print(f())
    except TypeError as x:
        print(x)
