print("b starts")
import cyclic.a
from cyclic.a import early
try:
    from cyclic.a import late
except ImportError as e:
    print("ImportError", str(e).split(" (")[0])
try:
    cyclic.a
    print("a reachable")
except AttributeError as e:
    print("AttributeError", e)
def get(): return cyclic.a.late
