for v in [0.5, 1.5, 2.5, 3.5, -0.5, -1.5, -2.5, 0.49999999999999994, 2.4999999, 1e16 + 1, 4503599627370497.5, 1e300, -7.5]:
    print(v, round(v), type(round(v)).__name__)
for v in [2.675, 1.005, 0.125, 0.375, 2.5, -2.675, 1234.5678, 0.05, 0.15, 0.25, 0.35, 1e-10, 123456789.987654321, 5e-324, 1.7e308, 0.0, -0.0, 9.995, 99.5]:
    print(v, [round(v, n) for n in range(-3, 8)])
print(round(1e22, -22), round(1.5e22, -22), round(2.5e22, -22), round(123.456, 400), round(123.456, -400), round(1e308, -308), round(5e307, -308), round(4.9e307, -308), round(0.1, 17), round(0.1, 25), round(1e-300, 300), round(float("nan"), 2), round(float("inf"), 2), round(-0.4), round(-0.4, 0), round(15.0, -1), round(25.0, -1), round(2.5, None))
print(round(True, 2), round(number=2.567, ndigits=1), round(5.5, True))
for f in [lambda: round(float("nan")), lambda: round(float("inf")), lambda: round(1.7e308, -308), lambda: round(1.5, 1.5), lambda: round(1.5, "a")]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
class R:
    def __round__(self, n="none"): return ("rounded", n)
print(round(R()), round(R(), 2), round(R(), None))
