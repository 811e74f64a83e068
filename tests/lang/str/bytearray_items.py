def show(f, data=b"abcdefgh"):
    a = bytearray(data)
    try: r = f(a)
    except Exception as e: print(type(e).__name__, e, a)
    else: print(r, a)
def setter(key, value):
    def f(a): a[key] = value
    return f
def deleter(key):
    def f(a): del a[key]
    return f
for key, value in [(0, 1), (-1, 255), (8, 1), (-9, 1), (0, 256), (0, -1), (0, "a"), (0, None), ("a", 1), (1.5, 1), (2**70, 1), (0, 2**70), (0, b"a"),
                   (slice(0, 2), b"XY"), (slice(0, 2), b"X"), (slice(0, 2), b"12345"), (slice(2, 2), b"++"), (slice(None), b""), (slice(10, 20), b"end"), (slice(5, 2), b"--"), (slice(0, 3), [1, 2]), (slice(0, 3), range(65, 70)), (slice(0, 3), bytearray(b"q")),
                   (slice(0, 8, 2), b"1234"), (slice(7, None, -2), b"1234"), (slice(0, 8, 2), b"123"), (slice(0, 8, 2), b""), (slice(None, None, -1), b"hgfedcba"), (slice(0, 8, 3), [1, 2, 3]),
                   (slice(0, 1), 5), (slice(0, 1), "a"), (slice(0, 1), [256]), (slice(0, 1), ["a"]), (slice(0, 1), None), (slice(None, None, 0), b"")]:
    show(setter(key, value))
for key in [0, -1, 8, -9, "a", 2**70, slice(0, 2), slice(2, None), slice(None), slice(0, 8, 2), slice(7, 0, -3), slice(5, 2), slice(-3, -1), slice(None, None, 0)]:
    show(deleter(key))
for f in [lambda a: a.append(256), lambda a: a.append("a"), lambda a: a.append(-1), lambda a: a.append(2**70), lambda a: a.append(1.5), lambda a: a.insert(0, 256), lambda a: a.insert("a", 5), lambda a: a.pop(50), lambda a: a.pop(-50), lambda a: a.pop("x"), lambda a: a.remove(5), lambda a: a.remove(256), lambda a: a.remove("a"), lambda a: a.extend(1), lambda a: a.extend("a"), lambda a: a.extend([256]), lambda a: a.extend(None), lambda a: a.extend([1, "x"]), lambda a: a[9], lambda a: a["a"], lambda a: a.__iadd__(1), lambda a: a.extend([])]:
    show(f)
show(lambda a: a.pop(), b"")
show(lambda a: a.__init__(b"new"))
show(lambda a: a.__init__())
a = bytearray(b"abc")
a[1:2] = a
print(a)
a[:] = a[::-1]
print(a)
it = iter(a)
next(it); a.append(1); print(list(it)); a.clear(); print(list(it))
class Evil:
    def __init__(self, a): self.a = a
    def __index__(self):
        self.a.clear()
        return 1
a = bytearray(b"abcdef")
try: a[3] = Evil(a)
except IndexError as e: print("IndexError", e, a)
a = bytearray(b"abcdef")
print(a.find(b"b", Evil(a)), a)
