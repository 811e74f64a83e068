# Generators that delegate to generators: values, errors, throw(), close(), re-entry, handled exceptions.
import sys
def tree(n): return None if n==0 else (tree(n-1),n,tree(n-1))
def walk(t):
    if t is not None:
        yield from walk(t[0]); yield t[1]; yield from walk(t[2])
print(list(walk(tree(4))), sum(walk(tree(8))), [x for x in walk(tree(3))])
for x in walk(tree(3)): print(x,end=' ')
print()
def inner():
    x=yield 1
    print('got',x)
    y=yield 2
    print('got',y)
    return 'ret'
def mid():
    r=yield from inner()
    print('mid',r)
    return r*2
def outer():
    r=yield from mid()
    print('outer',r)
    z=yield 'z'
    print('z got',z)
    return 'end'
g=outer()
print(next(g)); print(g.gi_running, g.gi_yieldfrom.__name__, g.gi_suspended if hasattr(g,'gi_suspended') else '')
print(g.send('a')); print(g.send('b'))
try: g.send('c')
except StopIteration as e: print('stop',e.value)
# exceptions
def bad(n):
    yield n
    raise KeyError(n)
def catch():
    x=1
    try:
        x=yield from bad(5)
    except KeyError as e:
        print('caught',e,x)
        yield 'after'
    y=yield from bad(6)
def top(): yield from catch()
try:
    for v in top(): print(v)
except KeyError:
    import traceback; t=traceback.format_exc().splitlines(); print([l.strip() for l in t if 'in ' in l and 'File' not in l or 'line' in l and 'File' in l and 0] , sum('in top' in l for l in t), sum('in catch' in l for l in t), sum('in bad' in l for l in t))
# throw and close
def tc():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print('inner caught',e); yield 'v'
    finally: print('fin')
    return 9
def o2():
    r=yield from tc(); print('r',r); yield r
g=o2(); print(next(g)); print(g.throw(ValueError('x'))); print(next(g)); 
g=o2(); next(g); g.close(); print('closed')
def selfrun():
    def inn():
        try: next(g)
        except ValueError as e: print('VE',e, g.gi_running)
        try: g.send(1)
        except ValueError as e: print('VE',e)
        try: g.close()
        except ValueError as e: print('VE',e)
        try: g.throw(KeyError)
        except ValueError as e: print('VE',e)
        yield 1
        try: next(g)
        except ValueError as e: print('VE2',e, g.gi_running, g.gi_yieldfrom)
        yield 2
    def mm(): yield from inn()
    yield from mm()
g=selfrun(); print(list(g))
# handled exception in the delegator
def h():
    try: 1/0
    except ZeroDivisionError:
        yield from sub()
        try: raise KeyError('k')
        except KeyError as e: print(repr(e.__context__))
def sub():
    yield repr(sys.exc_info()[1])
    yield repr(sys.exc_info()[1])
    try: raise
    except ZeroDivisionError as e: yield repr(e)
print(list(h()))
def w(): yield from h()
for x in w(): print(x)
# StopIteration inside
def si():
    yield 1
    raise StopIteration(3)
def osi():
    r=yield from si(); print('never',r)
try: list(osi())
except RuntimeError as e: print(repr(e), repr(e.__cause__))
# return values through many levels
def lev(n):
    if n==0:
        yield 0; yield 1; return 'x'
    r=yield from lev(n-1)
    yield n
    return r+str(n)
def drive(g):
    out=[]
    while 1:
        try: out.append(next(g))
        except StopIteration as e: return out,e.value
print(drive(lev(12)))
def conv(): 
    r=yield from lev(5); yield r
print(list(conv()), tuple(conv()), max(lev(6)), any(x==3 for x in lev(4)), sorted(lev(5)), dict(zip(lev(4),lev(4))), 7 in lev(9))
# shared inner
i=iter(lev(2))
def sh():
    yield from i
a=sh(); b=sh(); print(next(a), next(b), next(i), list(a), list(b))
# iterators that are no generators
def mix(): 
    yield from [1,2]; yield from (x for x in 'ab'); x=yield from iter({3:4}); print(x); yield from mixin()
def mixin(): yield from range(2); yield from map(str,(7,8))
print(list(mix())); 
for q in mix(): print(q,end=',')
print()
def deep(n):
    if n: yield from deep(n-1)
    else:
        yield 'bottom'; raise OSError('deep')
g=deep(200); print(next(g))
try: next(g)
except OSError as e:
    n=0; tb=e.__traceback__
    while tb: n+=1; tb=tb.tb_next
    print('OSError',n)
def recur():
    yield 1
    yield from recur()
c=0
try:
    for x in recur():
        c+=1
        if c>300: break
    print('c',c)
except RecursionError: print('rec')
def finally_order():
    try:
        yield from lev(2)
    finally: print('fo')
for x in finally_order():
    if x==1: break
del x
def gexp(): yield from (a*b for a in lev(3) for b in lev(2))
print(sum(gexp()))
class It:
    def __init__(s): s.n=0
    def __iter__(s): return s
    def __next__(s):
        s.n+=1
        if s.n>3: raise StopIteration('itval')
        if s.n==2: return 'two'
        return s.n
def oit():
    x='old'
    try: x=yield from It()
    finally: print('x',x)
def oo(): yield from oit()
print(list(oo()))
