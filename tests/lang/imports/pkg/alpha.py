print("init alpha", __name__, __package__)
from .sub.deep import VALUE
from . import sub
def where(): return __name__
