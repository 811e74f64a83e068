for v in [0, 1, -1, 10, -10, 255, 2**63, -2**63, 2**64 - 1, -10**25, True]:
    print(bin(v), oct(v), hex(v))
class I:
    def __index__(self): return 26
class J:
    def __index__(self): return "x"
print(bin(I()), oct(I()), hex(I()))
for f in [lambda: bin(1.5), lambda: oct("x"), lambda: hex(None), lambda: hex(J()), lambda: bin()]:
    try:
        print(f())
    except TypeError as x:
        print(x)
