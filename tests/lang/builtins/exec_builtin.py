exec("a = 1\nb = a + 1")
print(a, b)
exec("def double(v):\n    return v * 2\nclass K:\n    attr = 'k'")
print(double(21), K.attr, K.__name__)
ns = {}
exec("x = 5\ny = [x] * 2\ndef f(n): return n + x", ns)
print(ns["x"], ns["y"], ns["f"](1), sorted(k for k in ns if not k.startswith("__")))
ns = {"start": 10}
exec("result = start * 2\nstart = 0", ns)
print(ns["result"], ns["start"])
g, l = {"base": 1}, {}
exec("v = base + 1", g, l)
print(l, "v" in g)
def local_exec():
    n = 4
    exec("print('inside', n)")
    exec("n = 99")
    return n
print(local_exec())
exec("for i in range(3):\n    print('loop', i)")
exec("import math\nroot = math.sqrt(16)")
print(root, math.pi > 3)
print(exec("1 + 1"), exec(""), exec("# only a comment"), exec(b"z = 3"), z)
exec("del a")
try:
    a
except NameError as e:
    print(e)
ns = {}
exec("counter = 0\ndef bump():\n    global counter\n    counter += 1\n    return counter", ns)
print(ns["bump"](), ns["bump"]())
try:
    exec("x = 1\nraise ValueError('from exec')")
except ValueError as e:
    print("caught", e, x)
ns = {}
try:
    exec("before = 1\n1/0\nafter = 2", ns)
except ZeroDivisionError as e:
    print(e, "before" in ns, "after" in ns)
for src in ["if True", "x = = 1", "def f(:", "  indented = 1", "return 5" if False else "break"]:
    try:
        exec(src)
    except SyntaxError as e:
        print(type(e).__name__, e.lineno)
for call in [lambda: exec(5), lambda: exec("1", 5), lambda: exec("1", {}, 5)]:
    try:
        print(call())
    except TypeError as e:
        print("TypeError", e)
class Body:
    exec("made = 1")
print(Body.made)
