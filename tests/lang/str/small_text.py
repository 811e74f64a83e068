# Numbers in f-strings, slices of every kind, padding, short searches, case of many alphabets.
values = [0, 1, -1, 9, 10, 99, 100, -100, 12345, 2**31, -2**31, 2**62, 2**63 - 1, -2**63, 2**63, 2**64, -2**70, 10**19, 10**38, 10**40 + 7, 3**500]
print([f"<{v}>" for v in values], [str(v) for v in values], [f"{v}" for v in values] == [repr(v) for v in values])
floats = [0.0, -0.0, 0.25, 1.0, -1.5, 24.75, 1e15, 1e16, 123456789012345.6, 999999999999999.9, 1e-4, 1e-5, 1.5e300, -2.5e-300, 5e-324, 1.7976931348623157e308, 0.1, 1/3, float("inf"), float("-inf"), float("nan"), 2.0**53, 1e22, 123456.789]
print([f"{x}|{x!r}" for x in floats], [str(x) for x in floats])
print(f"{True} {False}{None} {True!s}", f"{1}{2}{3.5}{'é'}{4}", f"{10}", f"{2.5}", f"a{10**30}b{-0.0}c")
big = "x" * 500
print(len(f"{big}{1}{2.5}{big}{3}"), f"{big}{1}{2.5}"[495:], len(f"é{big}{7}"), f"{big}é{7}"[498:])


class S(str):
    def __format__(self, spec):
        return "S(" + spec + ")"


class T(str):
    pass


class I(int):
    def __str__(self):
        return "I!"


print(f"{S('a')} {S('a'):5}|{T('b')}|{T('b'):>3}|{I(3)}|{I(3):3}|{I(3)!r}|{I(3)!s}")
for spec in ("", "5", "<5", ">5", "^5", "^6", "=6", "05", "+", " ", "+6", "=+6", "x", "08x", "b", "o", "X", "#x", ",", "_", "*^9", "é^5", "d", "n", "1", "*<1", "c" if False else "3"):
    print(repr(spec), [format(v, spec) for v in (0, 5, -42, 123456, 2**70)], end=" ")
print()
for spec in ("", ".2f", "8.3f", "<8.1f", "^9.2f", "08.2f", "+.1f", " .0f", ".0f", "=+9.2f", "10", ".3", ".2e", "g", "%", ".1%", "9.1%", ",.2f", "#.0f", "z.1f" if False else ".1f", ".40f", "F", "*>12.4f"):
    print(repr(spec), [format(x, spec) for x in (0.0, -0.0, 2.5, -1234.5678, 1e31, float("inf"), float("nan"), 0.005, -0.04)], end=" ")
print()
for spec in ("", "5", "<5", ">5", "^5", "^6", ".1", "6.2", "*^7", "s", "05", "é<4", "1", "2"):
    print(repr(spec), [format(s, spec) for s in ("", "a", "abc", "né")], end=" ")
print()
for _ in range(2):
    for spec, v in ((".2q", 1.5), ("=5", "a"), ("d", 1.5), (".2d", 3), ("+s", "a")):
        try:
            print(format(v, spec))
        except ValueError as e:
            print(e)

text, uni, items, pair, data = "hello world", "né ☃ça𝄞va", [1, 2, 3, 4, 5], (1, 2, 3), b"bytes here"
bounds = [None, 0, 1, 3, 5, 100, -1, -3, -100, True, 2**70, -2**70]
for seq in (text, uni, items, pair, data, bytearray(data), range(10)):
    print([seq[a:b] for a in bounds for b in bounds][::7], seq[:] == seq, seq[2:], seq[:2], seq[:-1], seq[5:2])
print(pair[:] is pair, items[:] is items, text[0:1] is text[0:1])


class Sub(list):
    def __getitem__(self, k):
        return k


class Idx:
    def __index__(self):
        return 2


print(Sub()[1:2], Sub()[:], Sub()["a":None], text[Idx():], items[:Idx()], T("abc")[1:], type(T("abc")[1:]))
for f in (lambda: text["a":], lambda: values[0][1:2], lambda: items[1.0:], lambda: {}[1:2], lambda: bounds[0][:]):
    try:
        print(f())
    except TypeError as e:
        print(e)

hay = "abcabdabcabe" * 5 + "needle in é hay" + "xyz" * 9
for needle in ("ab", "abe", "dabc", "needle", "é", "yz", "zx", "xyzxyz", "abcabdabcabeabca", "no", "abcabdabcabeabcab", "hay", "zz", "z"):
    print(needle, hay.find(needle), hay.rfind(needle), hay.count(needle), needle in hay, hay.find(needle, 61), len(hay.split(needle)), len(hay.replace(needle, "-")))
print([i for i in range(40) if ("a" * i + "bc").find("bc") != i], [i for i in range(40) if ("ab" * i + "b").find("bb") != 2 * i - 1 and i], "aaaaaaaaaaaaaaaaaaab".find("aab"), b"\x00\xff\x00\xff\xfe".find(b"\xff\xfe"))

letters = "straße ŉ ǰ ΐ Ελλάδα ΣΊΣΥΦΟΣ ГДЕ где ÿ Ÿ İstanbul ıi ſ µ ﬁn ǅ ǆ Ա ա և"
print(letters.upper(), letters.lower(), letters.title(), letters.swapcase(), letters.casefold(), letters.capitalize())
print("".join(chr(c).upper() for c in range(0x80, 0x530)) == "".join(chr(c) for c in range(0x80, 0x530)).upper(), len("".join(chr(c) for c in range(0x600)).upper()), "a\u00a0b\u1680c\u2003d\u3000e\u0085f".split(), "x\u200by".split())
print([repr(s) for s in ("", "a", "it's", 'say "x"', "both ' and \"", "back\\slash", "tab\t", "\x00\x7f", "é", "\u200b☃", "x" * 70)], f"{'abc'!r}{'d'!r}")
print(list("héllo"), list("hello"), ["a", *"bc"], "".join(reversed("hello")), list(reversed("né")), [hex(v) for v in (0, 255, -255, 2**70, True)], [bin(v) for v in (5, -5, 0)], oct(-8))
