rows = 'name,qty,price\nWidget,10,2.50\n"Gadget, large",3,19.99\nThing,,5\n'


def parse(line):
    out = []
    cur = ''
    q = False
    i = 0
    while i < len(line):
        ch = line[i]
        if q:
            if ch == '"':
                if line[i + 1:i + 2] == '"':
                    cur += '"'
                    i += 1
                else:
                    q = False
            else:
                cur += ch
        elif ch == '"':
            q = True
        elif ch == ',':
            out.append(cur)
            cur = ''
        else:
            cur += ch
        i += 1
    out.append(cur)
    return out


it = iter(rows.splitlines())
hdr = parse(next(it))
recs = [dict(zip(hdr, parse(l))) for l in it]
print(recs)
tot = 0
print(f"{'Item':<15}|{'Qty':>5}|{'Price':>10}")
print('-' * 15 + '+' + '-' * 5 + '+' + '-' * 10)
for r in recs:
    q = int(r['qty'] or 0)
    p = float(r['price'])
    tot += q * p
    print(f"{r['name']:<15}|{q:5d}|{p:10.2f}")
print(f"{'Total':.<20}{tot:>12,.2f}")
print('%-15s|%5d|%10.2f' % ('x', 3, 4.5))
print('{:*^30}'.format(' end '))
print('{0!r:>10} {1:08.3f} {2:+d} {3:x} {3:#X} {3:b} {4:e} {5:%}'.format('q', 3.14159, 7, 255, 12345.678, 0.256))
