for v in [0j, 1j, -1j, 1 + 0j, 1 + 2j, 1 - 2j, -1.5 + 2.5j, complex(0.0, -0.0), complex(-0.0, 0.0), complex(-0.0, -0.0), complex(1e16, 1e-7), complex(float("inf"), float("nan")), complex(float("-inf"), float("-inf")), complex(0, float("nan")), 1e100j]:
    print(v, repr(v), str(v), [v], f"{v}")
for s in ["1", "1.5", "j", "-j", "+j", "1j", "1+2j", "1-2j", "-1.5e3+2.5e-3j", " (1+2j) ", "( 1+2j )", "1_0+2_0j", "inf", "nan", "infj", "nan+infj", "-inf-nanj", "1+j", "1-J", "1e5j", ".5-.5j", "\u0661+\u0662j"]:
    print(repr(s), complex(s))
for s in ["", " ", "x", "1+", "1+2", "1 + 2j", "1+2jj", "(1+2j", "1+2j)", "((1))", "j1", "1j+2", "+-1j", "1__0", "1+2i", "--1j"]:
    try:
        print(complex(s))
    except ValueError as x:
        print(repr(s), x)
print(complex(), complex(1), complex(1, 2), complex(1.5, -2), complex(1j), complex(1j, 2), complex(1, 2j), complex(1j, 2j), complex(real=1, imag=2), complex(imag=3), complex(True), complex(2**70))
class A:
    def __complex__(self): return 1 + 2j
class B:
    def __float__(self): return 2.5
class C:
    def __complex__(self): return 1
print(complex(A()), complex(B()), complex(B(), B()), type(complex(1j)))
for f in [lambda: complex(C()), lambda: complex([]), lambda: complex("1", 2), lambda: complex(1, "2"), lambda: complex(1, []), lambda: complex(None), lambda: complex(10**400)]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
