class Node:

    def __init__(self, v, n=None):
        self.v, self.n = (v, n)


class LinkedList:

    def __init__(self, it=()):
        self.head = None
        self._n = 0
        for x in reversed(list(it)):
            self.push(x)

    def push(self, v):
        self.head = Node(v, self.head)
        self._n += 1

    def __iter__(self):
        n = self.head
        while n:
            yield n.v
            n = n.n

    def __len__(self):
        return self._n

    def __getitem__(self, i):
        if isinstance(i, slice):
            return LinkedList(list(self)[i])
        if i < 0:
            i += len(self)
        for j, v in enumerate(self):
            if j == i:
                return v
        raise IndexError('index out of range')

    def __repr__(self):
        return 'LinkedList([%s])' % ', '.join(map(repr, self))

    def __contains__(self, x):
        return any((v == x for v in self))

    def __reversed__(self):
        return iter(list(self)[::-1])

    def __bool__(self):
        return self.head is not None

    def __eq__(self, o):
        return isinstance(o, LinkedList) and list(self) == list(o)

    def reverse(self):
        p = None
        c = self.head
        while c:
            c.n, p, c = (p, c, c.n)
        self.head = p


l = LinkedList('abcd')
print(l, len(l), l[1], l[-1], l[1:3], 'c' in l, 'z' in l, list(reversed(l)), bool(LinkedList()), l == LinkedList('abcd'), max(l), sorted(l, reverse=True), *l)
l.reverse()
print(l)
try:
    l[10]
except IndexError as e:
    print(e)
try:
    hash(l)
except TypeError as e:
    print(e)
a, *b = l
print(a, b)
print(dict(enumerate(l)), list(zip(l, range(2))), tuple(l), set(l) == {'a', 'b', 'c', 'd'}, ''.join(l))
