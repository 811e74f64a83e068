# Null bytes and surrogates in sources; itertools.count() of bools and subclasses of int.
import itertools
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
for b in (b'\x00\xff', b'a\x00', b'\xff\x00', b'# coding: latin-1\n\x00', '\x00', 'a=1\x00', '\ud800', 'x=1\n\x00'):
    t(lambda: exec(b)); t(lambda: eval(b)); t(lambda: compile(b,'f','exec'))
from itertools import count, islice
class I(int): pass
for a in ((False,1),(True,),(False,2),(1,True),(I(3),),(I(3),1),(I(3),2),(1.5,True),(2,I(1)),(2**70,),(2**63-2,),(False,0),(True,-1),(True,1.0)):
    c=count(*a); print(repr(c), list(islice(c,3)), repr(c))
c=count(2**63-3); print([next(c) for _ in range(5)], c)
