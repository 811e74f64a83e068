from check_mod import check

s = "hello world, hello"
u = "caf\u00e9 \u4e16\u754c caf\u00e9 \U0001f600"
for name in ("find", "rfind", "count"):
    f = getattr(str, name)
    print(name, [f(s, x) for x in ("hello", "o", "", "xyz", "l", "hello world, hello!")], [f(u, x) for x in ("caf\u00e9", "\u00e9", "\u754c", "", "\U0001f600", "z")])
    print([f(s, "l", a) for a in (-100, -3, 0, 3, 10, 18, 19, 100)], [f(s, "l", a, b) for a in (0, 3, -8) for b in (-1, 4, 11, 100)])
    print([f(u, "\u00e9", a, b) for a in (None, 0, 4, 9) for b in (None, 4, 12, -1)], [f(u, "", a, b) for a in (0, 3, 14, 15, 20) for b in (None, 3, 0)])
check("s.index('world')", "s.rindex('l')", "s.index('z')", "s.rindex('z')", "s.index('l', 5, 6)", "s.rindex('h', 1)", "s.find(1)", "s.index(None)", "s.count(1)", "s.find('a', 'x')", "s.find('o', 1.5)", "s.find('o', None, None)", "s.find('o', 2**80)", "s.find('o', -2**80, 2**80)", "s.find('o', True)", s=s)
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
print(s.find("o", I(5)), s.find("o", I(5), I(6)), s.count("l", I(-4)), s.find("o", I(2**70)))
long = "ab" * 5000 + "c" + "ab" * 5000
print(long.find("c"), long.rfind("c"), long.find("bab" * 10 + "c"), long.find("abc"), long.rfind("abca"), long.count("aba"), long.count("ab"), long.find("ba" * 20 + "x"), long.rfind("ba" * 20 + "x"), long.rfind("ab" * 20 + "c"), long.rfind("c" + "ab" * 20))
e = "\u00e9x" * 3000 + "!"
print(e.find("!"), e.rfind("\u00e9"), e.find("x", 3001), e.index("\u00e9", -5), e.count("x\u00e9"), e.find("!", 6001), e.find("", 6001), e.find("", 6002))
pos, found = 0, []
while True:
    pos = e.find("x", pos + 1)
    if pos < 0: break
    found.append(pos)
print(len(found), found[:3], found[-3:])
