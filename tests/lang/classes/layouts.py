# Which classes may be bases of one class together, with and without __slots__.
def t(f):
    try: f(); print('ok')
    except Exception as e: print(type(e).__name__, e)
def mk(base, slots=None, name='A'):
    d={}
    if slots is not None: d['__slots__']=slots
    return type(name,(base,),d)
for base in tuple, int, bytes, list, str, object, Exception, set, type, OSError, complex:
    for s1 in None, (), '__dict__', '__weakref__', ('__dict__','__weakref__'), 'a':
        for s2 in None, (), '__dict__', '__weakref__', 'a':
            try: A=mk(base,s1); B=mk(base,s2)
            except TypeError as e: print(base, s1, s2, e); continue
            print(base,s1,s2,end=' ')
            t(lambda: type('C',(A,B),{}))
            print(base,s1,s2,end=' ')
            t(lambda: type('C',(A,base),{}))


import collections
import itertools


class Plain: pass
class Slotted: __slots__ = ('a',)
class Pair(tuple): pass
class Number(int): pass
class Closed(Number): __slots__ = ()


KINDS = [tuple, int, list, dict, Exception, OSError, ImportError, KeyError, UnicodeError, StopIteration, SystemExit, BaseException, type, collections.deque, Plain, Slotted, Pair, Number, Closed]
for a, b in itertools.permutations(KINDS, 2):
    for space in {}, {'__slots__': ()}:
        try:
            c = type('C', (a, b), dict(space))
            text = c.__base__.__name__
        except TypeError as e:
            text = str(e).replace('\n', ' ')
        print(a.__name__, b.__name__, len(space), text)
