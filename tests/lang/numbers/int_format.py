for v in [0, 7, -7, 255, -255, 1234567, -1234567, 2**70, -2**70, True]:
    for spec in ["", "d", "5d", "<8d", ">8", "^9d", "08d", "+d", " d", "x", "X", "#x", "#b", "#o", "b", "o", "c" if 0 < v < 300 and v is not True else "d", ",", "_", "_x", "020,d", "*^20d", "=+12d", "n", "e", ".2f", "g", "%", "10.3e"]:
        print(spec, repr(format(v, spec)))
print(bin(10), bin(-10), bin(0), oct(8), oct(-8), hex(255), hex(-255), hex(2**70), bin(2**66), oct(-2**66), bin(True))
for v, spec in [(5, ".2d"), (5, "s"), (5, "q"), (-1, "c"), (5, ",x"), (2**200, "c")]:
    try:
        print(format(v, spec))
    except Exception as x:
        print(type(x).__name__, x)
