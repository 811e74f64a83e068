for v in [0, 5, 15, 25, 35, -5, -15, -25, 149, 150, 151, 250, 1234567, 10**30 + 5 * 10**9, -10**25 - 55]:
    print(v, [round(v, -d) for d in range(0, 6)], round(v), round(v, 3), round(v, None))
print(round(5, -1), round(4, -1), round(6, -1), round(95, -2), round(50, -2), round(150, -2), round(5, -100), round(10**20, -20), round(5 * 10**19, -20), round(True), type(round(True)))
print(round(15 * 10**30, -31), round(25 * 10**30, -31), round(-15 * 10**30, -31), round(7, 10**20))
for f in [lambda: round(5, 1.5), lambda: round(5, "a"), lambda: round("5"), lambda: round(), lambda: round([1]), lambda: round(1j)]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__)
