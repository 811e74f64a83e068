# Numeric and string literal forms, prefixes, escapes, identifiers.
print(0, 00, 0_0, 1_000, 0x_ff, 0XFF, 0b1_0, 0B11, 0o17, 0O7_7, 10_0.5_0, 1e3, 1E-2, 1_0e1_0, .5, 5., 1.e2, 0e0, 00.5, 09.5, 1j, 1.5J, 1e2j, 0j, 012.5, 0xdeadBEEF, 123456789012345678901234567890)
print(1if 1else 2, [1for _ in "a"], 0x1for x in "b") if False else print("adjacent")
print(1..real, 1.5.is_integer(), 1 .real, (1).bit_length(), 1e5.hex(), -1 ** 2, 2 ** -1, ~0, - - 1, +-+1, not not 1)
print("a" 'b' """c""" '''d''' "e"
      "f", "" "", 'it''s', "a" if 1 else "b" "c")
print('single "double"', "double 'single'", 'esc \' "', "tab\tq", "nl\\n", "\x41\u0042\U00000043\103\0".encode(), "\N{BULLET} \N{LATIN SMALL LETTER A}", "\a\b\f\v\r".encode())
print("line \
continued", 'a\
b')
print(r"raw \n \\", R'\'', r"\x", len(r"\""), rb"\x41", Rb"a", bR"\n", BR'\t', br"\\", u"uni", U'x')
print(b"bytes \x41\101\n\t\\" b' more', b'\xff\x00', b"", b'"' b"'", B"up")
print("""multi
line "quotes" ''inside''
\ttab""", '''a'b"c''')
print(f"f {1 + 1}" "plain {not}" f"{'x'}", F"{2}", fr"\n{3}", Rf"{4}\t", rF'{5}', fR"{6}")
print(len("\U0001F600"), "é" == "\xe9", "\u00e9", "日本", len("日本"), ascii("é日"), "\ud800".encode("utf-8", "surrogatepass"))
π = 3.14
naïve = "ok"
变量 = [1]
ñ_1 = 2
_ = "underscore"
__ = 5
ª = "ordinal"
print(π, naïve, 变量, ñ_1, _, __, ª, "ﬁ".isidentifier())
ﬁn = "ligature"
print(fin)
class Ünïcode:
    def método(self): return "unicode method"
print(Ünïcode().método(), Ünïcode.__name__)
def f(ключ=1, *аргументы, **опции): return ключ, аргументы, опции
print(f(ключ=2), f(1, 2, é=3))
print(None, True, False, ..., Ellipsis, NotImplemented, __debug__)
print((), (1,), (1, 2), [], [1], {}, {1}, {1: 2}, {1: 2, **{3: 4}}, [*[], 1, *[2]], (*(), 1), {*[1], 2}, 1,)
print(10 // 3, -10 // 3, 10 % -3, 7.5 // 2, 2 ** 100, 1 / 3, 1e308 * 10, -1e308 * 10, 5e-324, 0.1 + 0.2, 1e16, 1e15, 123456.789e3, 1e22, 1e-5, 0.0001)
print(1 < 2 < 3, 1 < 3 > 2, 1 == 1.0 is not None, not 1 == 2, 1 in [1] in [[1]], "a" "b" in "cab")
print([1, 2, 3][-1], "abc"[::-1], (1, 2, 3)[1:], [1, 2, 3, 4][::2], "hello"[1:-1], [0, 1, 2][5:], {"a": {"b": 1}}["a"]["b"])
print(1 or 2 and 0, (1 or 2) and 0, not 0 or 1, 1 if [] else 2 if 0 else 3, lambda: 0 if 1 else 2) if False else print(1 or 2 and 0, (1 or 2) and 0)
print(3 - 2 - 1, 2 ** 3 ** 2, 2 * 3 % 4, 1 << 2 + 1, 6 & 3 | 8 ^ 1, -2 ** 2, (-2) ** 2, 5 - -5, ~5 & 7, 1 | 2 == 3)
