def step(cells):
    from collections import Counter
    cnt = Counter(((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0)))
    return {c for c, n in cnt.items() if n == 3 or (n == 2 and c in cells)}


def show(cells, w, h):
    return '\n'.join((''.join(('#' if (x, y) in cells else '.' for x in range(w))) for y in range(h)))


g = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for i in range(8):
    g = step(g)
print(show(g, 6, 6))
print(sorted(g))
