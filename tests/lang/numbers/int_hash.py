for v in [0, 1, -1, -2, 2**61 - 1, 2**61 - 2, 2**61, -(2**61 - 1), 2**62, 2**63, 2**64, -2**63, 10**30, -10**30, 10**100, 2**1000, True, False]:
    print(hash(v), hash(float(v)) == hash(v) if abs(v) < 2**53 else "")
print(hash(1.5), hash(-1.5), hash(0.1), hash(1e308), hash(5e-324), hash(float("inf")), hash(float("-inf")), hash(0.0), hash(-0.0), hash(2.0**61), hash(-1.0), hash(1e16))
print(hash(1j), hash(1 + 2j), hash(-1 - 1j), hash(0j), hash(3 + 0j) == hash(3))
d = {1: "a"}
print(d[1.0], d[True], d[1 + 0j], {1, 1.0, True, 1 + 0j}, {2**63: "x"}[float(2**63)], {10**22: 1}[1e22])
