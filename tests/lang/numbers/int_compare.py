values = [0, 1, -1, 2**53, 2**53 + 1, 2**63 - 1, 2**63, -2**63, -2**63 - 1, 2**64, 10**30, True, False, 0.0, -0.0, 1.0, 0.5, float(2**53), 9.3e18, float(2**63), float(2**64), 1e30, -1e30, float("inf"), float("-inf"), float("nan")]
for a in values:
    print(a, "".join("01"[a < b] + "01"[a <= b] + "01"[a == b] + "01"[a != b] + "01"[a > b] + "01"[a >= b] for b in values))
print(1 == 1.0 == True, 2**53 + 1 == float(2**53), 10**23 == 1e23, 10**22 == 1e22, 3 == "3", 3 != "3", 1 == 1j, 1 == 1 + 0j, None == 0)
for e in ["1 < 'a'", "'a' < 1", "1 < None", "[] < 1", "1 <= 1j", "1.5 > 'x'", "2**70 < 'a'", "1j < 2j", "None < None"]:
    try:
        print(eval(e))
    except Exception as x:
        print(e, type(x).__name__, x)
