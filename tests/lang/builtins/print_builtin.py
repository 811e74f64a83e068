print()
print("a", 1, None, 1.5, [1, "x"], ("t",), {"k": "v"}, True)
print("a", "b", sep="-")
print("a", "b", sep="")
print("a", end="")
print("b", end="!\n")
print("a", "b", sep=None, end=None)
print(*[1, 2, 3], sep=", ")
print("multi\nline", "tab\there")
print("x", flush=True)
print(ascii("h\u00e9llo \u20ac \U0001F600"))
class W:
    def __init__(self): self.parts = []; self.flushed = 0
    def write(self, s): self.parts.append(s); return len(s)
    def flush(self): self.flushed += 1
w = W()
print("to", "object", 5, file=w)
print("more", file=w, end="", flush=True)
print("".join(w.parts) == "to object 5\nmore", w.flushed)
class S:
    def __str__(self): return "custom"
print(S(), [S].__len__())
class Bad:
    def __str__(self): raise ValueError("no str")
class BadFile:
    def write(self, s): raise OSError("disk full")
for f in [lambda: print("a", sep=5), lambda: print("a", end=5), lambda: print("a", file=5), lambda: print(Bad()), lambda: print("x", file=BadFile()), lambda: print("a", foo=1)]:
    try:
        f()
    except Exception as x:
        print(type(x).__name__, x)
import sys, io
old = sys.stdout
sys.stdout = buf = io.StringIO()
print("captured", 1)
sys.stdout.write("direct\n")
sys.stdout = old
print(repr(buf.getvalue()))
print("err line", file=sys.stderr)
print("out line", file=sys.stdout)
sys.stdout.write("written\n")
