import gc, weakref
class A:
    def __init__(self, n):
        self.n = n
    def hello(self):
        return f'hello {self.n}'
def check():
    a = A(1)
    r = weakref.ref(a)
    print(r() is a, weakref.ref(a) is r, r == weakref.ref(a), hash(r) == hash(a), weakref.getweakrefcount(a))
    p = weakref.proxy(a)
    print(p.n, p.hello())
    p.n = 5
    print(a.n)
    return r, p
r, p = check()
gc.collect()
print(r() is None, 'dead' in repr(r))
try:
    p.n
except ReferenceError as e:
    print(e)
gone = []
def make():
    x = A(2)
    return weakref.ref(x, lambda ref: gone.append('callback'))
k = make()
gc.collect()
print(k(), gone)
d = weakref.WeakValueDictionary()
def fill():
    a, b = A('a'), A('b')
    d['a'] = a
    d['b'] = b
    print(len(d), sorted(d), 'a' in d, d['a'].n, d.get('zz', 0))
    return a
keep = fill()
gc.collect()
print(sorted(d.items(), key=lambda kv: kv[0])[0][0], len(d), 'b' in d)
w = weakref.WeakKeyDictionary()
w[keep] = 1
def temp():
    w[A('t')] = 2
temp()
gc.collect()
print(len(w), w[keep], keep in w)
s = weakref.WeakSet([keep])
s.add(A('x'))
gc.collect()
print(len(s), keep in s)
f = weakref.finalize(keep, print, 'finalized', 1)
print(f.alive)
def drop():
    b = A(9)
    weakref.finalize(b, print, 'b is gone')
drop()
gc.collect()
f()
print(f.alive, f())
for bad in (1, 'x', [], {}, (), None):
    try:
        weakref.ref(bad)
    except TypeError as e:
        print(e)
m = weakref.WeakMethod(keep.hello)
print(m()())
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), isinstance(gc.collect(), int), gc.get_threshold())
import copy
class Node:
    def __init__(self):
        self.parent = None
n = Node()
c = Node()
c.parent = weakref.ref(n)
print(c.parent() is n)
