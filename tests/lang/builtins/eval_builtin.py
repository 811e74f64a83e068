x = 10
print(eval("x + 1"), eval("  2 * 3"), eval("[i * x for i in range(3)]"), eval("'a' + 'b'"), eval(b"1 + 1"), eval("(lambda y: y + x)(5)"), eval("None"), eval("x if x > 5 else 0"))
print(eval("a + b", {"a": 1, "b": 2}), eval("a + b", {"a": 1}, {"b": 5}), eval("a", {"a": 1}, {"a": 2}), eval("len('abc')", {}), eval("x", {"x": "mine"}))
def f(p):
    q = p * 2
    return eval("p + q + x"), eval("[p, q]"), eval("sum([p, q])")
print(f(3))
def g():
    x = "local"
    return eval("x"), eval("x", globals())
print(g())
d = {"n": 5}
print(eval("n * 2", d), sorted(k for k in d if k != "__builtins__"))
print(eval("(w := 7) + 1"), w)
class M(dict):
    def __missing__(self, k): return k.upper()
print(eval("foo + bar", {}, M()))
print(eval("abs(-5) + max(1, 2)", {"__builtins__": {"abs": abs, "max": max}}))
for src, args in [("1 +", ()), ("x = 1", ()), ("undefined_name", ()), ("1 / 0", ()), ("", ()), ("import os", ()), ("open", ({"__builtins__": {}},)), ("y", ({"x": 1},))]:
    try:
        print(eval(src, *args))
    except Exception as e:
        print(repr(src), type(e).__name__, e if not isinstance(e, SyntaxError) else "")
for call in [lambda: eval(5), lambda: eval("1", 5), lambda: eval("1", {}, 5), lambda: eval(), lambda: eval("1\x00")]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__)
print([eval("n * n") for n in [1, 2, 3]] if False else [eval("n * n", {"n": n}) for n in [1, 2, 3]])
total = 0
for i in range(50):
    total += eval("i + total * 0")
print(total)
