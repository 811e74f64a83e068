# Words and orders of small things, found by comparing random programs.
def attempt(f):
    try:
        r = f()
        print(type(r).__name__, repr(r))
    except Exception as e:
        print(type(e).__name__, e)


def pos(a, b, /, c): pass


attempt(lambda: pos(1, b=2, a=3, c=4))
attempt(lambda: sum(None, b""))
attempt(lambda: sum(1.5, "x"))
attempt(lambda: pow((), 1.5, b""))
attempt(lambda: sorted([2, 1], reverse=2.5))
attempt(lambda: chr(2**31))
attempt(lambda: chr(-2**62))
attempt(lambda: hash(""))
attempt(lambda: hash(b""))
for text in ("a\\b\n\r\t'\"\x00\x7f\xe9\u2028\U0001f600", "plain"):
    escaped = text.encode("unicode_escape")
    print(escaped, escaped.decode("unicode_escape") == text)
for data in (b"\\x41\\u0042\\U00000043\\101\\7\\0x", b"\\N{greek small letter alpha}\\q\\\n|", b"\xe9\xff", b"\\x4", b"\\u12", b"\\U00110000", b"\\U1", b"end\\", b"\\N{nope}", b"\\N", b"\\Nx"):
    attempt(lambda: data.decode("unicode_escape"))
    attempt(lambda: data.decode("unicode-escape", "replace"))
    attempt(lambda: data.decode("unicode_escape", "ignore"))


class WithLen:
    def __init__(self, n): self.n = n
    def __len__(self): print("len"); return self.n
    def __iter__(self): print("iter"); return iter((1, 2))


class WithHint(WithLen):
    __len__ = None
    def __length_hint__(self): print("hint"); return self.n


for n in (2, 0, -1, "x"):
    for kind in (WithLen, WithHint):
        attempt(lambda: list(kind(n)))
        attempt(lambda: [0, *kind(n)])
        attempt(lambda: sorted(kind(n)))


class Plain: pass
class Setter:
    def __setitem__(self, i, v): pass
class Deleter:
    def __delitem__(self, i): pass


for o in (Plain(), Setter(), Deleter(), (), "", 1, None, range(3), {1}, len):
    for k in (0, "a", slice(1, 2)):
        try: del o[k]
        except Exception as e: print(type(o).__name__, type(k).__name__, type(e).__name__, e)
        try: o[k] = 1
        except Exception as e: print(type(o).__name__, type(k).__name__, type(e).__name__, e)
print([n for n in dir(Plain()) if n[:2] != "__"], [n for n in dir(Plain) if n[:2] != "__"])
