from check_mod import check

b = b"abc"
print(b[0], b[-1], b[1:], b[::-1], b[:2], b[5:], b[::2], list(b), len(b), bool(b""), bool(b), [x for x in b], b[-2:])
check("b + b'd'", "b + bytearray(b'd')", "bytearray(b) + b", "b * 3", "3 * b", "b * 0", "b * -1", "bytearray(b) * 2", "b == b'abc'", "b == bytearray(b'abc')", "b == 'abc'", "b != b'x'", "b < b'abd'", "b <= b'ab'", "b > bytearray(b'ab')", "98 in b", "b'bc' in b", "bytearray(b'c') in b", "b'' in b", "b'ac' in b", "300 in b", "-1 in b", "2**70 in b", "'a' in b", "1.5 in b", "None in b", b=b)
check("b + 1", "b + 'a'", "b + None", "b + [1]", "1 + b", "'a' + b", "[1] + b", "b * 1.5", "b * b", "b * 2**62", "b * 2**70", "b[3]", "b[-4]", "b['a']", "b[1.5]", "b[2**70]", "b[None]", "b['a':]", "b[::0]", "b < 'a'", "b < 1", "b >= None", "-b", "b - b", b=b)
class I:
    def __index__(self): return 1
class R:
    def __radd__(self, o): return "radd"
    def __rmul__(self, o): return "rmul"
check("b[i]", "b[i:]", "b * i", "b + r", "b * r", b=b, i=I(), r=R())
it = iter(b)
print(next(it), it.__length_hint__(), list(it), next(it, None), sorted([b"b", b"a", b"ab", b"\xff", b""]), max(b), sum(b), list(reversed(b)), tuple(enumerate(b)))
x, y, z = b
print(x, y, z, {b: 1}[b"abc"], hash(b) == hash(b"ab" + b"c"), b[1:2] + b[2:], b"".join([b, b]) == b + b, b"%d" % 5, bytes(b) is b)
try: b[0] = 1
except TypeError as e: print(e)
try: del b[0]
except TypeError as e: print(e)
