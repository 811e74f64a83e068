for s in ["1", "1.5", "-1.5", "+.5", "5.", " 2.5\n", "1e5", "1E-5", "1e+5", "1_000.25", "1_0e1_0", "inf", "-inf", "Infinity", "+INFINITY", "nan", "-NaN", "1e400", "-1e400", "1e-400", "0x10" if False else "0", "\u0661.\u0665", "\u00a01\u3000",
          "123456789012345678901234567890", "0." + "0" * 400 + "1", "1" * 400, "4.9e-324", "2e-324", "1.7976931348623159e308", "179769313486231580793e289", "00001.50", "9007199254740993", "0.1e1", "1e0000000000005"]:
    print(repr(s[:40]), float(s))
print(float(), float(5), float(2**70), float(True), float(b"1.5"), float(bytearray(b"2")), float("1" + "0" * 308))
for s in ["", " ", "x", "1.5x", "1..5", "1e", "e5", ".", "+", "1_", "_1", "1__0", "1._5", "1_.5", "0x1p3", "in", "infin", "nanx", "1 2", "--1", "1,5", "\u00e9", "a'b", b"x", b"\xff", "1\x00", "1e5.5", "i" * 300]:
    try:
        print(float(s))
    except ValueError as x:
        print(x)
class A:
    def __float__(self): return 1.25
class B:
    def __index__(self): return 7
class C:
    def __float__(self): return 1
class D(float):
    pass
class E(str):
    pass
print(float(A()), float(B()), float(D(2.5)), type(float(D(2.5))), float(E("3.5")))
for f in [lambda: float(C()), lambda: float([]), lambda: float(None), lambda: float(1j), lambda: float(10**400), lambda: float(1, 2), lambda: float(object), lambda: float(x=1)]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
