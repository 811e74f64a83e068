# Packages, relative imports, submodules as attributes, __all__.
import pkg
print(pkg.__name__, pkg.__doc__, pkg.VERSION, pkg.deep_alias.VALUE, pkg.alpha.where(), pkg.sub.__name__, pkg.sub.deep is pkg.deep_alias)
print(hasattr(pkg, "late"), hasattr(pkg, "alpha"), pkg.__package__, bool(pkg.__path__), pkg.alpha.__package__, pkg.sub.__package__)
import pkg.late
print(pkg.late.NAME)
import pkg.sub.deep as d
from pkg.sub import deep
from pkg.sub.deep import VALUE as v, up
print(d is deep, v, up(), d.parent_name, d.again)
import sys
print(sorted(m for m in sys.modules if m == "pkg" or m.startswith("pkg.")), sys.modules["pkg.sub.deep"] is d)
ns = {}
exec("from pkg import *", ns)
print(sorted(k for k in ns if not k.startswith("__")))
from pkg import alpha, late as l2
print(alpha.VALUE, l2.NAME)
for text in ("import pkg.nothing", "from pkg import nothing", "import nothing.at.all", "from pkg.late import nothing", "import pkg.late.deeper", "from nowhere import x", "from . import x", "from .sibling import y", "from .. import z"):
    try:
        exec(text)
    except ImportError as e:
        print(type(e).__name__, "|", str(e).split(" (")[0], "|", e.name)
print(__name__, __package__)
import pkg as p1, pkg.alpha as p2
print(p1.alpha is p2)
del sys.modules["pkg.late"]
import pkg.late
print(pkg.late is l2)
def local_import():
    import pkg.alpha
    from pkg import VERSION
    return pkg.VERSION == VERSION, sorted(locals())
print(local_import())
class C:
    import pkg
    from pkg.sub.deep import VALUE
print(C.pkg is pkg, C.VALUE)
if True:
    import pkg.sub as conditional
print(conditional.__name__)
