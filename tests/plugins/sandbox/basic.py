import time
import scriptling.runtime as rt
from scriptling.runtime import sandbox

box = sandbox.create()
print(box.exit_code(), box.error(), box.get("x"))
box.set("x", [1, 2])
print(box.exec("x.append(3); y = len(x)"), box.get("x"), box.get("y"), box.exit_code())
box.exec("def f(n):\n    return n * 2\nz = f(y)")
box.exec("z = f(z)")
print(box.get("z"), box.exit_code(), "function f" in box.get("f"))

mine = {"a": [1]}
box.set("mine", mine)
box.exec("mine['a'].append(2)")
print(mine, box.get("mine"))
got = box.get("mine")
got["a"].append(3)
print(box.get("mine"))

# Errors never reach the caller; state stays.
box.exec("before = 1\nraise ValueError('inner')")
print(box.exit_code(), box.error(), box.get("before"))
box.exec("1 +")
print(box.exit_code(), box.error().split(":")[0])
box.exec("import sys; sys.exit(3)")
print(box.exit_code(), box.error())
box.exec("import sys; sys.exit('text')")
print(box.exit_code(), box.error())
box.exec("import sys; sys.exit()")
print(box.exit_code(), box.error())
box.exec("print('discarded')")
print(box.exit_code(), repr(box.output()), box.get("z"))
box.exec("undefined_name")
print(box.exit_code(), box.error())
box.exec("ok = __name__")
print(box.exit_code(), box.error(), box.get("ok"))

# No escape into the host's variables, no evaluation functions.
secret = 42
for code in ("secret", "eval('1')", "exec('1')", "open('basic.py')", "compile('1', 'x', 'eval')", "__import__('sys')"):
    box.exec(code)
    print(code, box.exit_code(), box.error())

# Wrong calls do reach the caller.
class Thing:
    pass
for call in (lambda: box.set("f", print), lambda: box.set("t", Thing()), lambda: box.set("x"), lambda: box.set(1, 2), lambda: box.exec(), lambda: box.exec(1),
             lambda: box.get(), lambda: sandbox.create(object()), lambda: sandbox.create(timeout=-1), lambda: sandbox.create(capture_output=Thing)):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

# Captured output is echoed.
loud = sandbox.create(capture_output=True)
loud.exec("print('one'); print('two', end='')")
print()
print(repr(loud.output()), repr(loud.output()))
loud.exec("print('x' * 10)\nraise KeyError('k')")
print(loud.error(), repr(loud.output()))

# Limits.
limited = sandbox.create(timeout=0.05)
start = time.time()
limited.exec("n = 0\nwhile True: n += 1")
print(limited.exit_code(), limited.error(), limited.get("n") > 0, time.time() - start < 5)
limited.exec("m = 5")
print(limited.exit_code(), limited.get("m"))
limited.exec("while True:\n    try:\n        while True: pass\n    except Exception: pass")
print(limited.exit_code(), limited.error())
box.exec("while True: pass", timeout=0.05)
print(box.exit_code(), box.error())
steps = sandbox.create(max_steps=1000)
steps.exec("i = 0\nwhile True: i += 1")
print(steps.exit_code(), steps.error())
small = sandbox.create(max_memory=20_000_000)
small.exec("big = []\nwhile True: big.append('x' * 100000 + str(len(big)))")
print(small.exit_code(), small.error())
only = sandbox.create(libs=["math"])
only.exec("import math; r = math.floor(2.5)")
print(only.exit_code(), only.get("r"))
only.exec("import time")
print(only.exit_code(), only.error())

# Sandboxes share the named objects.
rt.sync.Atomic("shared", 1)
box.exec("import scriptling.runtime as rt\nrt.sync.Atomic('shared').add(5)")
print(rt.sync.Atomic("shared").get(), box.exit_code())

# Nested, and with tasks of its own.
box.exec("""
import scriptling.runtime as rt
inner = rt.sandbox.create()
inner.exec("v = 2 ** 10")
v = inner.get("v")
w = rt.run("math.sqrt", 441).get()
""")
print(box.exit_code(), box.error(), box.get("v"), box.get("w"))

# From two threads, one after the other.
counter = sandbox.create()
counter.set("n", 0)
def bump():
    for _ in range(20):
        counter.exec("n = n + 1")
tasks = [rt.background("bump", bump, shared=True) for _ in range(3)]
for t in tasks:
    t.wait()
print(counter.get("n"))

box.close()
box.close()
for call in (lambda: box.exec("1"), lambda: box.get("x"), lambda: box.set("x", 1)):
    try:
        call()
    except RuntimeError as e:
        print(e)
print(box.exit_code())
