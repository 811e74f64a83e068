b = b'hello world'
print(b.strip() is b, b.strip(b'x') is b, b.upper(), b.lower(), b.title(), b.capitalize(), b.swapcase(), b''.upper())
print(b'  a b\t\n'.strip(), b'  a '.lstrip(), b'  a '.rstrip(), b'   '.strip(), b'\x0b\x0ca\x1c'.strip(), b'xxaxx'.strip(b'x'), b'abcba'.strip(b'ab'))
ba = bytearray(b' Ab ')
print(ba.strip(), ba.strip() is ba, bytearray(b'ab').strip() is ba, ba.upper(), ba.lower(), ba.title(), type(ba.upper()).__name__)


class Sub(bytes):
    pass


s = Sub(b'Abc')
print(s.upper(), type(s.upper()).__name__, type(s.strip()).__name__, s.strip() == s, s.swapcase())
print(bytes(range(256)).upper() == bytes(range(97)) + bytes(range(65, 91)) + bytes(range(123, 256)))
