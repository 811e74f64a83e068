big = 10**4300 - 1
print(len(str(big)), len(str(-big)))
n = 10**4300
for f in [lambda: str(n), lambda: repr(-n), lambda: f"{n}", lambda: "%d" % n, lambda: "{:d}".format(n), lambda: str([n]), lambda: int("1" * 4301), lambda: int("1" * 5000), lambda: int("z" * 4301, 36), lambda: print(n)]:
    try:
        print(len(f()))
    except ValueError as x:
        print(x)
print(len(hex(n)), len(bin(n)), len(oct(n)), len(f"{n:x}"), int("f" * 5000, 16).bit_length(), int("1" * 4300) % 97)
