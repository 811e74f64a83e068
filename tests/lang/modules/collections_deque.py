from collections import deque
d = deque([1, 2, 3])
d.append(4); d.appendleft(0)
print(d, len(d), d[0], d[-1], 3 in d, bool(deque()))
print(d.pop(), d.popleft(), d)
d.extend('ab'); d.extendleft('xy'); print(d)
d.rotate(2); print(d); d.rotate(-3); print(d)
d.reverse(); print(d, list(reversed(d)))
m = deque(range(10), maxlen=3); print(m, m.maxlen); m.appendleft(1); print(m); m.append(2); print(m)
print(deque([1, 2]) + deque([3]), deque([1, 2]) * 2, deque([1]) == deque([1]), deque([1]) < deque([2]), deque([1]) == [1])
d = deque('hello'); d.remove('l'); print(d, d.count('l'), d.index('o'))
d.insert(1, 'Z'); d[0] = 'H'; del d[2]; print(d)
for bad in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d[99], lambda: d.remove('q'), lambda: d.index('q'),
            lambda: deque(maxlen=-1), lambda: hash(d), lambda: deque([1], 1).insert(0, 2), lambda: deque(5)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(e)
class D(deque):
    def __init__(self, it=(), tag=None):
        super().__init__(it, maxlen=4)
        self.tag = tag
q = D('abcdef', tag=3); print(q, q.tag, len(q), isinstance(q, deque), [x for x in q])
import copy
c = copy.copy(d); c.append(1); print(len(c) - len(d), copy.deepcopy(deque([[1], 2])))
q = deque()
for i in range(1000): q.append(i)
for i in range(990): q.popleft()
print(q, sum(q), sorted(q, reverse=True)[:2], [*q][:2])
a = deque([1]); a.append(a); print(a)
a, b = deque([5, 6]); print(a, b)
