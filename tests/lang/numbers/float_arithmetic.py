values = [0.0, -0.0, 1.0, -1.0, 0.1, 2.5, -2.5, 1e308, -1e308, 5e-324, 1e16, float("inf"), float("-inf"), float("nan")]
for a in values:
    for b in values:
        row = [a + b, a - b, a * b]
        if b:
            row += [a / b, a // b, a % b, divmod(a, b)]
        print(a, b, row)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, -7.5 % -2, 0.0 % -1, 1e20 // 3, -0.0 // 5, 5 % float("inf"), -5 % float("inf"))
print(1 + 0.5, 0.5 + 1, True + 0.5, 2**70 + 0.5, 0.5 - 2**70, 3 * 0.1, 1 / 3.0, 7 // 2.0, -7 % 2.0, 10**20 % 7.0)
for e in ["1.0/0", "1.0//0", "1.0%0", "divmod(1.0, 0)", "1/0.0", "1//0.0", "1%0.0", "10**400 + 1.0", "1.0 - 10**400", "1.5 + 'a'", "1.5 @ 2", "1.5 << 1", "1.5 + None", "[] * 1.5"]:
    try:
        print(eval(e))
    except Exception as x:
        print(e, type(x).__name__, x)
