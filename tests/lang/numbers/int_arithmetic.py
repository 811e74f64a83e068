# Inline and big operands across the 64-bit border.
values = [0, 1, -1, 7, -7, 2**31, 2**62, 2**63 - 1, -2**63, 2**63, 2**64, -2**64, 10**30, -10**30]
for a in values:
    for b in values:
        print(a, b, a + b, a - b, a * b)
        if b:
            print(a // b, a % b, divmod(a, b))
for a in values:
    print(-a, +a, ~a, abs(a), bool(a), not a)
