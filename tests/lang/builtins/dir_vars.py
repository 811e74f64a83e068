class A:
    cls_attr = 1
    def __init__(self): self.b = 1; self.a = 2
    def method(self): pass
class B(A):
    extra = 1
    def other(self): pass
def public(names): return [n for n in names if not n.startswith("_") and n != "type"]
print(public(dir(A())), public(dir(A)), public(dir(B)), public(dir(B())), dir(A()) == sorted(dir(A())))
print("append" in dir([]), "upper" in dir(""), "bit_length" in dir(5), "__len__" in dir([]), "__class__" in dir(5), "__init__" in dir(A), "__doc__" in dir(A()))
class D:
    def __dir__(self): return ["z", "a", "m"]
print(dir(D()))
import math
print("pi" in dir(math), "sqrt" in dir(math))
some_global = 5
print("some_global" in dir(), "A" in dir())
def f(p):
    q = 1
    names = dir()
    return "p" in names, "q" in names, "r" in names, sorted(vars().keys() - {"names"}), sorted(locals().keys() - {"names"})
print(f(3))
print(vars(A()), sorted(public(vars(A))), vars(B()) == {"b": 1, "a": 2}, "pi" in vars(math), vars()["some_global"])
for g in [lambda: vars(5), lambda: vars("x"), lambda: vars([]), lambda: dir(1, 2)]:
    try:
        print(g())
    except TypeError as x:
        print("TypeError", str(x)[:40])
