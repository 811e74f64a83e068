values = [0, 1, -1, 12, -12, 2**63 - 1, -2**63, 2**64, -2**64, 2**64 - 1, 0xF0F0F0F0F0F0F0F0F0F0F0, -0xF0F0F0F0F0F0F0F0F0F0F0]
for a in values:
    print(a, a.bit_length(), a.bit_count(), ~a)
    for b in values:
        print(a & b, a | b, a ^ b)
print(True & True, True | False, True ^ True, True & 1, 1 | False, False ^ 3, type(True & True), type(True & 1))
print(~True, ~False, -True, +True, True + True, True * 5, True / 2, True // 1, True % 2, True ** 2)
for e in ["1 & 1.0", "1.5 | 1", "'a' ^ 1", "~1.5", "~'a'", "-'a'", "+'a'", "-None", "~[]"]:
    try:
        print(eval(e))
    except Exception as x:
        print(e, type(x).__name__, x)
