import copy
a = [1, [2, 3], {'k': [4]}]; b = copy.copy(a); c = copy.deepcopy(a); print(b == a, b[1] is a[1], c == a, c[1] is a[1], c[2]['k'] is a[2]['k'])
l = [1]; l.append(l); m = copy.deepcopy(l); print(m[1] is m, m is not l)
class P:
    def __init__(self, x): self.x = x; self.l = [x]
p = P([1]); q = copy.copy(p); r = copy.deepcopy(p); print(q.x is p.x, r.x is p.x, r.x, type(r).__name__)
class S:
    __slots__ = ('a', 'b')
s = S(); s.a = [1]; t = copy.deepcopy(s); print(t.a, t.a is s.a, hasattr(t, 'b'))
class C:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
print(copy.copy(C()), copy.deepcopy([C()]))
t = (1, [2]); print(copy.deepcopy(t), copy.deepcopy(t)[1] is t[1], copy.copy(t) is t, copy.deepcopy((1, 2)) is not None)
class L(list): pass
x = L([1, [2]]); x.tag = 'q'; y = copy.deepcopy(x); print(y, y.tag, type(y).__name__, y[1] is x[1])
class D(dict): pass
x = D(a=[1]); x.n = 1; y = copy.copy(x); print(y, y.n, type(y).__name__)
shared = [1]; z = copy.deepcopy([shared, shared]); print(z[0] is z[1])
print(copy.deepcopy({1, 2}), copy.deepcopy(frozenset([1])), copy.copy({1: 2}), copy.deepcopy(len) is len, copy.deepcopy(P) is P, copy.copy(None), copy.deepcopy('x'), copy.deepcopy(3.5), copy.deepcopy(bytearray(b'a')))
e = ValueError('a', 1); f = copy.copy(e); print(repr(f), f.args)
try: copy.deepcopy((i for i in []))
except TypeError as e: print(e)
class St:
    def __init__(self): self.v = 1; self.cache = 2
    def __getstate__(self): return {'v': self.v}
    def __setstate__(self, s): self.__dict__.update(s); self.cache = 'reset'
print(vars(copy.copy(St())))
