items = [('map', 9, 150), ('compass', 13, 35), ('water', 153, 200), ('sandwich', 50, 160), ('glucose', 15, 60), ('tin', 68, 45), ('banana', 27, 60), ('apple', 39, 40)]


def knap(items, cap):
    t = [[0] * (cap + 1) for _ in range(len(items) + 1)]
    for j, (n, w, v) in enumerate(items, 1):
        for c in range(1, cap + 1):
            t[j][c] = t[j - 1][c] if w > c else max(t[j - 1][c], t[j - 1][c - w] + v)
    res = []
    c = cap
    for j in range(len(items), 0, -1):
        if t[j][c] != t[j - 1][c]:
            n, w, v = items[j - 1]
            res.append(n)
            c -= w
    return (res[::-1], t[-1][cap])


print(knap(items, 200))
print(knap(items, 50))
print(knap([], 5))
