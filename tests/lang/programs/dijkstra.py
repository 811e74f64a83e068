import heapq
from collections import defaultdict


def dij(g, s):
    d = {s: 0}
    prev = {}
    q = [(0, s)]
    while q:
        c, u = heapq.heappop(q)
        if c > d[u]:
            continue
        for v, w in g[u]:
            nc = c + w
            if nc < d.get(v, float('inf')):
                d[v] = nc
                prev[v] = u
                heapq.heappush(q, (nc, v))
    return (d, prev)


g = defaultdict(list)
for a, b, w in [('a', 'b', 7), ('a', 'c', 9), ('a', 'f', 14), ('b', 'c', 10), ('b', 'd', 15), ('c', 'd', 11), ('c', 'f', 2), ('d', 'e', 6), ('e', 'f', 9)]:
    g[a].append((b, w))
    g[b].append((a, w))
d, p = dij(g, 'a')
print(d)
print(p)
print(dict(g)['a'])
print(g)
