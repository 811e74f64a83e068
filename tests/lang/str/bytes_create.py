from check_mod import check

check("bytes()", "bytes(3)", "bytes(0)", "bytes([1, 2, 3])", "bytes((1, 2))", "bytes(range(3))", "bytes(x for x in [1, 2])", "bytes([True])", "bytes(True)", "bytes('\u00e9', 'utf-8')", "bytes('\u00e9', encoding='latin-1')", "bytes('\u00e9', 'ascii', 'replace')", "bytes(b'abc')", "bytes(bytearray(b'x'))", "bytes(source=b'a')", "bytes(encoding='utf-8', source='a')", "bytes({5})", "b'\\x00\\xff' b'z'", "bytes([])", "bytes('')" if False else "bytes('', 'ascii')")
check("bytes(-1)", "bytes(2**70)", "bytes([256])", "bytes([-1])", "bytes(['a'])", "bytes([1.5])", "bytes([2**70])", "bytes(1.5)", "bytes(None)", "bytes(1, 'utf-8')", "bytes('a', 1)", "bytes(b'a', 'x')", "bytes(errors='x')", "bytes(encoding='x')", "bytes('\u00e9', 'ascii')", "bytes('a', 'nope')", "bytes([None])", "bytes(object)", "bytes(len)")
class B:
    def __bytes__(self): return b"made"
class Bad:
    def __bytes__(self): return 5
class I:
    def __index__(self): return 4
class It:
    def __iter__(self): return iter([65, 66])
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return 70 + i
check("bytes(b)", "bytes(bad)", "bytes(i)", "bytes([i, 5])", "bytes(it)", "bytearray(it)", "bytearray(i)", "bytes(seq)", b=B(), bad=Bad(), i=I(), it=It(), seq=Seq())
class MyBytes(bytes):
    def extra(self): return len(self)
m = MyBytes(b"abc")
print(m, type(m).__name__, m.extra(), m == b"abc", m + b"d", type(m + b"d").__name__, m[0], m[1:], isinstance(m, bytes), {b"abc": 1}[m], MyBytes.fromhex("0a"), type(MyBytes.fromhex("0a")).__name__)
print(repr(b"'"), repr(b"\""), repr(b"'\""), repr(b"\\\n\t\r\x00\x7f\xff"), str(b"a"), f"{b'x'}", bytes(range(256)))
