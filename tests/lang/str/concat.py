from check_mod import check

s = ""
for i in range(3000):
    s = s + "ab" if i % 3 else s + "\u00e9"
print(len(s), s[:12], s[-5:], s.count("\u00e9"))
a = "x" * 400
b = a + "1"
c = b + "2"
d = b + "3"
e = b + "4" * 300
print(c[398:], d[398:], e[398:404], len(e), b[398:], len(a))
lines = []
text = ""
for i in range(500):
    text += str(i) + ","
    if i % 100 == 0: lines.append(text)
print([len(l) for l in lines], [l[-6:] for l in lines], len(text))
def build(n):
    out = ""
    keep = []
    for i in range(n):
        out += chr(97 + i % 26) * (i % 7)
        keep.append(out)
    return all(keep[i + 1].startswith(keep[i]) for i in range(n - 1)), len(out)
print(build(700))
x = "q" * 1000
x += x
x = x + x
print(len(x), x == "q" * 4000, x + "" is x, "" + x is x)
big = ""
for i in range(200000): big += "z"
print(len(big), big == "z" * 200000)
check("'a' + 1", "'a' + None", "'a' + ['b']", "'a' + b'b'", "1 + 'a'", "None + 'a'", "['a'] + 'b'", "'a' + 1.5", "'a' - 'b'", "-'a'", "+'a'", "~'a'", "'a' / 2", "'a' & 'b'", "'a' ** 2", "'a' @ 'b'")
class R:
    def __radd__(self, other): return ("radd", other)
    def __rmul__(self, other): return ("rmul", other)
    def __rmod__(self, other): return "rmod"
class N: pass
check("'a' + r", "'a' * r", "'%s!' % n.__class__.__name__", "'a' + n", "'a' * n", "n + 'a'", r=R(), n=N())
