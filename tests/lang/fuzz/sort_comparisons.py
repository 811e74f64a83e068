# Which items sort() compares, and in which order.
class X:
    def __init__(s,v): s.v=v
    def __lt__(s,o): print(s.v,'<',o.v); return s.v<o.v
    def __repr__(s): return 'X%d'%s.v
import itertools
for p in itertools.permutations(range(4)):
    for r in (False,True):
        print(p,r); print(sorted(map(X,p),reverse=r))
        print(sorted(map(X,p),reverse=r,key=lambda x:X(-x.v)))
import random
random.seed(5)
for n in (10, 40, 63):
    l=[random.randrange(50) for _ in range(n)]
    print(n);print(sorted(map(X,l))); print(sorted(map(X,l),reverse=True))
