"""Heap queue: a binary heap kept in a list."""


def _down(heap, startpos, pos):
    newitem = heap[pos]
    while pos > startpos:
        parentpos = (pos - 1) >> 1
        parent = heap[parentpos]
        if newitem < parent:
            heap[pos] = parent
            pos = parentpos
            continue
        break
    heap[pos] = newitem


def _up(heap, pos):
    endpos = len(heap)
    startpos = pos
    newitem = heap[pos]
    childpos = 2 * pos + 1
    while childpos < endpos:
        rightpos = childpos + 1
        if rightpos < endpos and not heap[childpos] < heap[rightpos]:
            childpos = rightpos
        heap[pos] = heap[childpos]
        pos = childpos
        childpos = 2 * pos + 1
    heap[pos] = newitem
    _down(heap, startpos, pos)


def heappush(heap, item, /):
    heap.append(item)
    _down(heap, 0, len(heap) - 1)


def heappop(heap, /):
    lastelt = heap.pop() if heap else _empty()
    if heap:
        returnitem = heap[0]
        heap[0] = lastelt
        _up(heap, 0)
        return returnitem
    return lastelt


def _empty():
    raise IndexError('index out of range')


def heapreplace(heap, item, /):
    returnitem = heap[0] if heap else _empty()
    heap[0] = item
    _up(heap, 0)
    return returnitem


def heappushpop(heap, item, /):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _up(heap, 0)
    return item


def heapify(x, /):
    for i in range(len(x) // 2 - 1, -1, -1):
        _up(x, i)


class _Reversed:
    __slots__ = ('obj',)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        return other.obj < self.obj


def _heappop_max(heap):
    items = [_Reversed(x) for x in heap]
    found = heappop(items).obj
    heap[:] = [x.obj for x in items]
    return found


def _heapify_max(heap):
    items = [_Reversed(x) for x in heap]
    heapify(items)
    heap[:] = [x.obj for x in items]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:n] if n > 0 else []


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:n] if n > 0 else []


def merge(*iterables, key=None, reverse=False):
    entries = []
    for order, it in enumerate(map(iter, iterables)):
        for value in it:
            entries.append(_Entry(value if key is None else key(value), order, value, it, reverse))
            break
    heapify(entries)
    while entries:
        entry = entries[0]
        yield entry.value
        for value in entry.it:
            entry.value = value
            entry.key = value if key is None else key(value)
            _up(entries, 0)
            break
        else:
            heappop(entries)


class _Entry:
    __slots__ = ('key', 'order', 'value', 'it', 'reverse')

    def __init__(self, key, order, value, it, reverse):
        self.key, self.order, self.value, self.it, self.reverse = key, order, value, it, reverse

    def __lt__(self, other):
        if self.reverse:
            if other.key < self.key:
                return True
            if self.key < other.key:
                return False
        else:
            if self.key < other.key:
                return True
            if other.key < self.key:
                return False
        return self.order < other.order
