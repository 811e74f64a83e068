data = '1abc2\npqr3stu8vwx\na1b2c3d4e5f\ntreb7uchet'
print(sum((int(d[0] + d[-1]) for l in data.splitlines() for d in [[c for c in l if c.isdigit()]])))
g = '#.#..\n.##.#\n....#'.split('\n')
pts = {(x, y) for y, r in enumerate(g) for x, c in enumerate(r) if c == '#'}
print(sorted(pts), sum(((x + dx, y + dy) in pts for x, y in pts for dx, dy in ((1, 0), (0, 1)))))
import re
from collections import defaultdict, deque
stacks = [list('ZN'), list('MCD'), list('P')]
for l in 'move 1 from 2 to 1\nmove 3 from 1 to 3'.split('\n'):
    n, a, b = map(int, re.findall('\\d+', l))
    for _ in range(n):
        stacks[b - 1].append(stacks[a - 1].pop())
print([''.join(s[-1:]) for s in stacks])


def parse(s):
    st = [[]]
    for t in re.findall('\\d+|[\\[\\]]', s):
        if t == '[':
            st.append([])
        elif t == ']':
            x = st.pop()
            st[-1].append(x)
        else:
            st[-1].append(int(t))
    return st[0][0]


print(parse('[1,[2,[3,[]]],4]'))
grid = ['S..#', '..#.', '#...', '...E']
q = deque([(0, 0, 0)])
seen = {(0, 0)}
while q:
    x, y, dd = q.popleft()
    if grid[y][x] == 'E':
        print('steps', dd)
        break
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        n = (x + dx, y + dy)
        if 0 <= n[0] < 4 and 0 <= n[1] < 4 and (grid[n[1]][n[0]] != '#') and (n not in seen):
            seen.add(n)
            q.append((*n, dd + 1))
else:
    print('none')
