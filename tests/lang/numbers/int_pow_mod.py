print(pow(2, 10), pow(2, 10, 1000), pow(3, 200, 13), pow(-3, 3, 5), pow(3, 3, -5), pow(-3, 3, -5))
print(pow(3, -1, 7), pow(38, -1, 97), pow(10, -3, 1000003), pow(-3, -1, 11), pow(3, -1, -7))
print(pow(12345678901234567890, 98765432109876543210, 10**18 + 9))
print(pow(2**63 - 1, 2**62, 2**63 - 25), pow(5, 0, 1), pow(5, 3, 1), pow(5, 3, -1), pow(0, 0, 7))
print(pow(7, -1, 1), pow(base=2, exp=5, mod=13), pow(2, 5, mod=7), pow(True, True, 2))
print(pow(2, 3, None), pow(2.0, 3), pow(2, 0.5) == 2**0.5)
for args in [(2, 3, 0), (2, -1, 4), (0, -1, 7), (2.0, 2, 3), (2, 2.0, 3), (2, 2, 3.0), (1j, 2, 3), ("a", 1), ("a", 1, 2), (2, None), (2, "x", 3)]:
    try:
        print(pow(*args))
    except Exception as x:
        print(args, type(x).__name__, x)
