from check_mod import check

s = "hello"
u = "h\u00e9\u4e16\U0001f600o"
print([s[i] for i in range(-5, 5)], [u[i] for i in range(-5, 5)], len(u))
check("s[5]", "s[-6]", "s['a']", "s[1.0]", "s[None]", "s[2**70]", "s[True]", "s[-2**70]", "s[(1,)]", s=s)
check("''[0]", "u[5]", "u[-6]", "'a'[0][0][0]", u=u)
class I:
    def __index__(self): return 1
class Big:
    def __index__(self): return 2**70
print(s[I()], u[I()], s[I():])
check("s[b]", "s[b:]", "s[:b]", s=s, b=Big())
try: s[0] = "x"
except TypeError as e: print(e)
try: del s[0]
except TypeError as e: print(e)
long_text = "".join(chr(0x100 + i % 5000) if i % 3 else "a" for i in range(20000))
print(len(long_text), all(long_text[i] == (chr(0x100 + i % 5000) if i % 3 else "a") for i in range(len(long_text))))
print(all(long_text[-i] == long_text[20000 - i] for i in range(1, 20001, 37)))
two = long_text[1:] + "z"
print(sum(long_text[i + 1] == two[i] for i in range(19999)))
