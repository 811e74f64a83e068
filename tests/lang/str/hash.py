a = "key" + str(1)
b = "k" + "ey1"
print(hash(a) == hash(b), {a: 1} == {b: 1}, len({a, b, "key1"}), hash("") == hash(""), isinstance(hash("x"), int))
d = {("w%d" % i): i for i in range(2000)}
print(all(d["w" + str(i)] == i for i in range(2000)), "w2000" in d, d.get("nope", -1))
e = {chr(0x4e00 + i) * 3: i for i in range(500)}
print(all(e[chr(0x4e00 + i) + chr(0x4e00 + i) * 2] == i for i in range(500)))
s = "abcdefgh" * 20
print({s[:80]: 1}[s[80:]], s[8:88] in {s[:80]}, hash(s[8:88]) == hash(s[16:96]))
print(hash(b"a") == hash(b"a"), {b"a": 1}[b"a"], b"a" in {"a": 1}, len({b"a", "a"}))
try: {bytearray(b"a"): 1}
except TypeError as err: print(err)
