grid = '530070000600195000098000060800060003400803001700020006060000280000419005000080079'


def solve(g):
    i = g.find('0')
    if i < 0:
        return g
    used = set()
    r, c = divmod(i, 9)
    for j in range(81):
        rr, cc = divmod(j, 9)
        if rr == r or cc == c or (rr // 3 == r // 3 and cc // 3 == c // 3):
            used.add(g[j])
    for d in '123456789':
        if d not in used:
            x = solve(g[:i] + d + g[i + 1:])
            if x:
                return x
    return None


s = solve(grid)
for k in range(0, 81, 9):
    print(' '.join(s[k:k + 9]))
