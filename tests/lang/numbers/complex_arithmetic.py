a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, -a, +a, abs(a), a == b, a != b, a ** 2, a ** -1, a ** 0, a ** 0.5, a ** b, 2 ** a, a + 1, 1 + a, a * 2.5, 2**70 * 1j, True + 1j)
print(a.real, a.imag, a.conjugate(), bool(a), bool(0j), hash(a), a == 3, 3 + 0j == 3, 3 == 3 + 0j, 3 + 0j == 3.0, {3: "x"}[3 + 0j], complex(2**53 + 1, 0) == 2**53 + 1)
print(1j * 1j, 1j ** 2, (1 + 1j) ** 10, (1 + 1j) ** 100, (1 + 1j) ** 101, 0j ** 0, 0j ** 2, (2 + 0j) ** 3, 1e200j ** 1)
print(1j / 2, 1 / 1j, (1e308 + 1e308j) / (1e308 + 1e308j), complex("inf") + 1, complex(0, float("inf")) * 2, abs(complex("nan")), abs(complex(float("inf"), float("nan"))))
for e in ["1j/0", "1/0j", "1j//1", "1j%1", "divmod(1j, 1)", "0j**-1", "0j**1j", "1j < 2", "int(1j)", "float(1j)", "round(1j)", "abs(1e308+1e308j)", "1j << 1", "(1e200+1j)**3", "1j + 'a'", "1j + 10**400", "-'a'", "pow(1j, 2, 3)"]:
    try:
        print(eval(e))
    except Exception as x:
        print(e, type(x).__name__, x)
