import array, struct, zlib, binascii
a = array.array('i', [1, 2, 3])
a.append(4)
a.extend([5, 6])
print(a, len(a), a[0], a[-1], a[1:3], a.typecode, a.itemsize, sum(a), list(a), 3 in a, a.index(3), a.count(2))
a.insert(1, 99)
a.remove(2)
print(a.pop(), a, a.tolist(), a.tobytes()[:8])
a[0] = -7
a[1:3] = array.array('i', [10, 20, 30])
del a[-1]
a.reverse()
print(a, a + array.array('i', [1]), a * 2, a == array.array('i', a), a < array.array('i', [1000]))
print(array.array('d', [1.5, 2]), array.array('u', 'hé'), array.array('b', b'\x01\xff'), array.array('f', [0.1])[0], array.array('B'))
for make in (lambda: array.array('x'), lambda: array.array('b', [300]), lambda: array.array('i', ['a']), lambda: array.array('i', [1])[5], lambda: array.array('H', [-1])):
    try:
        make()
    except Exception as e:
        print(type(e).__name__, e)
for fmt, values in (('<ihb', (1, -2, 3)), ('>I', (0xDEADBEEF,)), ('!Hh', (65535, -1)), ('3s2x?', (b'abcd', True)), ('d', (3.14,)), ('<e', (1.5,)), ('5p', (b'hi',)), ('q', (-1,)), ('@ci', (b'a', 1)), ('=ci', (b'a', 1)), ('4B', (1, 2, 3, 4))):
    packed = struct.pack(fmt, *values)
    print(fmt, packed, struct.unpack(fmt, packed), struct.calcsize(fmt))
for make in (lambda: struct.pack('B', 256), lambda: struct.pack('i', 'a'), lambda: struct.unpack('i', b'abc'), lambda: struct.pack('ii', 1), lambda: struct.pack('z', 1), lambda: struct.pack('<h', 70000), lambda: struct.pack('<f', 1e50)):
    try:
        make()
    except (struct.error, OverflowError) as e:
        print(type(e).__name__, e)
s = struct.Struct('<hh')
buf = bytearray(8)
s.pack_into(buf, 2, 1, 2)
print(buf, s.unpack_from(buf, 2), s.size, s.format, list(struct.iter_unpack('<h', b'\x01\x00\x02\x00')))
m = memoryview(b'hello world')
print(m[0], m[1:4].tobytes(), len(m), m[::-1].tobytes(), bytes(m[:5]), m.readonly, m.format, m.nbytes, m.tolist()[:3], m == b'hello world', m[0:5] == b'hello', b'o w' in bytes(m))
b = bytearray(b'abcdef')
v = memoryview(b)
v[0] = 90
v[1:3] = b'YX'
print(b, v.tobytes(), list(v), v.hex())
i = memoryview(array.array('i', [1, 2, 3]))
print(i[1], i.itemsize, i.shape, i.cast('B')[0], len(i.cast('B')), i.tolist(), memoryview(bytes(8)).cast('i').tolist())
for make in (lambda: m.__setitem__(0, 1), lambda: m[50], lambda: memoryview('x'), lambda: v.__setitem__(slice(0, 2), b'abc')):
    try:
        make()
    except Exception as e:
        print(type(e).__name__, e)
with memoryview(b'xy') as w:
    print(w[0])
try:
    w[0]
except ValueError as e:
    print(e)
print(b''.join([memoryview(b'a'), bytearray(b'b')]), bytes(array.array('h', [1, 2])))
print(zlib.crc32(b'hello'), zlib.adler32(b'hello'), binascii.crc32(b'hello', 5), zlib.decompress(zlib.compress(b'abc' * 100)) == b'abc' * 100, len(zlib.compress(b'a' * 1000)) < 50)
try:
    zlib.decompress(b'nonsense')
except zlib.error as e:
    print(e)
