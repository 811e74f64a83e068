# Items, sizes and comparisons of arrays, deques and memoryviews, subclasses included.
import array
import os
from collections import deque

LIMITS = {"b": (-128, 127), "B": (0, 255), "h": (-(2**15), 2**15 - 1), "H": (0, 2**16 - 1), "i": (-(2**31), 2**31 - 1), "I": (0, 2**32 - 1), "q": (-(2**63), 2**63 - 1), "Q": (0, 2**64 - 1)}
for code, (low, high) in LIMITS.items():
    a = array.array(code, [0, 1, 2])
    a[0], a[-1] = low, high
    print(a, low in a, a.index(high))
    for bad in (low - 1, high + 1, 2**90, -(2**90), 2**63, 1.5, "x", None):
        try:
            a[1] = bad
        except (OverflowError, TypeError) as e:
            print(code, type(e).__name__, e)
    for where in (3, -4, 2**70, "k", 1.0):
        try:
            a[where]
        except (IndexError, TypeError) as e:
            print(code, type(e).__name__, e)
        try:
            a[where] = 1
        except (IndexError, TypeError) as e:
            print(code, type(e).__name__, e)

f = array.array("d", [1.5, float("nan")])
f[0] = 3
print(f[0], f == f, f != array.array("d", [3.0]), array.array("i", [1, 2]) == array.array("i", [1, 2]), array.array("i", [1]) == array.array("h", [1]))
print(array.array("b", [1, 2]) < array.array("b", [1, 3]), array.array("b", [1]) == [1])
a = array.array("H", range(10))
a[2:5] = array.array("H", [7, 8, 9])
a[0:2] = array.array("H", [1])
a[5:5] = array.array("H", [40, 41])
print(a, a[3:1], a[1:4], a[::3], len(a), bool(a), bool(array.array("i")))


class Loud(array.array):
    def __getitem__(self, i):
        return ("item", super().__getitem__(i))

    def __len__(self):
        return 42


loud = Loud("i", [5, 6])
print(loud[1], len(loud), list(loud), bool(loud))


class Queue(deque):
    def __getitem__(self, i):
        return ("item", super().__getitem__(i))

    def __len__(self):
        return 0


q = Queue([1, 2, 3])
print(q[1], len(q), bool(q), list(q))
d = deque([1, 2, 3], maxlen=3)
d.append(4)
d[0] = "first"
d[True] = "second"
print(d, d[-1], d[False], len(d), bool(deque()))
for where in (3, -4, "a", 1.0, 2**70, slice(1)):
    try:
        print(d[where])
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
    try:
        d[where] = 0
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)

m = memoryview(bytearray(b"abcdef"))
m[0] = 65
m[1:3] = b"xy"
print(m[0], m[-1], bytes(m), len(m), bool(m[:0]))
for value in (256, -1, "a", 1.5):
    try:
        m[0] = value
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
m.release()
for use in (lambda: len(m), lambda: m[0], lambda: bool(m)):
    try:
        use()
    except ValueError as e:
        print(e)
print(os.path.isabs(__file__))
space = {"__builtins__": {"len": len}, "n": 3}
exec("def f(): return len('abc') + n\ndef g(): return max(1, 2)", space)
print(space["f"]())
try:
    space["g"]()
except NameError as e:
    print(e)
own = {"len": lambda x: "own"}
exec("def f(): return len([]), max(3, 4)", own)
print(own["f"]())
own["max"] = min
del own["len"]
print(own["f"]())
data = bytearray(range(10))
views = [memoryview(data), memoryview(data)[2:7], memoryview(data)[::2], memoryview(data)[::-1], memoryview(data)[3:3], memoryview(array.array("i", [1, 2, 3]))[1:]]
for view in views:
    print(view.tobytes(), bytes(view), view.tolist(), view == view[:])
