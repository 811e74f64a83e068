def spiral(n):
    g = [[0] * n for _ in range(n)]
    x = y = 0
    dx, dy = (1, 0)
    for i in range(n * n):
        g[y][x] = i
        nx, ny = (x + dx, y + dy)
        if not (0 <= nx < n and 0 <= ny < n and (g[ny][nx] == 0) and ((nx, ny) != (0, 0))):
            dx, dy = (-dy, dx)
        x, y = (x + dx, y + dy)
    return g


for r in spiral(5):
    print(' '.join((f'{v:2}' for v in r)))
