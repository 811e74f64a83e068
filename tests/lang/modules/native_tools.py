import itertools as I, operator as O, functools as F, bisect, heapq
print(list(I.islice(I.count(5,2),4)), I.count(1.5,0.5), I.repeat(3,2), list(I.repeat(3,2)))
print(list(I.chain('ab',[1,2])), list(I.chain.from_iterable(['ab','cd'])), list(I.compress('abcd',[1,0,1,1])))
print(list(I.accumulate([1,2,3])), list(I.accumulate([1,2,3],O.mul,initial=5)), list(I.dropwhile(lambda x:x<3,[1,2,3,1])), list(I.takewhile(lambda x:x<3,[1,2,3,1])))
print([(k,list(g)) for k,g in I.groupby('aabbbc')], list(I.product('ab',[1,2])), list(I.permutations([1,2,3],2)), list(I.combinations('abcd',2)), list(I.combinations_with_replacement('abc',2)))
print(list(I.product('ab',repeat=2)), list(I.product()), list(I.permutations([])), list(I.combinations([],0)))
a,b=I.tee(range(200)); print(sum(a),sum(b)); print(list(I.zip_longest([1,2,3],'a',fillvalue=0)), list(I.pairwise([1,2,3])), list(I.starmap(pow,[(2,3),(3,2)])), list(I.filterfalse(None,[0,1,2])))
print(type(I.count()), I.chain.__name__, I.chain.__module__)
p=F.partial(int,base=2); print(p('101'), p.func, p.args, p.keywords, p)
@F.lru_cache(maxsize=3)
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(50), fib.cache_info(), fib.__name__)
class A:
    @F.lru_cache(None)
    def f(self,x): print('call',x); return x*2
    @F.cached_property
    def g(self): print('g'); return 5
x=A(); print(x.f(3),x.f(3),x.g,x.g, A.f.cache_info())
print(F.reduce(O.add,[1,2,3]), sorted([3,1,2],key=F.cmp_to_key(lambda a,b:b-a)))
print(O.itemgetter(1)([1,2]), O.itemgetter(0,1)('ab'), O.attrgetter('real','imag')(3), O.methodcaller('upper')('a'), O.itemgetter(1), O.attrgetter('a.b'), O.methodcaller('x',1,k=2))
h=[5,3,8,1]; heapq.heapify(h); print(h, heapq.heappop(h), heapq.nlargest(2,[4,1,7]), heapq.nsmallest(2,[4,1,7],key=lambda x:-x), list(heapq.merge([1,4],[2,3])), list(heapq.merge([4,1],[3,2],reverse=True)))
l=[1,2,4]; bisect.insort(l,3); print(l, bisect.bisect_left(l,3))
class D(dict): pass
d=D(a=1); print(d['a'], 'a' in d, len(d), list(d)); d['b']=2; del d['a']; print(d)
import collections as C, copy, operator
P = C.namedtuple('P', 'x y', defaults=[7])
print(P(1), P(1, 2), P(y=3, x=4), P._make([1, 2]), P(1)._replace(x=9), P(1)._asdict(), P.x.__doc__, P.__new__.__defaults__, P.__module__)
for make in (lambda: P(), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: P(1, x=2)):
    try:
        make()
    except TypeError as e:
        print(e)
try:
    P(1).x = 3
except AttributeError as e:
    print(e)
class Q(P):
    def __new__(cls, x):
        return super().__new__(cls, x, x * 2)
    @property
    def total(self):
        return self.x + self.y
q = Q(5)
print(q, q.total, q[0], len(q), list(q), 5 in q, tuple(q) == (5, 10))
a, b = q
print(a, b, operator.itemgetter(1)(q), operator.attrgetter('x')(q))
d = C.defaultdict(list)
d['a'].append(1)
d['a'].append(2)
print(d, d.get('zz'), 'zz' in d, len(d))
class Loud(dict):
    def __setitem__(self, key, value):
        print('set', key)
        super().__setitem__(key, value)
    def __missing__(self, key):
        return key * 2
l = Loud(a=1)
l['b'] = 2
print(l, l['q'], l['a'])
Loud.__getitem__ = lambda self, key: 'patched'
print(l['a'])
c = C.Counter('mississippi')
print(c, c.most_common(2), c['z'], c + C.Counter('miss'), sorted(c.elements()))
c.update({'m': 5})
c.subtract('mm')
print(c['m'], c.total())
o = C.OrderedDict((k, i) for i, k in enumerate('abcde'))
o.move_to_end('b')
o.move_to_end('d', last=False)
print(o, o.popitem(last=False), o.popitem(), list(o), o == {'a': 0, 'c': 2, 'e': 4}, o == C.OrderedDict(e=4, c=2, a=0))
for i in range(300):
    o[i] = i
while len(o) > 2:
    o.popitem(last=False)
print(o)
class Node:
    def __init__(self):
        self.items = [1, [2]]
        self.me = self
n = Node()
m = copy.deepcopy(n)
print(m is not n, m.me is m, m.items == n.items, m.items is not n.items, m.items[1] is not n.items[1])
s = copy.copy(n)
print(s.items is n.items, s.me is n)
class Custom:
    def __deepcopy__(self, memo):
        return 'deep'
    def __copy__(self):
        return 'shallow'
print(copy.copy(Custom()), copy.deepcopy([Custom()]), copy.deepcopy({1: (2, [3])}), copy.copy({1, 2}))
print(F.partial(F.partial(print, 1), 2, sep='-').args)
F.partial(print, 1, sep='-')(2, end='!\n')
try:
    F.lru_cache(lambda x: x)([])
except TypeError as e:
    print(e)
