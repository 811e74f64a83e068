import struct

s = struct.Struct('<IHb')
print(s.size, s.format, struct.Struct.__name__, struct.error.__name__, struct.error.__mro__[1].__name__)
packed = s.pack(1, 2, -3)
print(packed, s.unpack(packed), s.unpack_from(b'xx' + packed, 2), s.unpack_from(buffer=packed, offset=0))
buf = bytearray(12)
print(s.pack_into(buf, 3, 7, 8, 9), buf)
print(list(s.iter_unpack(packed * 3)))
print(struct.Struct(b'>d').format, struct.Struct(format='I').size)


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(struct.Struct, 'Z')
attempt(struct.Struct, 5)
attempt(struct.Struct, None)
attempt(s.pack, 1, 2)
attempt(s.pack, 1, 2, 'x')
attempt(s.pack, -1, 2, 3)
attempt(s.pack, 1, 70000, 3)
attempt(s.pack, 1, 2, 300)
attempt(s.unpack, b'abc')
attempt(s.unpack_from, packed, 2)
attempt(s.unpack_from, packed, -20)
attempt(s.pack_into, bytearray(3), 0, 1, 2, 3)
attempt(s.pack_into, b'frozen bytes', 0, 1, 2, 3)
attempt(list, s.iter_unpack(b'1234567') and [1])
attempt(s.iter_unpack, b'12345678')

for code, values in [('b', (-128, 127)), ('B', (0, 255)), ('h', (-32768, 32767)), ('H', (0, 65535)), ('i', (-2**31, 2**31 - 1)),
                     ('I', (0, 2**32 - 1)), ('q', (-2**63, 2**63 - 1)), ('Q', (0, 2**64 - 1))]:
    for order in '<>':
        low, high = values
        for v in (low, high, low - 1, high + 1, True):
            try:
                data = struct.pack(order + code, v)
                print(order + code, v, data.hex(), struct.unpack(order + code, data))
            except struct.error as e:
                print(order + code, v, 'error')
for v in (0.0, -0.0, 1.5, 1e300, float('inf'), float('-inf'), 3, True):
    for form in ('<d', '>d', '<f', '>f', 'f', 'd', '<e'):
        try:
            data = struct.pack(form, v)
            print(form, v, data.hex(), struct.unpack(form, data))
        except (OverflowError, struct.error) as e:
            print(form, v, type(e).__name__, e)
print(struct.pack('<3s2xH?c', b'abcdef', 5, [], b'z'), struct.unpack('<3s2xH?c', b'abcdefg\x00z'))


class Number:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


class Real:
    def __float__(self):
        return 2.5


print(struct.pack('<Hd', Number(513), Real()), struct.Struct('<H').unpack_from(b'abcd', Number(2)))


class Named(struct.Struct):
    def first(self, data):
        return self.unpack(data)[0]


print(Named('<H').first(b'\x01\x02'), Named('<H').size, isinstance(Named('<H'), struct.Struct))
