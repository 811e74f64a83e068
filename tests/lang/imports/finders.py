# Finders in sys.meta_path, loaders of every sort, modules made from specifications.
import sys, importlib.abc, importlib.machinery, importlib.util, types
class Finder(importlib.abc.MetaPathFinder):
    def __init__(self, sources): self.sources = sources
    def find_spec(self, fullname, path, target=None):
        print('find', fullname, path)
        if fullname in self.sources:
            return importlib.util.spec_from_loader(fullname, Loader(self.sources[fullname]), is_package=fullname == 'virt')
class Loader(importlib.abc.Loader):
    def __init__(self, src): self.src = src
    def create_module(self, spec): return None
    def exec_module(self, module): exec(self.src, module.__dict__)
sys.meta_path.insert(0, Finder({'virt': 'x = 1\nprint("running", __name__)', 'virt.sub': 'from virt import x\ny = x + 1', 'bad': '1 / 0'}))
import virt, virt.sub
print(virt.x, virt.sub.y, virt.__spec__.name, virt.__package__, type(virt.__loader__).__name__, 'virt.sub' in sys.modules)
from virt.sub import y; print(y)
try: import bad
except ZeroDivisionError as e: print(repr(e), 'bad' in sys.modules)
try: import nothing_at_all
except ModuleNotFoundError as e: print(e)
import colorsys; print(colorsys.__name__)
class Old:
    def find_module(self, name, path=None): return self if name == 'oldstyle' else None
    def load_module(self, name):
        m = sys.modules.setdefault(name, types.ModuleType(name)); m.v = 'old'; return m
sys.meta_path[:] = [f for f in sys.meta_path if not isinstance(f, Finder)]
spec = importlib.machinery.ModuleSpec('made', Loader('z = 9'))
m = importlib.util.module_from_spec(spec); spec.loader.exec_module(m); print(m.z)
class Src(importlib.abc.InspectLoader):
    def get_source(self, n): return 'q = __name__'
s = importlib.util.spec_from_loader('srcmod', Src()); m = importlib.util.module_from_spec(s); s.loader.exec_module(m); print(m.q)
