from check_mod import check

s = "abc \u00e9\u4e16 " * 20000
print(len(s), s.count("\u4e16"), s.upper().count("ABC"), len(s.split()), len(s.replace("\u00e9", "e")), s.find("\u4e16", 70000), s[70001:70005], s.rfind("abc"), len(s.encode()), s.encode().decode() == s)
t = "x" * 1000000
print(len(t + t), len(t * 3), t.find("y"), t.count("x"), len(t.replace("x", "xy")), t == "x" * 999999 + "x", len(t[10:-10]), t.strip("x") == "", t.isalpha(), len(t.center(1000010)))
words = ["w%d" % (i % 97) for i in range(50000)]
text = " ".join(words)
counts = {}
for w in text.split(): counts[w] = counts.get(w, 0) + 1
print(len(text), len(counts), counts["w5"], max(counts.values()))
lines = "".join("line %d\n" % i for i in range(20000))
print(len(lines), lines.count("\n"), lines.splitlines()[19999], sum(len(l) for l in lines.splitlines()), lines.rsplit("\n", 3)[1:])
u = "".join(chr(0x400 + i % 256) for i in range(100000))
print(sum(1 for i in range(0, len(u), 7) if u[i] == chr(0x400 + i % 256)), u[::-1][0] == u[-1], u.index("\u04ff"), len(u.translate({0x400: None})), u.title()[:3], hash(u) == hash(u[:]))
check("'a' * (2**62)", "'a'.zfill(2**62)", "'a'.ljust(2**62)", "'ab'.replace('', 'x' * 1000000)[:3]")
