# Module objects: attributes, __getattr__, import star rules, one run per process.
import plain_mod
import plain_mod as again
print(plain_mod is again, plain_mod.__name__, plain_mod.__doc__, plain_mod.public, type(plain_mod).__name__)
print(plain_mod.bump(), again.bump(), plain_mod.counter)
from plain_mod import counter, bump as b
counter[0] = 10
print(b(), plain_mod.counter is counter)
from plain_mod import public
public = 99
print(plain_mod.public)
plain_mod.public = 5
plain_mod.added = "new"
print(plain_mod.public, plain_mod.added, "added" in vars(plain_mod), "added" in dir(plain_mod), plain_mod.__dict__["public"])
del plain_mod.added
try:
    plain_mod.added
except AttributeError as e:
    print(e)
try:
    del plain_mod.added
except AttributeError as e:
    print(type(e).__name__)
setattr(plain_mod, "s", 1)
print(getattr(plain_mod, "s"), hasattr(plain_mod, "zz"), getattr(plain_mod, "zz", "dflt"))
ns = {}
exec("from plain_mod import *", ns)
print(sorted(k for k in ns if not k.startswith("__")))
ns = {}
exec("from all_mod import *", ns)
print(sorted(k for k in ns if not k.startswith("__")))
try:
    exec("from badall_mod import *", {})
except AttributeError as e:
    print(e)
import getattr_mod
print(getattr_mod.real, getattr_mod.dyn_x, hasattr(getattr_mod, "other"), dir(getattr_mod))
from getattr_mod import dyn_imported
print(dyn_imported)
try:
    from getattr_mod import nothing
except ImportError as e:
    print(str(e).split(" (")[0])
try:
    getattr_mod.zip
except AttributeError as e:
    print(e)
import importlib, sys
m = importlib.import_module("all_mod")
print(m.one, m is sys.modules["all_mod"])
m.one = "changed"
m2 = importlib.reload(m)
print(m2 is m, m.one)
m = importlib.import_module(".alpha", "pkg")
print(m.__name__)
print(__import__("pkg.sub.deep").__name__, __import__("pkg.sub.deep", fromlist=["x"]).__name__)
import types
made = types.ModuleType("made_up", "doc here")
made.value = 7
sys.modules["made_up"] = made
import made_up
from made_up import value
print(made_up is made, value, made.__doc__, made.__name__)
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as e:
    print(type(e).__name__, e)
try:
    from math import nope
except ImportError as e:
    print(str(e).split(" (")[0])
import math as m, os.path as osp
print(m.pi > 3, osp.join("a", "b"))
from os import path as p2
print(p2 is osp)
print(__name__, __doc__, "__file__" in globals())
