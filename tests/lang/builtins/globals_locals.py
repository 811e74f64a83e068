value = 1
g = globals()
print(g["value"], "value" in g, g.get("missing"), g.get("missing", 5), g["__name__"])
g["value"] = 2
print(value)
g["created"] = "new"
print(created)
globals()["other"] = 3
print(other, globals()["other"])
del g["other"]
try:
    other
except NameError as e:
    print(e)
try:
    g["nope"]
except KeyError as e:
    print("KeyError", e)
def f(a, b=2, *args, **kw):
    c = 3
    return locals()
print(f(1), f(1, 5, 6, k=7))
def setter():
    globals()["from_function"] = 10
    global declared
    declared = 11
setter()
print(from_function, declared, "setter" in globals(), callable(globals()["setter"]))
def outer():
    captured = "cell"
    def inner():
        captured
        return sorted(locals())
    return inner(), sorted(k for k in locals() if k != "inner")
print(outer())
class C:
    x = 1
    names = sorted(k for k in locals() if not k.startswith("__"))
print(C.names)
print(locals()["value"], "C" in locals(), type(globals()).__name__)
def dispatch(name):
    return globals()[name]
def handler(): return "handled"
print(dispatch("handler")(), [k for k in g if k == "value"], len(g) > 5)
g.update(u1=1, u2=2)
print(u1, u2, g.pop("u1"), "u1" in g, g.setdefault("u3", 9), u3, g.setdefault("u3", 8))
def partial():
    if False:
        unset = 1
    set_one = 2
    return locals()
print(partial())
snapshot = dict(g)
print(snapshot["value"], sorted(k for k, v in g.items() if v == 2 and not k.startswith("_")))
