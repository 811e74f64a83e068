from collections import OrderedDict


class LRU:

    def __init__(self, cap):
        self.cap = cap
        self.d = OrderedDict()
        self.hits = self.miss = 0

    def get(self, k, default=None):
        try:
            self.d.move_to_end(k)
        except KeyError:
            self.miss += 1
            return default
        self.hits += 1
        return self.d[k]

    def put(self, k, v):
        self.d[k] = v
        self.d.move_to_end(k)
        while len(self.d) > self.cap:
            print('evict', self.d.popitem(last=False))

    def __repr__(self):
        return f'{type(self).__name__}({self.d!r})'


c = LRU(2)
c.put('a', 1)
c.put('b', 2)
print(c.get('a'))
c.put('c', 3)
print(c.get('b', 'none'), c, c.hits, c.miss)
