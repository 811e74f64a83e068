"""The module os.path under its other name."""
import os.path
import sys

sys.modules[__name__] = os.path
