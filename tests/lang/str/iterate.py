print(list("abc"), list("h\u00e9\u4e16\U0001f600"), tuple(""), set("aab") == {"a", "b"}, [*"xy"], dict(zip("ab", "cd")))
for i, c in enumerate("\u00e9a"): print(i, ascii(c), end=" ")
print(list(reversed("abc\u00e9")), "".join(reversed("hello")), sorted("hello"), [ord(c) for c in "a\u20ac\U0001f600"])
it = iter("ab\u00e9")
print(next(it), it.__length_hint__(), next(it), next(it), next(it, "end"), next(it, "end"), iter(it) is it)
a, b, c = "xyz"
first, *rest = "h\u00e9llo"
print(a, b, c, first, rest)
try: a, b = "xyz"
except ValueError as e: print(e)
try: next(iter(""))
except StopIteration as e: print("stop", e.args)
print(len(list("\u00e9" * 100000)), sum(1 for _ in "ab" * 50000), [c for c in "ab" for d in "cd"], "-".join("abc"))
print(list(map(str.upper, "abc")), list(filter(str.isdigit, "a1b2")), all(c.isalpha() for c in "abc"), {c: "hello".count(c) for c in "hello"})
