from collections import deque, defaultdict


def bfs(g, s):
    seen = {s: None}
    q = deque([s])
    while q:
        u = q.popleft()
        for v in g.get(u, ()):
            if v not in seen:
                seen[v] = u
                q.append(v)
    return seen


def path(p, t):
    o = []
    while t is not None:
        o.append(t)
        t = p[t]
    return o[::-1]


g = {1: [2, 3], 2: [4], 3: [4, 5], 4: [6], 5: [6], 6: []}
print(bfs(g, 1), path(bfs(g, 1), 6))


def topo(g):
    ind = defaultdict(int)
    for u in g:
        for v in g[u]:
            ind[v] += 1
    q = deque(sorted((u for u in g if not ind[u])))
    o = []
    while q:
        u = q.popleft()
        o.append(u)
        for v in g[u]:
            ind[v] -= 1
            if not ind[v]:
                q.append(v)
    if len(o) < len(g):
        raise ValueError('cycle')
    return o


print(topo(g))
try:
    topo({1: [2], 2: [1]})
except ValueError as e:
    print(e)


def scc(g):
    idx = {}
    low = {}
    st = []
    on = set()
    out = []
    c = [0]

    def go(v):
        idx[v] = low[v] = c[0]
        c[0] += 1
        st.append(v)
        on.add(v)
        for w in g[v]:
            if w not in idx:
                go(w)
                low[v] = min(low[v], low[w])
            elif w in on:
                low[v] = min(low[v], idx[w])
        if low[v] == idx[v]:
            comp = []
            while True:
                w = st.pop()
                on.discard(w)
                comp.append(w)
                if w == v:
                    break
            out.append(sorted(comp))
    for v in g:
        if v not in idx:
            go(v)
    return out


print(scc({0: [1], 1: [2], 2: [0, 3], 3: [4], 4: [5, 3], 5: []}))


class UF:

    def __init__(s, n):
        s.p = list(range(n))
        s.sz = [1] * n

    def find(s, x):
        while s.p[x] != x:
            s.p[x] = s.p[s.p[x]]
            x = s.p[x]
        return x

    def union(s, a, b):
        a, b = (s.find(a), s.find(b))
        if a == b:
            return False
        if s.sz[a] < s.sz[b]:
            a, b = (b, a)
        s.p[b] = a
        s.sz[a] += s.sz[b]
        return True


E = [(7, 0, 1), (5, 1, 2), (8, 0, 2), (9, 1, 3), (7, 2, 4), (5, 3, 4), (15, 3, 5)]
u = UF(6)
print([(a, b, w) for w, a, b in sorted(E) if u.union(a, b)], sum((w for w, a, b in E)))
INF = float('inf')
n = 4
d = [[0, 3, INF, 7], [8, 0, 2, INF], [5, INF, 0, 1], [2, INF, INF, 0]]
for k in range(n):
    for i in range(n):
        for j in range(n):
            d[i][j] = min(d[i][j], d[i][k] + d[k][j])
print(d)
