from check_mod import check

cases = [(b"%s", b"a"), (b"%b", b"a"), (b"%s", "a"), (b"%s", 1), (b"%s", bytearray(b"zz")), (b"%a", "\u00e9"), (b"%r", "\u00e9"), (b"%a", 1), (b"%d", 5), (b"%5d|", 5), (b"%-5d|", 5), (b"%05d|", -5), (b"%d", "a"), (b"%x", 255), (b"%#x", 255), (b"%x", 1.5), (b"%X", -255), (b"%c", 65), (b"%c", b"A"), (b"%c", b"AB"), (b"%c", 256), (b"%c", -1), (b"%c", "A"), (b"%c", bytearray(b"q")), (b"%f", 1.5), (b"%.2f", 1.005), (b"%f", "a"), (b"%q", 1), (b"%(a)s", {b"a": b"x"}), (b"%(a)s", {"a": b"x"}), (b"%(a)s", 1), (b"%s", (b"a", b"b")), (b"%s %s", (b"a",)), (b"%%", ()), (b"%", 1), (b"%(a", {}), (b"%*d", (5, 1)), (b"%*d", (b"a", 1)), (b"%.2s", b"abc"), (b"%5s|", b"ab"), (b"%-5b|", b"ab"), (b"%.*f", (2, 1.234)), (b"x", 1), (b"x", {}), (b"x", b"y"), (b"%e", 1e5), (b"%s", None), (b"%\xff", 1), (b"%5c|", b"a"), (bytearray(b"%s"), b"a"), (b"%.3d", 5), (b"%+d", 5), (b"%i", True), (b"%o", 8), (b"%#o", 8), (b"%d", 10**25), (b"%g", 0.1), (b"%99999999999999999999d", 5), (b"%.9999999999d", 5), (b"%5%", ()), (b"%5", 1), (b"\xff%s\x00", b"\xfe"), (b"%d", 3.7)]
for f, a in cases:
    try: print(f, repr(a), f % a)
    except Exception as e: print(f, repr(a), type(e).__name__, e)
class B:
    def __bytes__(self): return b"BB"
class Bad:
    def __bytes__(self): return "no"
check("b'%b|%5s' % (b, b)", "b'%s' % bad", b=B(), bad=Bad())


class Indexed(float):
    def __getitem__(self, key):
        return key


class IndexedInt(int):
    def __getitem__(self, key):
        return key


print("ab" % Indexed(), b"ab" % Indexed(), "%(k)s" % Indexed(1), "%s" % Indexed(2), "%(z)s" % IndexedInt(1), "x" % IndexedInt())
