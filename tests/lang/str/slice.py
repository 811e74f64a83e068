from check_mod import check

s = "abcdefghij"
u = "a\u00e9b\u4e16c\U0001f600d\u0416e"
for start in (None, -20, -9, -3, -1, 0, 1, 4, 9, 20):
    print(start, [s[start:stop] for stop in (None, -20, -2, 0, 3, 8, 30)], [u[start:stop] for stop in (None, -20, -2, 0, 3, 8, 30)])
for step in (1, 2, 3, -1, -2, -5, 100, -100):
    print(step, s[::step], u[::step], s[7:1:step], u[7:1:step], s[1:7:step], u[-2:-8:step])
check("s[::0]", "s['a':]", "s[:1.5]", "s[slice(1, 3)]", "s[slice(None)]", "s[slice(8, 2, -2)]", "s[2**70:]", "s[:2**70]", "s[-2**70:2**70]", "s[::2**70]", "s[::-2**70]", s=s)
t = "0123456789" * 50
part = t[100:300]
print(len(part), part == t[:200], part[50:150][10:20], part + "x" == t[100:300] + "x", hash(part) == hash(t[:200]))
e = "\u00e9" * 300 + "x" * 300
print(len(e[100:400]), e[250:350].count("x"), e[300:] == "x" * 300, e[300:].isascii(), e[::100], e[::-150])
print([t[i:i + 70][-1] for i in range(0, 500, 70)], s[:] is s, u[:] == u)
