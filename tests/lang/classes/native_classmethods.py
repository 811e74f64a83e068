# One call site sees natives that take their class, from classes and from instances.
class Sub(dict):
    pass


class Count(int):
    pass


class Other(dict):
    @classmethod
    def fromkeys(cls, keys, value=None):
        return (cls.__name__, list(keys), value)


class Static(dict):
    @staticmethod
    def fromkeys(*args):
        return args


for _ in range(3):
    for cls in (dict, Sub, Other, Static, Sub(), dict()):
        made = cls.fromkeys('ab', 1)
        print(type(made).__name__, made)
for _ in range(3):
    for cls in (int, Count, bool):
        n = cls.from_bytes(b'\x01', 'big')
        print(type(n).__name__, n)
Sub.fromkeys = lambda *args: ('replaced', args)
for cls in (dict, Sub, dict, Sub):
    print(cls.fromkeys('a'))
del Sub.fromkeys
print(Sub.fromkeys('a'), type(Sub.fromkeys('a')).__name__)
bound = int.from_bytes
print(bound(b'\xff\xfe', 'little'), bytes.fromhex('0a0b'), bytearray.fromhex('ff'), float.fromhex('0x1p3'), str.maketrans('a', 'b'))
for size in range(0, 10):
    for v in (0, 1, -1, 127, 128, -128, -129, 255, 256, 2**31, -2**31, 2**63 - 1, -2**63, 2**63, 2**64 - 1, 2**64):
        for signed in (False, True):
            for order in ('little', 'big'):
                try:
                    data = v.to_bytes(size, order, signed=signed)
                    if int.from_bytes(data, order, signed=signed) != v:
                        print('lost', v, size, signed, order)
                    if order == 'big':
                        print(size, v, signed, data.hex(), int.from_bytes(data, 'little', signed=True), int.from_bytes(data, 'big'), end='; ')
                except OverflowError as e:
                    if order == 'big':
                        print(size, v, signed, e, end='; ')
    print()
for base in (0, 2, -3, 10**30, -10**25, 2**64 + 1):
    print([pow(base, e, m) for e in (0, 1, 2, 5, 65537, 10**20) for m in (1, 2, 7, 10**9 + 7, -13, 2**32 + 15, 2**63 - 25, 2**64 - 59, 10**25 + 13)])
print(pow(3**50, -1, 10**9 + 7), pow(10**30 + 1, -3, 997))
