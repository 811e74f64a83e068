"""Powers modulo numbers of several words, and bytes of such numbers."""
seed = 12345


def random_bits(n):
    global seed
    value = 0
    for _ in range(0, n, 31):
        seed = (seed * 1103515245 + 12345) % 2147483648
        value = value << 31 | seed
    return value >> max(0, value.bit_length() - n)


def slow(base, exponent, modulus):
    result = 1 % modulus
    base %= modulus
    while exponent:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


wrong = 0
total = 0
for bits in (60, 64, 65, 127, 128, 129, 192, 256, 500, 1024, 2048, 4095, 4096, 4100):
    for odd in (0, 1):
        m = random_bits(bits) | 1 << bits - 1 | 1
        if not odd:
            m -= 1
        for e in (0, 1, 2, 3, 15, 16, 17, 255, 65537, random_bits(40), random_bits(70), random_bits(200)):
            if bits > 1500 and e.bit_length() > 70:
                continue
            for b in (0, 1, 2, m - 1, m, m + 1, random_bits(bits), random_bits(2 * bits), -random_bits(bits)):
                got = pow(b, e, m)
                wrong += got != slow(b, e, m)
                total = (total * 31 + got) % (10 ** 40 + 7)
print(wrong, total)
for m in ((1 << 128) - 1, (1 << 128) + 1, (1 << 192) - 1, (1 << 127) - 1, (1 << 521) - 1, 1 << 130, (1 << 128) - (1 << 64) + 1):
    print(m.bit_length(), pow(3, m - 1, m) == 1, pow(2, m >> 1, m) % 1000007, pow(m - 1, m, m) == slow(m - 1, m, m), pow(7, -1, m) * 7 % m if m % 7 else None, pow(5, 10 ** 60, -m) % 1009)
p = 2 ** 127 - 1
for e in (p - 1, p, (p - 1) // 2):
    print([pow(b, e, p) in (1, b, p - 1) for b in range(2, 12)])
n = 3233 * (2 ** 89 - 1)
print(pow(pow(65, 17, n), 2753, n) == 65, [pow(2, 1 << k, n) % 97 for k in range(0, 80, 9)])

for v in (0, 1, 255, 256, 2 ** 63, 2 ** 64 - 1, 2 ** 64, 2 ** 127 + 5, 2 ** 200 - 1, 1 << 512):
    size = (v.bit_length() + 7) // 8
    for extra in (0, 1, 5, 8, 24):
        big, little = v.to_bytes(size + extra, 'big'), v.to_bytes(size + extra, 'little')
        assert big == little[::-1] and int.from_bytes(big, 'big') == v == int.from_bytes(little, 'little'), v
        signed = (-v).to_bytes(size + extra + 1, 'big', signed=True)
        assert int.from_bytes(signed, 'big', signed=True) == -v
    try:
        print(v.to_bytes(size - 1, 'big'))
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
print((2 ** 70).to_bytes(12, 'big').hex(), (2 ** 70 + 258).to_bytes(10, 'little').hex(), (2 ** 64).to_bytes(16, 'big').hex())

wrong = 0
for bits in list(range(60, 700, 7)) + [1023, 1024, 1025, 2000]:
    for v in (random_bits(bits), 1 << bits, (1 << bits) - 1, 10 ** (bits // 4), 10 ** (bits // 4) - 1):
        for w in (v, -v):
            digits, n = '', abs(w)
            while n:
                n, d = divmod(n, 10 ** 9)
                digits = '%09d' % d + digits
            wrong += str(w) != ('-' if w < 0 else '') + (digits.lstrip('0') or '0') or int(str(w)) != w
            for base, text in ((2, bin(w)), (8, oct(w)), (16, hex(w))):
                wrong += int(text, base) != w or format(w, 'boxX'[(2, 8, 16).index(base)]) != text.replace('0b', '').replace('0o', '').replace('0x', '')
print(wrong, hex(-(1 << 64)), oct(1 << 66), bin(1 << 64), hex((1 << 100) + 0xabc), f'{1 << 70:#_x} {-(1 << 70):,} {1 << 65:b}')
