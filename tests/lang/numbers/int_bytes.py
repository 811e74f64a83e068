print((1024).to_bytes(2, "big"), (1024).to_bytes(2, "little"), (0).to_bytes(0, "big"), (0).to_bytes(3, "big"), (255).to_bytes())
print((-1).to_bytes(2, "big", signed=True), (-128).to_bytes(1, "big", signed=True), (127).to_bytes(1, "big", signed=True))
print((-129).to_bytes(2, "little", signed=True), (2**64).to_bytes(9, "big"), (-2**64).to_bytes(9, "big", signed=True), (2**64).to_bytes(12, "little"))
print((5).to_bytes(length=4, byteorder="little"), True.to_bytes(1, "big"))
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\x04\x00", "little"), int.from_bytes(b"", "big"), int.from_bytes(b"\xff\xff"))
print(int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b"\x80", "big", signed=True), int.from_bytes(b"\xff" * 20, "big", signed=True))
print(int.from_bytes(b"\x7f" + b"\xff" * 8, "big", signed=True), int.from_bytes(b"\x80" + b"\x00" * 8, "big", signed=True), int.from_bytes(bytearray(b"ab")), int.from_bytes([1, 2, 3]))
for v in [0, 1, -1, 255, -255, 2**63, -2**63, 2**64, 10**30, -10**30]:
    for order in ["big", "little"]:
        assert int.from_bytes(v.to_bytes(16, order, signed=True), order, signed=True) == v
for f in [lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (128).to_bytes(1, "big", signed=True), lambda: (-129).to_bytes(1, "big", signed=True),
          lambda: (1).to_bytes(-1, "big"), lambda: (1).to_bytes(1, "middle"), lambda: int.from_bytes(b"a", "x"), lambda: int.from_bytes(5, "big"),
          lambda: int.from_bytes("abc", "big"), lambda: (1).to_bytes(0, "big"), lambda: (2**64).to_bytes(8, "big")]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
class MyInt(int):
    pass
m = MyInt.from_bytes(b"\x01\x00", "big")
print(m, type(m).__name__)
