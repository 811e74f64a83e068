# __len__, __getitem__, __setitem__, __delitem__, __contains__, __iter__, __reversed__, __missing__, __length_hint__
import operator
class Seq:
    def __init__(self, *items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, i):
        if isinstance(i, slice):
            return ("slice", i.start, i.stop, i.step)
        return self.items[i]
    def __setitem__(self, i, v): print("set", i, v)
    def __delitem__(self, i): print("del", i)
s = Seq(3, 1, 2)
print(list(s), tuple(s), 1 in s, 9 in s, list(reversed(s)), sorted(s), max(s), sum(s), [*s], set(s) == {1, 2, 3})
print(s[0], s[-1], s[1:2], s[:], s[::2], s[1:], s[:5], s[1:2:3], bool(s), bool(Seq()))
s[0] = 1; s[1:2] = [5]; s["k"] = None
del s[0], s[1:2], s[...]
a, b, c = s
print(a, b, c)
try:
    a, b = s
except ValueError as e:
    print(e)
print(list(enumerate(s)), list(zip(s, s)), list(map(str, s)), dict(zip(s, "abc")))

class Multi:
    def __getitem__(self, k): return k
m = Multi()
print(m[1, 2], m[1:2, ::3], m[()], m[1,], m[..., None], m["a", 1:2])
print(m[*[1, 2], 3])

class Contains:
    def __contains__(self, x): return x == "yes" and [1]
print("yes" in Contains(), "no" in Contains(), "no" not in Contains())
class NoContains:
    __contains__ = None
    def __iter__(self): return iter([1])
try:
    1 in NoContains()
except TypeError as e:
    print(e)
class ByIter:
    def __iter__(self):
        for i in range(3):
            print("at", i)
            yield i
print(1 in ByIter())

class Missing(dict):
    def __missing__(self, key): return "missing %r" % (key,)
d = Missing(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d, len(d), "{a} {zz}".format_map(d), "%(q)s" % d)

class LenBad:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
for n in (-1, "x", 1.5, 2**70, True, None):
    try:
        print(len(LenBad(n)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
try:
    bool(LenBad(-5))
except ValueError as e:
    print(e)
class BoolBad:
    def __bool__(self): return 1
try:
    if BoolBad(): pass
except TypeError as e:
    print(e)

class Hint:
    def __init__(self, h): self.h = h
    def __length_hint__(self): return self.h
    def __iter__(self): return iter("ab")
print(operator.length_hint(Hint(5)), operator.length_hint(Hint(NotImplemented), 3), operator.length_hint([1]), operator.length_hint(object(), 7), list(Hint(10)))
for bad in (-1, "a"):
    try:
        operator.length_hint(Hint(bad))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

for text in ("o[0]", "o[0] = 1", "len(o)", "iter(o)", "1 in o", "reversed(o)", "[*o]", "{**o}", "a, b = o"):
    for obj in (object(), 5, None):
        try:
            exec(text, {"o": obj})
        except TypeError as e:
            print(text, "->", e)
try:
    del (1).x
except AttributeError as e:
    print(e)
for text in ("del o[0]",):
    for obj in ((1,), "s", 5, object()):
        try:
            exec(text, {"o": obj})
        except TypeError as e:
            print(text, "->", e)
class BadIter:
    def __iter__(self): return 5
try:
    for x in BadIter(): pass
except TypeError as e:
    print(e)
class Rev:
    def __reversed__(self): return "rev result"
print(reversed(Rev()))
class RevNone:
    __reversed__ = None
    def __len__(self): return 1
    def __getitem__(self, i): return i
try:
    reversed(RevNone())
except TypeError as e:
    print(e)
class Iter:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
it = Iter()
print(next(it), list(it), list(it), next(it, "default"))
