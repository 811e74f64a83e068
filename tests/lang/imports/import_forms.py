# Every form of the import statement and what it binds.
import math
import math as m1, os.path, os as system
from math import pi, floor as fl, sqrt
from math import (ceil,
                  trunc as tr,
                  )
from os import path, sep
import collections.abc
import collections.abc as cabc
from collections import abc as abc2, OrderedDict as OD
print(m1 is math, fl(pi), sqrt(4), ceil(1.2), tr(2.7), os.path is path, system is os, sep == os.sep, cabc is collections.abc is abc2, OD.__name__)
def local():
    import json
    from json import dumps as d
    return sorted(locals()), d({"a": 1}), json.loads("[1]")
print(local(), "json" in globals())
class Holder:
    import math as inner
    from math import e as euler
    value = inner.floor(euler)
print(Holder.value, Holder().inner.pi == pi)
def conditional(flag):
    if flag: import string as module
    else: import textwrap as module
    return module.__name__
print(conditional(True), conditional(False))
try: import no_such_module_anywhere
except ImportError as e: print(type(e).__name__, e, e.name)
try: from math import no_such_name
except ImportError as e: print(type(e).__name__, str(e).split(" (")[0], e.name)
try:
    import fast_version as impl
except ImportError:
    import plain_mod as impl
print(impl.public, __name__)
for text in ("import a.b as c.d", "from x import", "import", "from . import", "import *", "from math import *, pi", "from math import (pi", "def f():\n    from math import *", "class C:\n    from math import *", "from math import pi as", "import math as 5", "from 5 import x"):
    try:
        compile(text, "<i>", "exec")
        print("ok", repr(text))
    except SyntaxError as e: print(repr(text), "->", e.msg)
ns = {}
exec("from math import *\nimport os.path as p, sys\nfrom collections import *", ns)
print("pi" in ns, "p" in ns, "sys" in ns, "deque" in ns, "os" in ns)
import sys
print(sys.modules["math"] is math, "os.path" in sys.modules, type(sys.modules).__name__, math.__name__, "plain_mod" in sys.modules)
sys.modules["alias_mod"] = math
import alias_mod
print(alias_mod is math)
del sys.modules["alias_mod"]
try: import alias_mod
except ImportError as e: print(e)
import plain_mod
before = plain_mod.bump()
import plain_mod as twice
print(twice.bump() - before, twice.__doc__)
math_name = "math"
print(__import__(math_name).pi == pi, getattr(__import__("os.path"), "path") is path)
import math; import os; from math import pi
print("after", pi > 3)
if __name__ == "__main__": print("main guard")
