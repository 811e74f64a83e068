import heapq
from collections import Counter


def huff(s):
    h = [[w, i, [c, '']] for i, (c, w) in enumerate(sorted(Counter(s).items()))]
    heapq.heapify(h)
    n = len(h)
    while len(h) > 1:
        lo = heapq.heappop(h)
        hi = heapq.heappop(h)
        for p in lo[2:]:
            p[1] = '0' + p[1]
        for p in hi[2:]:
            p[1] = '1' + p[1]
        n += 1
        heapq.heappush(h, [lo[0] + hi[0], n] + lo[2:] + hi[2:])
    return sorted(h[0][2:], key=lambda p: (len(p[1]), p))


t = 'this is an example for huffman encoding'
c = dict(huff(t))
enc = ''.join((c[x] for x in t))
print(len(enc))
for k, v in huff(t)[:5]:
    print(repr(k), v)
r = {v: k for k, v in c.items()}
o = ''
b = ''
for x in enc:
    b += x
    if b in r:
        o += r[b]
        b = ''
print(o == t)
