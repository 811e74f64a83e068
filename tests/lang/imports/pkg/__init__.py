"""Package doc."""
print("init pkg", __name__, __package__)
from . import alpha
from .sub import deep as deep_alias
VERSION = "1.0"
__all__ = ["alpha", "VERSION", "late"]
_private = 1
hidden = 2
