print(format(5), format(5, "03d"), format("a", ">5"), format("abc", "^7"), format("abc", ".2"), format(3.14159, ".2f"), format(True), format(None), format([1, 2]), format(1j), format(255, "#x"), format(1234567.891, ",.2f"), format(0.25, ".0%"), format("x", "s"))
class F:
    def __format__(self, spec): return f"<{spec}>"
class S:
    def __str__(self): return "s!"
class B:
    def __format__(self, spec): return 5
print(format(F()), format(F(), "abc"), f"{F():xyz}", "{:q}".format(F()), format(S()), f"{S()}", f"{S()!r:.5}")
for f in [lambda: format(5, 2), lambda: format("a", "d"), lambda: format(5, "s"), lambda: format([1], "d"), lambda: format(None, ">5"), lambda: format(S(), "x"), lambda: format(B()), lambda: format(5, "zz"), lambda: format({}, "5"), lambda: format()]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
