# A slot without a value and a descriptor that fails leave the attribute to __getattr__; bytearray items; receivers.
def t(f):
    try: v=f(); print(type(v).__name__, v)
    except Exception as e: print(type(e).__name__, e)
class A:
    __slots__=('a',)
    def __getattr__(s,n): return 'no '+n
    @property
    def area(s): return s.a, 1
    @property
    def bad(s): raise AttributeError('x')
class B(list):
    __slots__=('a',)
    def __getattr__(s,n): raise AttributeError(n)
class C(A): pass
class D(A):
    def __getattribute__(s,n): return super().__getattribute__(n)
for c in (A,B,C,D):
    o=c()
    t(lambda: o.a); t(lambda: o.b); t(lambda: o.area); t(lambda: o.bad); t(lambda: getattr(o,'a')); t(lambda: getattr(o,'a',5)); t(lambda: hasattr(o,'a'))
    o.a=3
    t(lambda: o.a); t(lambda: o.area)
    del o.a
    for i in range(3): t(lambda: o.a)
x=bytearray(b'abc')
def s(k,v): x[k]=v; return x
for k in (0,9,'a',slice(0,1),None,2.5):
    for v in (1,300,'a',{1},b'ab',None,-1,[1,2],2**70): t(lambda: s(k,v))
t(lambda: sorted([1],key=str.lower)); t(lambda: list(map(str.lower,[1]))); t(lambda: max([1],key=str.upper)); t(lambda: str.lower(1)); t(lambda: list(filter(str.isdigit,[1]))); t(lambda: sorted([1],key=list.copy)); t(lambda: [1].sort(key=str.lower)); t(lambda: min('a',1,key=str.lower))
import functools,itertools
t(lambda: list(itertools.takewhile(str.isdigit,[1]))); t(lambda: list(itertools.groupby([1],str.lower))); t(lambda: functools.reduce(str.join,[1,2]))
class Nd:
    def __get__(s,o,c): raise AttributeError('nd')
class E:
    x=Nd()
    def __getattr__(s,n): return 'asked '+n
t(lambda: E().x); t(lambda: E.x); t(lambda: getattr(E(),'x',1))
e=E()
for i in range(3): t(lambda: e.x)
