"""The operators, under the name of CPython's accelerator."""
from operator import *
from hmac import compare_digest as _compare_digest
