def solve(n):
    out = []

    def place(row, cols, d1, d2, cur):
        if row == n:
            out.append(tuple(cur))
            return
        for c in range(n):
            if c in cols or row + c in d1 or row - c in d2:
                continue
            place(row + 1, cols | {c}, d1 | {row + c}, d2 | {row - c}, cur + [c])
    place(0, frozenset(), frozenset(), frozenset(), [])
    return out


for n in range(1, 8):
    s = solve(n)
    print(n, len(s), s[:1])


def show(s):
    return '\n'.join((''.join(('Q' if c == x else '.' for x in range(len(s)))) for c in s))


print(show(solve(6)[0]))
