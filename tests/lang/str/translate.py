from check_mod import check

table = str.maketrans("abc", "xyz")
print(table, "aabbcc!".translate(table), "h\u00e9llo".translate({0xe9: "e"}), "abc".translate({97: None, 98: "BB", 99: 67}), "abc".translate({}), "".translate(table))
print(str.maketrans("ab", "cd", "xy"), "axbycz".translate(str.maketrans("ab", "cd", "xy")), str.maketrans({"a": 1, 98: "x", "\u00e9": None}), str.maketrans({}))
print("abc\u4e16".translate({0x4e16: 0x754c, 97: "\u20ac"}), "aaa".translate({97: ""}), "a" * 5 + "b".translate({98: 0x10ffff}).encode("utf-8").hex())
check("str.maketrans(1)", "str.maketrans({'ab': 1})", "str.maketrans({1.5: 1})", "str.maketrans('a', 'bc')", "str.maketrans('a', 1)", "str.maketrans('a', 'b', 1)", "str.maketrans(1, 'b')", "str.maketrans()", "'x'.maketrans('x', 'y')", "str.maketrans({None: 1})", "str.maketrans({True: 'x'})")
check("'a'.translate(1)", "'a'.translate({97: 1.5})", "'a'.translate({97: 2**40})", "'a'.translate({97: -1})", "'a'.translate({97: 0x110000})", "'a'.translate({97: 2**70})", "'a'.translate({97: b'x'})", "'a'.translate(None)", "'a'.translate({97: True})", "'ab'.translate('x' * 200)", "'ab'.translate([None] * 98 + ['Z'])")
class Table:
    def __getitem__(self, key):
        if key == ord("a"): return "<a>"
        if key == ord("b"): raise LookupError
        if key == ord("c"): return None
        raise KeyError(key)
class Bad:
    def __getitem__(self, key): raise RuntimeError("no")
class Default(dict):
    def __missing__(self, key): return "?"
print("abcd".translate(Table()), "abab".translate(Default({97: "1"})))
check("'a'.translate(b)", b=Bad())
calls = []
class Count:
    def __getitem__(self, key):
        calls.append(key)
        return key + 1
print("abcabc".translate(Count()), "abc".translate(str.maketrans("", "", "b")))
