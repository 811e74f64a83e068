# Breadth-first search, Dijkstra, topological order and components over dicts of lists.
import heapq
from collections import defaultdict, deque


def grid(n):
    graph = defaultdict(list)
    for y in range(n):
        for x in range(n):
            for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
                a, b = x + dx, y + dy
                if 0 <= a < n and 0 <= b < n and (a * 7 + b * 13) % 11:
                    graph[x, y].append(((a, b), 1 + (x * y + a + b) % 9))
    return graph


def bfs(graph, start):
    seen = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other, _ in graph[node]:
            if other not in seen:
                seen[other] = seen[node] + 1
                queue.append(other)
    return seen


def dijkstra(graph, start):
    best, queue, done = {start: 0}, [(0, start)], set()
    while queue:
        cost, node = heapq.heappop(queue)
        if node in done:
            continue
        done.add(node)
        for other, weight in graph[node]:
            total = cost + weight
            if other not in best or total < best[other]:
                best[other] = total
                heapq.heappush(queue, (total, other))
    return best


def components(n, edges):
    parent = list(range(n))

    def find(a):
        while parent[a] != a:
            parent[a] = parent[parent[a]]
            a = parent[a]
        return a

    for a, b in edges:
        parent[find(a)] = find(b)
    return len({find(a) for a in range(n)})


def order(depends):
    count = {n: len(d) for n, d in depends.items()}
    users = defaultdict(list)
    for n, d in depends.items():
        for x in d:
            users[x].append(n)
    ready = [n for n, c in count.items() if c == 0]
    out = []
    while ready:
        n = ready.pop()
        out.append(n)
        for u in users[n]:
            count[u] -= 1
            if count[u] == 0:
                ready.append(u)
    return out


g = grid(90)
for _ in range(7):
    far = bfs(g, (0, 0))
    cheap = dijkstra(g, (0, 0))
print(len(far), max(far.values()), sum(cheap.values()))
print(components(60000, [(i, i * 31 % 60000) for i in range(0, 60000, 2)]))
tasks = {i: [j for j in (i // 2, i // 3) if 0 < j < i] for i in range(1, 40000)}
result = order(tasks)
print(len(result), result[:5], sum(i * n for i, n in enumerate(result)) % 1000007)
