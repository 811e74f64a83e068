for c in [0, 10, 65, 0x7f, 0x80, 0xe9, 0x20ac, 0xffff, 0x10000, 0x1f600, 0x10ffff]:
    s = chr(c)
    print(c, ascii(s), ord(s), len(s))
print(ord(b"a"), ord(bytearray(b"\xff")), chr(True), ascii(chr(0xd800)), ord("\ud800"), "".join(map(chr, range(97, 105))), list(map(ord, "h\u00e9\U0001F600")))
class S(str):
    pass
print(ord(S("x")))
for f in [lambda: chr(-1), lambda: chr(0x110000), lambda: chr(10**20), lambda: chr("a"), lambda: chr(1.5), lambda: ord(""), lambda: ord("ab"), lambda: ord(b""), lambda: ord(b"ab"), lambda: ord(5), lambda: ord(None), lambda: ord([1])]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
