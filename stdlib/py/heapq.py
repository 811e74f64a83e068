"""Heap queue: a binary heap kept in a list."""
from _heapq import (heapify, heappop, heappush, heappushpop, heapreplace, nlargest, nsmallest,
                    _heapify_max, _heappop_max, _heapreplace_max)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def merge(*iterables, key=None, reverse=False):
    heapify, pop, replace = (_heapify_max, _heappop_max, _heapreplace_max) if reverse else (_heapify_min, heappop, heapreplace)
    direction = -1 if reverse else 1
    heap = []
    for order, it in enumerate(map(iter, iterables)):
        for value in it:
            heap.append([value if key is None else key(value), order * direction, value, it])
            break
    heapify(heap)
    while len(heap) > 1:
        entry = heap[0]
        it = entry[3]
        if key is None:
            yield entry[2]
            for value in it:
                entry[0] = entry[2] = value
                replace(heap, entry)
                break
            else:
                pop(heap)
        else:
            yield entry[2]
            for value in it:
                entry[0] = key(value)
                entry[2] = value
                replace(heap, entry)
                break
            else:
                pop(heap)
    if heap:
        yield heap[0][2]
        yield from heap[0][3]


_heapify_min = heapify
