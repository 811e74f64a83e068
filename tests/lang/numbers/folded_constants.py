# Arithmetic on literals gives what the same arithmetic on variables gives.
CASES = """
10**20
-10**20
2**63
-2**63
-(2**63)
2**64 - 1
(1 << 64) - 1
(1 << 126) + 1
1 << 127
1 << 200
2**126
2**127
2**128
-2**127
(-2)**127
(-2)**126
~(1 << 64)
-(1 << 64)
+(1 << 64)
-(-(1 << 64))
3**50 % 17
-3**50 % 17
3**50 // -17
10**20 // 10**18
10**20 % -7
-9223372036854775808 - 1
9223372036854775807 + 1
-9223372036854775808 // -1
9223372036854775808 - 1
18446744073709551615 & 0xFF
0xFFFFFFFFFFFFFFFFFF >> 8
-0xFFFFFFFFFFFFFFFFFF >> 8
0xFFFFFFFFFFFFFFFF ^ 0x1FFFFFFFFFFFFFFFF
-1 << 100
10**20 / 10**18
10**20 * 1.5
10**400
2**-1
2**-2
10**-3
0**0
0.0**0
0**-1
0.0**-1
(-8) ** (1/3)
(-2.0)**2
(-2.0)**-3
2.0**0.5
2**0.5
1e308**2
10.0**400
1e-200**2
7.5 // 2
-7.5 // 2
7.5 // -2
7.5 % 2
-7.5 % 2
7.5 % -2
-7 % 2.5
0.0 % -1
-0.0 // 3
1.0 // 0
1.0 % 0
1 % 0.0
1e308 * 10 % 3
3+4j
3-4j
-4j
-(3+4j)
-0j
0-0j
-0.0-0j
4j+3
4j-3
2.5+1j
(1+2j)*(3+4j)
2*1j
1j*1j
1j*2.0
(1+2j)/(3+4j)
1j**2
10**20+1j
9007199254740993+0j
1j/0
not 0j
not (0+0j)
not (1+0j)
not 10**20
1e400*0j
1e400j*1
1j+1e400
""".strip().split('\n')


def show(f):
    try:
        value = f()
        return type(value).__name__, repr(value)
    except Exception as e:
        return type(e).__name__, str(e)


for case in CASES:
    print(case, *show(lambda: eval(case)))


def mask(x):
    return x & (2**64 - 1), x % (10**20), x >> (1 << 3), x + -2**70


print(mask(3**100), mask(-5))
print([hex(x) for x in (2**100 - 1, -2**100, 1 << 64, ~(1 << 64))], hash(10**20), hash(-2**100), -2**70 == int('-1180591620717411303424'))
print({10**20: 'a'}[100000000000000000000], 10**20 == 10.0**20, (2**64 - 1).to_bytes(8, 'big'), 2**64 * 2**64, -2**64 + 2**64)
match 3+4j:
    case 3+4j:
        print('matched')
match -10**20:
    case -100000000000000000000:
        print('matched big')
