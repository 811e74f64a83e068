for s in ["0x1p0", "0x1.8p1", "-0x1.8p-1", "0x.8", "1.8p3", "0xA", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1.fffffffffffffp1023", "0x1.fffffffffffff7p1023", "inf", "-Infinity", "nan", " 0x1P+5 \n", "0x123456789abcdef0123456789p0", "0x0p0", "-0x0p0",
          "0x1.00000000000008p0", "0x1.00000000000018p0", "0x1.000000000000080000001p0", "1", "f.fp4", "0x1p-2000", "0x0.0000000000001p-1022", "0x1.8p-1074", "0x.0000000000000000001p80"]:
    v = float.fromhex(s)
    print(repr(s), v, v.hex())
for v in [0.1, 1e308, 5e-324, 2.2250738585072014e-308, 1.5e-310, -3.75, 1 / 3]:
    assert float.fromhex(v.hex()) == v
    print(v.hex())
for s in ["", "x", "0x", "0xg", "1p", "1p+", "0x1.2.3", "0x1p5x", "1 p5", "0x1p1024", "0x1.fffffffffffff8p1023", "infin", "0x1p99999999999999999999"]:
    try:
        print(float.fromhex(s))
    except Exception as x:
        print(repr(s), type(x).__name__, x)
class F(float):
    pass
print(type(F.fromhex("0x1p1")).__name__)
