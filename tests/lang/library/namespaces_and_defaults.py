from collections import defaultdict
from types import SimpleNamespace

n = SimpleNamespace(a=1, b='x', **{'odd name': 3})
print(n, n.a, n.__dict__, getattr(n, 'odd name'), n == SimpleNamespace(a=1, b='x', **{'odd name': 3}), n != SimpleNamespace())
n.c = n
print(n, sorted(vars(n)), hasattr(n, 'd'))
del n.a
print(n)
for kwargs in ({}, {'x': 1}, {f'k{i}': i for i in range(40)}):
    m = SimpleNamespace(**kwargs)
    print(len(vars(m)), m == SimpleNamespace(**kwargs), list(vars(m)) == list(kwargs))


class Point(SimpleNamespace):
    def __init__(self, x, **rest):
        super().__init__(x=x, **rest)

    def twice(self):
        return self.x * 2


print(Point(4, y=5), Point(4).twice(), Point(4) == SimpleNamespace(x=4))
try:
    SimpleNamespace(1)
except TypeError as e:
    print(e)


def attempt(f):
    try:
        return f()
    except Exception as e:
        return f'{type(e).__name__}: {e}'


print(defaultdict(list), defaultdict(int, a=1), defaultdict(None, [('a', 1)], b=2), defaultdict(), defaultdict(list, {'k': [1]}))
print(attempt(lambda: defaultdict(5)), attempt(lambda: defaultdict(list, 5)), attempt(lambda: defaultdict()['x']), attempt(lambda: defaultdict(list, {}, {})))
d = defaultdict(lambda: len(d))
print([d[k] for k in 'abcab'], d.default_factory is not None, dict(d))


class Tree(defaultdict):
    def __init__(self, *args):
        super().__init__(Tree, *args)
        self.note = 'kept'


t = Tree({'r': 1})
t['a']['b']['c'] = 1
print(t, t.note, type(t['a']).__name__, t.copy() == t if False else len(t))
d = defaultdict(int)
d.__init__(list, x=1)
print(d, d['y'], d.default_factory.__name__)
s = 'héllo wörld ñ 日本 😀'
print(s[::-1], s[5:1:-1], s[-2::-1], s[:-4:-1], s[3:3:-1], s[::-2], s[::-1][::-1] == s, 'é'[::-1], ('é' * 3000 + 'x')[::-1][:3])
from array import array
a = array('i', [1, 2]) + array('i', [3])
a.append(4)
print(a, array('d') + array('d', [1.5]), a + a)
