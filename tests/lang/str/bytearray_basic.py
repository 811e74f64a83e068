from check_mod import check

a = bytearray(b"abc")
print(a, len(a), a[0], a[-1], a[1:], a[::-1], list(a), bool(bytearray()), a == b"abc", b"abc" == a, a < b"abd", str(a), repr(a))
a[0] = 65; a[-1] = 0x7a
print(a)
a += b"de"; a += bytearray(b"f"); a *= 2
print(a, a is a, 98 in a, b"de" in a)
b = a
b.append(33); b.extend(b"xy"); b.extend([1, 2]); b.extend(range(3)); b.extend(bytearray(b"q"))
print(a is b, a)
a.insert(0, 90); a.insert(-1, 88); a.insert(100, 87); a.insert(-100, 86)
print(a, a.pop(), a.pop(0), a.pop(-2), a)
a.remove(66) if 66 in a else a.remove(98); a.reverse(); print(a, a.copy() == a, a.copy() is a)
a.extend(a); print(len(a)); a.clear(); print(a, len(a))
check("bytearray()", "bytearray(3)", "bytearray([1, 2])", "bytearray('\u00e9', 'utf-8')", "bytearray(b'x')", "bytearray(range(3))", "bytearray(b'\\x00\\'\\\"')", "bytearray('a')", "bytearray(-1)", "bytearray(1.5)", "bytearray([1.5])", "bytearray([300])", "bytearray(None)", "hash(bytearray())", "bytearray(b'a') + 1", "bytearray(b'a') + 'b'", "bytearray(b'%d') % 5", "bytearray(b'ab').upper()", "bytearray(b'ab').decode()", "bytearray(2**62)")
class My(bytearray):
    def __init__(self, data, tag):
        super().__init__(data)
        self.tag = tag
m = My(b"hi", "t")
m.append(33)
print(m, m.tag, len(m), m == b"hi!", isinstance(m, bytearray), m[0])
big = bytearray()
for i in range(10000): big.append(i % 256)
print(len(big), big[255], sum(big), big[-1], len(big + big), big.find(b"\xff\x00"))
