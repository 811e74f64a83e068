VALS = [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]


def to(n):
    if not 0 < n < 4000:
        raise ValueError(f'{n!r} out of range')
    r = ''
    for v, s in VALS:
        q, n = divmod(n, v)
        r += s * q
    return r


def frm(s):
    m = dict(zip('IVXLCDM', (1, 5, 10, 50, 100, 500, 1000)))
    t = 0
    for a, b in zip(s, s[1:] + ' '):
        t += -m[a] if m.get(b, 0) > m[a] else m[a]
    return t


print(all((frm(to(i)) == i for i in range(1, 4000))))
print([to(x) for x in (1, 4, 9, 14, 40, 90, 400, 1990, 2024, 3999)])
for bad in (0, 4000, -1):
    try:
        to(bad)
    except ValueError as e:
        print(e)
