print(int(), int(5), int(-5.9), int(5.9), int(True), int(2**70), int(1e20), int(-1e300), int("5"), int(b"5"))
class A:
    def __int__(self): return 42
class B:
    def __index__(self): return 8
class C:
    def __trunc__(self): return 44
class D:
    def __int__(self): return "x"
class E:
    def __index__(self): return 1.5
class F(int):
    pass
class G(str):
    pass
print(int(A()), int(B()), int(C()), int(F(7)), type(int(F(7))), int(G("12")), int("10", B()))
for f in [lambda: int(D()), lambda: int(E()), lambda: int([]), lambda: int(None), lambda: int({}), lambda: int(object), lambda: int(1j), lambda: int("1", 1), lambda: int("1", 37),
          lambda: int("1", -2), lambda: int("1", "x"), lambda: int(5, 10), lambda: int(5.0, 10), lambda: int(base=10), lambda: int(float("nan")), lambda: int(float("inf")), lambda: int(float("-inf")),
          lambda: int(float("-inf"))]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
