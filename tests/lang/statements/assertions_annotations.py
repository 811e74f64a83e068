# assert; annotations of modules, classes and functions; docstrings.
"""Not the module docstring: it follows nothing but a comment, so it is."""
print(__doc__ is not None and __doc__[:7])
for text in ("assert 1", "assert 0", "assert 0, 'msg'", "assert [], [1, 2]", "assert None, None", "assert (1, 2) == (1,), f'{1}'", "assert 0, KeyError('k')"):
    try:
        exec(text)
        print(text, "passed")
    except AssertionError as e: print(text, "->", repr(e), e.args)
x: int = 1
y: "forward"
z: list[int] = [1]
(w): str = "parenthesised"
class A:
    a: int
    b: str = "b"
    c: "A"
    d: "list[A]" = None
    def m(self, x: int, *a: str, k: float = 1.0, **kw: dict) -> "A": pass
    a.__class__ if False else None
    _A__m: int = 3
    __priv: int = 4
print(__annotations__, A.__annotations__, A.m.__annotations__)
class B(A): e: int
class N: pass
print(B.__annotations__, N.__annotations__, "__annotations__" in N.__dict__, hasattr(A, "a"))
A.__annotations__["late"] = float
print("late" in A.__annotations__)
def f(a: 1 + 1, b: print("evaluated at def") = 2, *c: [3], d: {"k": 4}, **e: (5,)) -> lambda: 6: pass
print({k: v if not callable(v) else "callable" for k, v in f.__annotations__.items()})
def local():
    v: undefined_in_function
    u: int = 5
    return u, sorted(locals())
print(local())
try:
    exec("v: undefined_at_module")
except NameError as e: print(e)
try:
    class Bad: v: undefined_in_class
except NameError as e: print(e)
class Target: pass
t = Target()
t.attr: int = 5
d = {}
d["k"]: str = "v"
t.only: int
print(t.attr, d, hasattr(t, "only"), "attr" in __annotations__)
exec("from __future__ import annotations\ndef g(a: undefined, b: int | None = None, *, c: 'str', d: list[int]) -> x.y[z]: pass\nclass H: v: not_there; w: 'quoted' = 1\nprint(g.__annotations__, H.__annotations__)")
def doc1():
    "single"
def doc2():
    """Multi
    line
    """
def doc3():
    r"raw \n doc"
def doc4():
    f"not a doc"
def doc5():
    b"bytes no doc"
def doc6():
    "a" "b"
def doc7():
    pass
    "late string"
def doc8(): "inline"; return 1
for fn in (doc1, doc2, doc3, doc4, doc5, doc6, doc7, doc8): print(repr(fn.__doc__))
class D:
    "class doc"
    x = 1
    "attribute string"
class E(D): pass
print(D.__doc__, E.__doc__, D().__doc__, D.x)
class F:
    __doc__ = "assigned"
print(F.__doc__)
lam = lambda: "no doc"
print(lam.__doc__)
import typing
print(typing.get_type_hints(A.m)["return"], typing.get_type_hints(A)["c"])
def opt(a: int | None = None, b: "int | str" = 1) -> typing.Optional[int]: pass
print(opt.__annotations__["a"], typing.get_type_hints(opt)["b"], opt.__annotations__["return"])
