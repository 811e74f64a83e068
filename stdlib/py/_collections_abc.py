"""The module collections.abc under its other name."""
import collections.abc
import sys

sys.modules[__name__] = collections.abc
