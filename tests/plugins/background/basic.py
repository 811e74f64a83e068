import time
import scriptling.runtime as rt

def add_up(lo, hi, step=1):
    return sum(range(lo, hi, step))

def boom():
    raise ValueError("bad")

def nothing():
    pass

p = rt.background("sum", "add_up", 0, 10)
print(p.get(), p.get(), p.wait(), p.done(), p.name, bool(p), p)
print(rt.background("kw", "add_up", 0, hi=10, step=2).get(), rt.background("fn", add_up, 0, 5).get(), rt.background("lambda", lambda x: x * 2, 21).get())
print(rt.background("control", "add_up", 0, 4, shared=False).get(), rt.background("none", "nothing").get())
print(rt.run(add_up, 0, 3).get(), rt.spawn("add_up", 0, 4).get(), rt.run(lambda: "x").get())

# A keyword of the same name as a parameter of background() reaches the handler.
def named(name, handler):
    return name + handler
print(rt.background("n", "named", name="a", handler="b").get())

# Errors: original type and message, on every call.
p = rt.run(boom)
for wait in (p.get, p.wait, p.get):
    try:
        wait()
    except ValueError as e:
        print("ValueError:", e, e.args)

class Custom(Exception):
    pass
def custom():
    raise Custom("own", 7)
def key_error():
    return {}["missing"]
def type_error():
    return 1 + "x"
def exits():
    import sys
    sys.exit(3)
def untransferable():
    return [1, {"f": boom}]
def untransferable_top():
    return boom
for f in (custom, key_error, type_error, exits, untransferable, untransferable_top):
    try:
        print(rt.run(f).get())
    except Exception as e:
        print(type(e).__name__, e, e.args)

# Not found, not transferable.
number = 3
class Plain:
    pass
for call in (lambda: rt.background("x", "no_such"), lambda: rt.background("x", "number"), lambda: rt.background("x", "add_up", boom),
             lambda: rt.background("x", "add_up", [1, {"a": Plain()}]), lambda: rt.background("x", "add_up", k={"a": boom}), lambda: rt.background("x", 3),
             lambda: rt.background("x"), lambda: rt.run(), lambda: rt.run(3), lambda: rt.background("x", "a.b", shared=True)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
for name in ("no_such_module.f", "time.no_such"):
    try:
        rt.background("x", name).get()
    except Exception as e:
        print(type(e).__name__, e)
print(rt.background("dotted", "time.time").get() > 1e9)

# Timeouts and cancelling.
gate = rt.sync.Event("gate")
def blocked():
    return gate.wait()
p = rt.run(blocked)
try:
    p.get(timeout=0.01)
except TimeoutError as e:
    print(e)
print(p.done())
gate.set()
print(p.get(timeout=30), p.done())
p = rt.run(lambda: rt.sync.Event("never").wait())
p.cancel()
try:
    p.get()
except RuntimeError as e:
    print(e)
def forever():
    while True:
        pass
p = rt.run(forever)
p.cancel()
try:
    p.get()
except RuntimeError as e:
    print(e)
print(rt.server_running(), rt.start_server())
