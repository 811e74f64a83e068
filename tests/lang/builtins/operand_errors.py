# What operators and constructors say about operands of the wrong type, and which operand answers first.
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k))[:150])
    except BaseException as e:
        print(type(e).__name__, e)


class O:
    pass


class R:
    def __radd__(self, o): return 'radd'
    def __rmul__(self, o): return 'rmul'


class No:
    def __radd__(self, o): return NotImplemented
    def __rmul__(self, o): return NotImplemented
    __mul__ = __rmul__


class S(str):
    pass


class RS(str):
    def __radd__(self, o): return 'RS.radd'


class RL(list):
    def __radd__(self, o): return 'RL.radd'


for x in ['a', b'a', [1], (1,), bytearray(b'a'), S('a')]:
    for y in [O(), R(), No(), RS('q'), RL([1]), 1, None, 'a', 1.5, [3], 2**100]:
        t(lambda: x + y)
        t(lambda: x * y)
        if not isinstance(y, (R, RL, list)):
            t(lambda: y * x)


class BadIndex:
    def __index__(self): return 'x'


class Idx:
    def __index__(self): return 2


class HugeIdx:
    def __index__(self): return 2**100


for ctor in [complex, float, int, bytes, bytearray, range, chr, hex]:
    for a in [BadIndex(), HugeIdx(), Idx(), O(), None]:
        t(ctor, a)


class BR:
    def __repr__(self): return 1


class BS:
    def __str__(self): return 1


class Sub:
    def __str__(self): return S('sub')
    __repr__ = __str__


for f in [str, repr, ascii, format, lambda v: f'{v}', lambda v: '%s' % v, lambda v: '%r' % v, lambda v: repr([v])]:
    t(f, BR())
    if f is not repr and f is not ascii and f('') == '':
        t(f, BS())
print(type(str(Sub())).__name__, type(repr(Sub())).__name__, type(S(Sub())).__name__, S(Sub()) == 'sub')
for f in [lambda: int.__add__('a', 1), lambda: int.__add__(1.0, 2), lambda: float.__add__(1, 2), lambda: list.__len__(1), lambda: list.__getitem__((1,), 1), lambda: int.__repr__('a'),
          lambda: int.__eq__('a', 'b'), lambda: str.__len__(S('abc')), lambda: int.__add__(True, 2), lambda: bool.__and__(1, 2), lambda: dict.__contains__([], 1),
          lambda: set.__or__(frozenset(), set()), lambda: tuple.__iter__([]), lambda: int.__pow__(2.0, 2), lambda: int.__pow__(2, 5, 3)]:
    t(f)


class F(float):
    def __init__(self, arg, newarg=None): self.newarg = newarg


class L(list):
    def __new__(cls, items, newarg=None):
        self = super().__new__(cls, items)
        self.newarg = newarg
        return self


class T(tuple):
    def __init__(self, items, newarg=None): self.newarg = newarg


t(lambda: (F('1', newarg=3), F('1', newarg=3).newarg))
t(lambda: (L([1], newarg=3), L([1], newarg=3).newarg))
t(lambda: (T([1], newarg=3), T([1], newarg=3).newarg))


class Plain(float):
    pass


t(lambda: Plain(x=1))
t(lambda: sorted([1, 2], reverse=2**64))
t(lambda: [1, 2].sort(reverse=2**40))
t(lambda: 'abc'.count(1, 'a'))
t(lambda: 'abc'.find(1, None))
t(lambda: 0.0 ** float('-inf'))
print({'a': 1}.keys().mapping, {'a': 1}.items().mapping['a'], type(frozenset('ab') & {'a': 1}.keys()))


class I(int):
    pass


class H:
    def __init__(self, v): self.v = v
    def __hash__(self): return self.v


for v in (I(5), 2**100, -1, True, 'x', 1.5):
    t(lambda: hash(H(v)))
