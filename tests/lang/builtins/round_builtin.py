print(round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(1234, -2), round(5), round(True), round(2.5, None), round(number=7.77, ndigits=1), round(2**70 + 0.0), round(1e20), round(0.5), round(1.5))
class R:
    def __round__(self, n=None): return f"r{n}"
class I:
    def __index__(self): return 1
print(round(R()), round(R(), 3), round(2.345, I()))
for f in [lambda: round("x"), lambda: round([], 1), lambda: round(None), lambda: round(1.5, "a"), lambda: round(1, 1.0), lambda: round(object())]:
    try:
        print(f())
    except TypeError as x:
        print(str(x).replace("object at", ""))
