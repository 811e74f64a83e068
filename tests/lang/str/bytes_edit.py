from check_mod import check

b = b"  Hello World\t\n"
check("b.strip()", "b.lstrip()", "b.rstrip()", "b'xxaxx'.strip(b'x')", "b'xxaxx'.lstrip(bytearray(b'x'))", "b'abcab'.rstrip(b'ba')", "b'a'.strip(b'')", "b'\\x0b\\x0ca'.strip()", "b'a'.strip('a')", "b'a'.strip(1)", "bytearray(b' a ').strip()", b=b)
for w in (-1, 3, 4, 5, 8):
    print(w, b"abc".ljust(w, b"*"), b"abc".rjust(w, b"*"), b"abc".center(w, b"*"), b"ab".center(w), b"-5".zfill(w), b"+".zfill(w), bytearray(b"7").zfill(w))
check("b'a'.center(5, 'x')", "b'a'.center(5, b'xx')", "b'a'.center(5, 1)", "b'a'.ljust(5, b'')", "b'a'.rjust('x')", "b'a'.zfill('x')", "b'a'.ljust(3, bytearray(b'.'))", "b'a'.zfill(2**62)", "b'a'.center(2**70)")
check("b'a\\tb\\n\\tc'.expandtabs()", "b'a\\tb'.expandtabs(4)", "b'a\\tb'.expandtabs(tabsize=0)", "b'a\\tb'.expandtabs('x')", "bytearray(b'\\t').expandtabs(2)")
for f in ("upper", "lower", "title", "capitalize", "swapcase"):
    print(f, getattr(b"hello WORLD \xe9 o'neil x1y", f)(), getattr(bytearray(b"aB"), f)(), getattr(b"", f)())
for f in ("isalpha", "isalnum", "isdigit", "isspace", "islower", "isupper", "istitle", "isascii"):
    print(f, [int(getattr(x, f)()) for x in (b"", b"a", b"A", b"aB", b"1", b"a1", b" \t", b"Hello World", b"Hello world", b"\xff", b"a b", b"1a", bytearray(b"AB"))])
t = bytes.maketrans(b"abc", b"xyz")
check("b'aabbcc!'.translate(t)", "b'abc'.translate(t, b'b')", "b'abc'.translate(None, b'b')", "b'abc'.translate(None, delete=b'a')", "bytearray(b'abc').translate(t)", "len(t), t[97:100]", "bytearray.maketrans(b'a', b'b')[97]", "b'a'.translate('x')", "b'a'.translate(b'x')", "b'a'.translate(None, 1)", "b'a'.translate(5)", "bytes.maketrans(b'a', b'bc')", "bytes.maketrans('a', 'b')", t=t)
