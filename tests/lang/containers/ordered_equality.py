"""OrderedDict: equality regards the order among ordered ones only."""
from collections import OrderedDict as O
class X(O):
    def __iter__(self): return iter(['custom'])
print(O(a=1, b=2)==O(a=1, b=2), O(a=1, b=2)==O(b=2, a=1), O()==O(), O(a=1)==O(), O(a=1)!=O(a=1), O([(1,2)])==O([(1.0,2)]), X(a=1)==X(a=1), X(a=1)==O(a=1), O(a=1)==X(a=1), O(a=1)=={'a':1}, O(a=1)==5)
d=O(a=1, b=2, c=3); del d['a']; e=O(b=2, c=3); print(d==e, e==d); d.move_to_end('b'); print(d==e)


class Key:
    def __init__(self, k):
        self.k = k

    def __hash__(self):
        return hash(self.k)

    def __eq__(self, other):
        if self.k == 'raise':
            raise RuntimeError('compared')
        return self.k == getattr(other, 'k', other)


print(O([(Key(1), 0), (Key(2), 0)]) == O([(1, 0), (2, 0)]), O([(Key(1), 0), (Key(2), 0)]) == O([(2, 0), (1, 0)]))
try:
    print(O([(Key('raise'), 0)]) == O([(Key('raise'), 0)]))
except RuntimeError as e:
    print(e)
