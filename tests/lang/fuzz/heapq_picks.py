# nsmallest() and nlargest() of everything and of one.
import heapq
def t(f):
    try: v=f(); print(type(v).__name__, v)
    except Exception as e: print(type(e).__name__, e)
class L(list):
    def __len__(self): return 1/0
class M(list):
    def __len__(self): return 2
class X:
    def __init__(s,v): s.v=v
    def __lt__(s,o): print(s.v,'<',o.v); return s.v<o.v
    def __gt__(s,o): print(s.v,'>',o.v); return s.v>o.v
    def __repr__(s): return 'X%d'%s.v
for f in (heapq.nsmallest, heapq.nlargest):
    for n in (0,1,2,3,4,-1,-5, 100):
        for it in ([3,1,2],iter([3,1,2]),[],(5,),L([1]),M([3,1,2]),5,{'a':1,'b':2}):
            t(lambda: f(n,it)); t(lambda: f(n,it,key=lambda x:-x)); t(lambda: f(n,it,key=str))
    t(lambda: f(1,[X(3),X(1),X(2)])); t(lambda: f(3,[X(3),X(1),X(2)])); t(lambda: f(5,(X(3),X(1),X(2))))
