from check_mod import check

words = ["", "a", "A", "b", "ab", "aa", "\u00e9", "z", "\uffff", "\U00010000", "\ud800", "a\x00", "a\x00b"]
for a in words:
    print([(a < b, a <= b, a == b, a != b, a > b, a >= b) for b in words].count((True, True, False, True, False, False)), end=" ")
print()
print([ascii(w) for w in sorted(words)])
print([ascii(w) for w in sorted(words, reverse=True)])
check("'a' < 1", "1 < 'a'", "'a' >= None", "'a' == 1", "'a' != 1", "'a' == b'a'", "'a' > b'a'", "'a' == ['a']", "'abc' < 'abd' < 'abe'", "max('hello')", "min('hello')", "max(['b', 'abc', 'c'])")
x = "".join(["he", "llo"])
print(x == "hello", hash(x) == hash("hello"), {x: 1}["hello"], x in {"hello"}, x in ("hello",), "hello" in [x])
d = {}
for w in words: d[w] = len(d)
print([d[w] for w in words], d["a" + "b"])
class E:
    def __eq__(self, other): return "eq"
    def __lt__(self, other): return "lt"
    def __gt__(self, other): return "gt"
    def __hash__(self): return 1
check("'a' == e", "e == 'a'", "'a' < e", "'a' > e", "'a' != e", e=E())
