# Matrices as lists of rows: product, transpose, determinant, power iteration, game of life.
def multiply(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, col)) for col in columns] for row in a]


def multiply_loops(a, b):
    n, m, k = len(a), len(b[0]), len(b)
    out = [[0] * m for _ in range(n)]
    for i in range(n):
        row, target = a[i], out[i]
        for j in range(m):
            total = 0
            for x in range(k):
                total += row[x] * b[x][j]
            target[j] = total
    return out


def determinant(m):
    m = [row[:] for row in m]
    n, sign, result = len(m), 1, 1.0
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(m[r][i]))
        if m[pivot][i] == 0:
            return 0.0
        if pivot != i:
            m[i], m[pivot] = m[pivot], m[i]
            sign = -sign
        result *= m[i][i]
        for r in range(i + 1, n):
            factor = m[r][i] / m[i][i]
            for c in range(i, n):
                m[r][c] -= factor * m[i][c]
    return sign * result


def life(cells, n):
    out = []
    for y in range(n):
        above, here, below = cells[y - 1], cells[y], cells[(y + 1) % n]
        row = []
        for x in range(n):
            left, right = x - 1, (x + 1) % n
            near = above[left] + above[x] + above[right] + here[left] + here[right] + below[left] + below[x] + below[right]
            row.append(1 if near == 3 or near == 2 and here[x] else 0)
        out.append(row)
    return out


a = [[(i * j + 3) % 17 for j in range(60)] for i in range(60)]
b = [[(i + 2 * j) % 13 for j in range(60)] for i in range(60)]
c = multiply(a, b)
print(c == multiply_loops(a, b), sum(map(sum, c)))
for _ in range(6):
    c = multiply(a, b)
    d = multiply_loops(b, a)
print(sum(map(sum, d)), "%.4e" % determinant([[float((i * 7 + j * j * 3) % 19 + (i == j) * 20) for j in range(60)] for i in range(60)]))
board = [[(x * y + x) % 3 == 0 for x in range(64)] for y in range(64)]
for _ in range(90):
    board = life(board, 64)
print(sum(map(sum, board)))
