# Memoisation: functools.lru_cache, a least-recently-used cache on OrderedDict, one on dict, one with linked nodes.
import functools
from collections import OrderedDict


@functools.lru_cache(maxsize=None)
def paths(x, y):
    return 1 if x == 0 or y == 0 else paths(x - 1, y) + paths(x, y - 1)


@functools.lru_cache(maxsize=512)
def collatz(n):
    return 1 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)


class Ordered:
    def __init__(self, size):
        self.size, self.items, self.hits = size, OrderedDict(), 0

    def get(self, key, make):
        if key in self.items:
            self.hits += 1
            self.items.move_to_end(key)
            return self.items[key]
        value = self.items[key] = make(key)
        if len(self.items) > self.size:
            self.items.popitem(last=False)
        return value


class Plain:
    def __init__(self, size):
        self.size, self.items, self.hits = size, {}, 0

    def get(self, key, make):
        value = self.items.pop(key, None)
        if value is None:
            value = make(key)
            if len(self.items) >= self.size:
                del self.items[next(iter(self.items))]
        else:
            self.hits += 1
        self.items[key] = value
        return value


class Node:
    __slots__ = "key", "value", "before", "after"


class Linked:
    def __init__(self, size):
        self.size, self.nodes, self.hits = size, {}, 0
        self.head = Node()
        self.head.before = self.head.after = self.head

    def link(self, node):
        last = self.head.before
        node.before, node.after = last, self.head
        last.after = self.head.before = node

    def get(self, key, make):
        node = self.nodes.get(key)
        if node:
            self.hits += 1
            node.before.after, node.after.before = node.after, node.before
        else:
            if len(self.nodes) >= self.size:
                old = self.head.after
                old.before.after, old.after.before = old.after, old.before
                del self.nodes[old.key]
            node = self.nodes[key] = Node()
            node.key, node.value = key, make(key)
        self.link(node)
        return node.value


keys = [(i * i * 31 + i) % 1500 for i in range(130000)]
for cache in (Ordered(400), Plain(400), Linked(400)):
    total = 0
    for k in keys:
        total += cache.get(k, lambda key: key * key)
    print(type(cache).__name__, cache.hits, total)
print(paths(80, 80) % 1000007, paths.cache_info().misses, max(collatz(n) for n in range(1, 12000)))
