"""Topological order of a graph."""
__all__ = ['TopologicalSorter', 'CycleError']


class CycleError(ValueError):
    pass


class _Node:
    __slots__ = ('node', 'waits_for', 'successors', 'state')

    def __init__(self, node):
        self.node = node
        self.waits_for = 0
        self.successors = []
        self.state = None       # 'ready', 'out', 'done'


class TopologicalSorter:
    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._passed_out = 0
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _node(self, node):
        found = self._nodes.get(node)
        if found is None:
            found = self._nodes[node] = _Node(node)
        return found

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        info = self._node(node)
        info.waits_for += len(predecessors)
        for p in predecessors:
            self._node(p).successors.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [info.node for info in self._nodes.values() if info.waits_for == 0]
        for node in self._ready:
            self._nodes[node].state = 'ready'
        cycle = self._find_cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def _find_cycle(self):
        nodes = self._nodes
        seen, at, stack, iterators = set(), {}, [], []
        for node in nodes:
            if node in seen:
                continue
            while True:
                if node in seen:
                    if node in at:
                        return stack[at[node]:] + [node]
                else:
                    seen.add(node)
                    iterators.append(iter(nodes[node].successors))
                    at[node] = len(stack)
                    stack.append(node)
                found = False
                while stack:
                    for node in iterators[-1]:
                        found = True
                        break
                    if found:
                        break
                    del at[stack.pop()]
                    iterators.pop()
                if not found:
                    break
        return None

    def get_ready(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        result = tuple(self._ready)
        for node in result:
            self._nodes[node].state = 'out'
        self._ready.clear()
        self._passed_out += len(result)
        return result

    def is_active(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        return self._finished < self._passed_out or bool(self._ready)

    __bool__ = is_active

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        for node in nodes:
            info = self._nodes.get(node)
            if info is None:
                raise ValueError(f'node {node!r} was not added using add()')
            if info.state != 'out':
                if info.state == 'done':
                    raise ValueError(f'node {node!r} was already marked done')
                raise ValueError(f'node {node!r} was not passed out (still not ready)')
            info.state = 'done'
            for successor in info.successors:
                s = self._nodes[successor]
                s.waits_for -= 1
                if s.waits_for == 0:
                    s.state = 'ready'
                    self._ready.append(successor)
            self._finished += 1

    def static_order(self):
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            yield from group
            self.done(*group)

    def __class_getitem__(cls, item):
        return cls
