class BST:

    class _N:

        def __init__(s, k, v):
            s.k, s.v, s.l, s.r = (k, v, None, None)

    def __init__(self):
        self.root = None
        self.size = 0

    def __setitem__(self, k, v):
        if self.root is None:
            self.root = BST._N(k, v)
            self.size = 1
            return
        n = self.root
        while True:
            if k == n.k:
                n.v = v
                return
            side = 'l' if k < n.k else 'r'
            nxt = getattr(n, side)
            if nxt is None:
                setattr(n, side, BST._N(k, v))
                self.size += 1
                return
            n = nxt

    def __getitem__(self, k):
        n = self.root
        while n:
            if k == n.k:
                return n.v
            n = n.l if k < n.k else n.r
        raise KeyError(k)

    def __delitem__(self, k):
        self.root = self._del(self.root, k)
        self.size -= 1

    def _del(self, n, k):
        if n is None:
            raise KeyError(k)
        if k < n.k:
            n.l = self._del(n.l, k)
        elif k > n.k:
            n.r = self._del(n.r, k)
        else:
            if n.l is None:
                return n.r
            if n.r is None:
                return n.l
            m = n.r
            while m.l:
                m = m.l
            n.k, n.v = (m.k, m.v)
            n.r = self._del(n.r, m.k)
        return n

    def __iter__(self):

        def go(n):
            if n:
                yield from go(n.l)
                yield n.k
                yield from go(n.r)
        return go(self.root)

    def items(self):
        return ((k, self[k]) for k in self)

    def height(self):
        h = lambda n: 0 if n is None else 1 + max(h(n.l), h(n.r))
        return h(self.root)


t = BST()
for i, k in enumerate([50, 30, 70, 20, 40, 60, 80, 30]):
    t[k] = i
print(list(t), t.size, t.height(), dict(t.items()))
del t[50]
del t[20]
print(list(t), t.root.k)
for bad in (lambda: t[99], lambda: t.__delitem__(1)):
    try:
        bad()
    except KeyError as e:
        print(repr(e), e.args)
try:
    t['a'] = 1
except TypeError as e:
    print(e)
