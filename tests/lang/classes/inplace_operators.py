# Augmented assignment: __iadd__ and friends, falling back to the binary method.
class Acc:
    def __init__(self, v): self.v = v
    def __iadd__(self, o): self.v.append(("+=", o)); return self
    def __isub__(self, o): self.v.append(("-=", o)); return self
    def __imul__(self, o): self.v.append(("*=", o)); return self
    def __itruediv__(self, o): self.v.append(("/=", o)); return self
    def __ifloordiv__(self, o): self.v.append(("//=", o)); return self
    def __imod__(self, o): self.v.append(("%=", o)); return self
    def __ipow__(self, o): self.v.append(("**=", o)); return self
    def __imatmul__(self, o): self.v.append(("@=", o)); return self
    def __ilshift__(self, o): self.v.append(("<<=", o)); return self
    def __irshift__(self, o): self.v.append((">>=", o)); return self
    def __iand__(self, o): self.v.append(("&=", o)); return self
    def __ior__(self, o): self.v.append(("|=", o)); return self
    def __ixor__(self, o): self.v.append(("^=", o)); return self
a = keep = Acc([])
a += 1; a -= 2; a *= 3; a /= 4; a //= 5; a %= 6; a **= 7; a @= 8; a <<= 9; a >>= 10; a &= 11; a |= 12; a ^= 13
print(a is keep, a.v)

class Back:
    def __add__(self, o): return "added"
    def __iadd__(self, o): return NotImplemented
b = Back()
b += 1
print(b)

class Reflect:
    def __radd__(self, o): return ("reflected", o)
c = 5
c += Reflect()
print(c)

class Nothing: pass
for code in ("x += 1", "x -= 1", "x *= 1", "x /= 1", "x //= 1", "x %= 1", "x **= 1", "x @= 1", "x <<= 1", "x >>= 1", "x &= 1", "x |= 1", "x ^= 1"):
    try:
        exec(code, {"x": Nothing()})
    except TypeError as e:
        print(e)

# targets are evaluated once, in order
log = []
def note(tag, value):
    log.append(tag)
    return value
class Item:
    def __getitem__(self, k): log.append("get %r" % k); return 10
    def __setitem__(self, k, v): log.append("set %r %r" % (k, v))
class Attr:
    def __getattr__(self, k): log.append("getattr " + k); return 20
    def __setattr__(self, k, v): log.append("setattr %s %r" % (k, v))
note("obj", Item())[note("key", "k")] += note("value", 5)
note("obj", Attr()).name -= note("value", 1)
print(log)

# immutables rebind, mutables mutate
x = y = (1,)
x += (2,)
print(x, y)
x = y = [1]
x += (2,)
x += "ab"
x *= 2
print(x, x is y)
x = y = {1}
x |= {2}; x &= {2, 3}; x ^= {5}; x -= {2}
print(x, x is y)
x = y = {"a": 1}
x |= [("b", 2)]
print(x, x is y)
x = y = frozenset({1})
x |= {2}
print(sorted(x), sorted(y))
x = y = bytearray(b"a")
x += b"b"; x *= 2
print(x, x is y)

t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e, t)
try:
    s = {1}
    s |= [2]
except TypeError as e:
    print(e)
class Holder: total = 0
h = Holder()
h.total += 1
print(Holder.total, h.total, vars(h))
d = {}
try:
    d["k"] += 1
except KeyError as e:
    print("KeyError", e)
n = 1
n += True; n -= 0.5; n *= 2; n **= 2; n //= 2; n %= 4
print(n)
