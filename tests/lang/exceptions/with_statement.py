# with: protocol, suppression, several managers, exceptions at every stage.
class CM:
    def __init__(self, name, swallow=False, enter=None, exit=None):
        self.name, self.swallow, self.on_enter, self.on_exit = name, swallow, enter, exit
    def __enter__(self):
        print("enter", self.name)
        if self.on_enter: raise self.on_enter
        return self.name.upper()
    def __exit__(self, t, v, tb):
        print("exit", self.name, t.__name__ if t else None, v, tb is not None)
        if self.on_exit: raise self.on_exit
        return self.swallow
with CM("a") as a: print("body", a)
with CM("a") as a, CM("b") as b: print(a, b)
with (CM("p") as a, CM("q") as b,): print(a, b)
with (CM("only")): pass
with CM("t") as (x, *y): print(x, y)
with CM("s", swallow=True): raise ValueError("gone")
try:
    with CM("n"): raise ValueError("kept")
except ValueError as e: print("caught", e)
try:
    with CM("o"), CM("i", exit=KeyError("exit")): raise ValueError("body")
except KeyError as e: print(repr(e), repr(e.__context__))
with CM("o", swallow=True), CM("i", exit=KeyError("exit")): raise ValueError("body")
try:
    with CM("o"), CM("i", enter=OSError("enter")): print("never")
except OSError as e: print(e)
def ret():
    with CM("r"): return "returned"
print(ret())
def ret2():
    with CM("r", swallow=True): raise ValueError
    return "after"
print(ret2())
for i in range(3):
    with CM("loop%d" % i):
        if i == 0: continue
        if i == 1: break
def gen():
    with CM("g"):
        yield 1
        yield 2
print(list(gen()))
g = gen()
next(g)
g.close()
class Obj: pass
o, d = Obj(), {}
with CM("attr") as o.x, CM("item") as d["k"]: pass
print(o.x, d)
for bad in (5, object(), None):
    try:
        with bad: pass
    except TypeError as e: print(e)
class NoExit:
    def __enter__(self): print("entered")
class NoEnter:
    def __exit__(self, *a): pass
for c in (NoExit, NoEnter):
    try:
        with c(): pass
    except TypeError as e: print(e)
i = CM("inst")
i.__enter__ = lambda: "ignored"
with i as v: print(v)
class Truthy:
    def __enter__(self): return self
    def __exit__(self, *a): return [1]
with Truthy(): 1 / 0
class ByClass:
    @staticmethod
    def __enter__(): return "static"
    @classmethod
    def __exit__(cls, *a): print(cls.__name__, a); return True
with ByClass() as s: print(s)
from contextlib import contextmanager, suppress, ExitStack, closing, nullcontext, redirect_stdout
@contextmanager
def managed(n):
    print("setup", n)
    try: yield n * 2
    except ValueError as e: print("handled", e)
    finally: print("teardown", n)
with managed(2) as m: print(m)
with managed(3): raise ValueError("inside")
try:
    with managed(4): raise KeyError("through")
except KeyError as e: print(e)
with suppress(ZeroDivisionError): 1 / 0
with ExitStack() as st:
    st.callback(print, "callback")
    print(st.enter_context(CM("stacked")))
with nullcontext(7) as n: print(n)
@contextmanager
def broken():
    if False: yield
try:
    with broken(): pass
except RuntimeError as e: print(e)
@contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
class ExitRaisesSame:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): raise v
try:
    with ExitRaisesSame(): raise ValueError("same")
except ValueError as e: print(e, e.__context__)
