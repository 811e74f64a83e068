print(True, False, repr(True), str(False), bool(), bool(0), bool(1), bool(""), bool("a"), bool([]), bool([0]), bool(None), bool(0.0), bool(0j), bool(2**70), bool(float("nan")))
print(True + 1, True == 1, True is True, True and 0, False or "x", not 0, True < 2, sorted([True, False, 2, 0]), sum([True] * 5), [10, 20][True], "ab"[False])
print(f"{True}", f"{True:d}", f"{True:5}", "%s %d" % (True, True), format(True), int(True), float(True), complex(True), hash(True), hash(False), True.bit_length(), bool.__name__, isinstance(1, bool))
print(type(True), bool.__bases__, True.__class__, True | False, True & True, True ^ True, True | 2, True - True, True.imag, True.denominator, {True: "a", 1: "b"}, {0: 1}[False])
class B:
    def __bool__(self): return False
class L:
    def __len__(self): return 0
class X:
    def __bool__(self): return 1
print(bool(B()), bool(L()), bool(object()))
for f in [lambda: bool(X()), lambda: bool(1, 2), lambda: type("S", (bool,), {}), lambda: bool(x=1)]:
    try:
        print(f())
    except TypeError as x:
        print("TypeError", x)
