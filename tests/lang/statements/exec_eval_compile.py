# exec, eval and compile: namespaces, live dicts, code objects, errors.
ns = {}
exec("x = 1\ndef f(): return x\ndef g():\n    global x\n    x += 1\n    return x", ns)
print(ns["x"], ns["f"](), ns["g"](), ns["x"])
ns["x"] = 50
print(ns["f"](), ns["g"](), ns["x"], eval("x + 1", ns), "__builtins__" in ns)
exec("del x", ns)
try: ns["f"]()
except NameError as e: print(e)
print(ns["f"].__globals__ is ns, ns["f"].__module__)
g, l = {"a": 1, "b": 2}, {"b": 20}
exec("c = a + b\ndef h(): return a", g, l)
print(sorted(k for k in l), l["c"], "c" in g, l["h"]())
exec("global gl\ngl = 5", g, l)
print(g["gl"], "gl" in l)
try: exec("y = 1\ndef k(): return y\nk()", {}, {})
except NameError as e: print(e)
print(eval("a + b", g, l), eval("[b for _ in range(1)]", g, l) if False else "", eval("(lambda: a)()", g, l))
class Map:
    def __init__(self): self.log = []
    def __getitem__(self, k):
        self.log.append(k)
        if k == "known": return "value"
        raise KeyError(k)
    def __setitem__(self, k, v): self.log.append((k, v))
    def __delitem__(self, k): self.log.append("del " + k)
m = Map()
exec("r = known\nlen\ndel r", {}, m)
print(m.log)
def local():
    v = 1
    exec("w = v + 1")
    exec("v = 100")
    return v, eval("v + 1"), "w" in locals() or True, eval("[v for _ in '1']", {"v": 7})
print(local())
def closure():
    q = 3
    def inner(): return q + eval("q")
    return inner()
print(closure())
code = compile("a * 2", "<c>", "eval")
print(eval(code, {"a": 4}), code.co_name, code.co_filename, type(code).__name__)
code = compile("total = sum(vals)", "<c>", "exec")
for vals in ([1], [1, 2]):
    n = {"vals": vals}
    exec(code, n)
    print(n["total"])
exec(compile("'shown'", "<s>", "single"))
print(eval("1, 2"), eval("  3  "), eval(b"4"), eval("lambda: 5")(), eval("\n6") if False else 6)
for fn, text in ((eval, "x = 1"), (eval, "1 +"), (exec, "if"), (eval, "1; 2"), (eval, "def f(): pass"), (exec, "a b"), (eval, "("), (exec, "  x = 1")):
    try: fn(text)
    except SyntaxError as e: print(fn.__name__, repr(text), type(e).__name__, e.msg, e.lineno)
for bad in (lambda: eval(5), lambda: exec(None), lambda: eval("1", 5), lambda: exec("1", []), lambda: eval("1", {}, 5), lambda: compile("1", "f", "bad"), lambda: compile("1"), lambda: eval("a\0b")):
    try: bad()
    except (TypeError, ValueError, SyntaxError) as e: print(type(e).__name__, e)
def body(): 
    global ran
    ran = "yes"
    return 7
print(eval(body.__code__), ran, exec(body.__code__))
def with_arg(a): return a
try: eval(with_arg.__code__)
except TypeError as e: print(e)
def outer():
    free = 1
    return lambda: free
try: eval(outer().__code__)
except TypeError as e: print(e)
r = {"__builtins__": {"len": len}}
print(eval("len([1])", r))
for name in ("print", "open", "__import__"):
    try: eval(name, r)
    except NameError as e: print(e)
try: exec("import os", {"__builtins__": {}})
except ImportError as e: print(e)
n = {}
exec("class A:\n    def m(self): return helper()\ndef helper(): return 'helped'", n)
print(n["A"]().m(), n["A"].__module__)
n = {"__name__": "custom"}
exec("def f(): pass\nclass C: pass", n)
print(n["f"].__module__, n["C"].__module__, n["C"])
n = {}
exec("from math import *\nimport os.path\nfor i in range(3): pass\nwith open(__file__ if '__file__' in globals() else '/dev/null') as fh: pass\ntry: 1/0\nexcept ZeroDivisionError as e: msg = str(e)", n)
print(n["floor"](1.5), n["i"], n["msg"], "e" in n)
n = {}
exec("'''doc'''\nx: int = 1\ny: str", n)
print(n["__doc__"], n["__annotations__"])
exec("def gen():\n    for v in data: yield v * 2", n)
n["data"] = [1, 2]
print(list(n["gen"]()))
n = {"data": [3, 1]}
print(eval("sorted(d for d in data)", n), eval("[(lambda: d)() for d in data]", n), eval("{d: len(data) for d in data}", n))
print(globals() is eval("globals()"), exec("top_level = 1"), top_level, "top_level" in globals())
class InBody:
    exec("made = 1")
    val = eval("made + 1")
print(InBody.made, InBody.val)
class Sub(dict):
    def __missing__(self, k): return "missing " + k
print(eval("anything", {}, Sub()))
n = {}
for i in range(3): exec(f"v{i} = {i}", n)
print([n[f"v{i}"] for i in range(3)])
funcs = {}
for i in range(2): exec(f"def f{i}(): return {i}", funcs)
print(funcs["f0"](), funcs["f1"]())
