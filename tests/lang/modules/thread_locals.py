# Fields of each thread: kept apart, behind class attributes, through __dict__ and __setattr__.
import threading
class G(threading.local):
    k = 'cls'
    def __init__(self, **kw): self.__dict__.update(kw)
    def __setattr__(self, n, v):
        old.append(getattr(self, n, None)); return super().__setattr__(n, v)
old = []
g = G(a=1, b=2)
g.a = 5; print(g.a, g.__dict__, old)
g.__dict__['a'] = 6; print(g.a)
g.k = 1; print(g.k, G.k); del g.k; print(g.k)
def t():
    print('thread', g.a, sorted(g.__dict__.items())); g.a = 'T'; print(g.a)
th = threading.Thread(target=t); th.start(); th.join(); print(g.a)
l = threading.local(); l.x = 1
try: l.y
except AttributeError as e: print(e)
try: del l.y
except AttributeError as e: print(e)
print(vars(l), hasattr(l, 'x'), l.__dict__ is l.__dict__)
try: threading.local(1)
except TypeError as e: print(e)
try: l.__dict__ = {}
except AttributeError as e: print(e)
class P(threading.local):
    def __init__(self, v): self.v = v; self.n = threading.current_thread().name == 'MainThread'
    @property
    def dbl(self): return self.v * 2
p = P(4); p.v = 9
def t2(): print(p.v, p.dbl, p.n)
th = threading.Thread(target=t2); th.start(); th.join(); print(p.v, p.dbl, p.n, dir(p)[-3:])
