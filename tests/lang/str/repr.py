from check_mod import check

samples = ["", "a", "it's", 'say "hi"', "both ' and \"", "\\", "\n\r\t", "\x00\x1f\x7f", "\x80\x9f\xa0\xad", "\u00e9\u4e16", "\u200b\u2028\ufeff", "\U0001f600", "\U000e0001", "\ud800", "a\u0301", "\u0378", "\xff", "\U0010ffff"]
for s in samples:
    print(ascii(s), ascii(repr(s)), len(repr(s)))
print([s for s in samples if s.isprintable() and s], {"k'": "v\""}, ("a",), repr("x" * 5) * 2)
check("repr('a')", "'a'.__repr__()", "'a'.__str__()", "ascii('\u00e9\U0001f600\u20ac')", "'%r' % 'it\\'s'", "f'{chr(9)!r}'", "eval(repr('\\ud800\\n\\'\"'))", "repr(str)", "str.__name__", "type('')", "repr('\\x7f' * 3)")
class S(str):
    def __repr__(self): return "S!"
print([S("x")], repr(S("x")), str(S("x")), f"{S('x')!r} {S('x')}", str.__repr__(S("x")))
