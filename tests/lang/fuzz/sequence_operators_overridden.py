# A method of a script takes the place of repeating and concatenating in subclasses of sequences.
import operator


def t(f):
    try:
        v = f()
        print(type(v).__name__, v)
    except Exception as e:
        print(type(e).__name__, e)


class Add(str):
    def __add__(self, o): return NotImplemented
class Mul(str):
    def __mul__(self, o): return NotImplemented
class Rmul(str):
    def __rmul__(self, o): return NotImplemented
class Both(list):
    def __add__(self, o): return NotImplemented
    def __mul__(self, o): return NotImplemented
class Inplace(list):
    def __iadd__(self, o): return NotImplemented
    def __imul__(self, o): return NotImplemented
class Index:
    def __index__(self): return 2
class IndexMul:
    def __index__(self): return 2
    def __mul__(self, o): return NotImplemented
    def __rmul__(self, o): return NotImplemented


for c in (Add, Mul, Rmul, Both, Inplace):
    for o in (2, "a", [1], c("q"), None, 2.5, Index(), IndexMul(), 2**70):
        print(c.__name__, type(o).__name__)
        t(lambda: c("x") + o)
        t(lambda: c("x") * o)
        t(lambda: o * c("x"))
        t(lambda: o + c("x"))
        t(lambda: operator.iadd(c("x"), o))
        t(lambda: operator.imul(c("x"), o))
        t(lambda: operator.iadd(o, c("x")))
        t(lambda: operator.imul(o, c("x")))
