# Substrings share their parent's bytes, grown strings share a buffer, long texts have an index:
# all of it must survive collections and reuse of memory.
def check_round(seed):
    base = "".join(chr(0x100 + (seed * 7 + i * 13) % 900) for i in range(3000))
    other = "".join(chr(0x400 + (seed * 5 + i * 11) % 700) for i in range(3000))
    parts = [base[i:i + 100] for i in range(0, 3000, 250)]
    good = 0
    for i in range(0, 3000, 17):
        if base[i] == chr(0x100 + (seed * 7 + i * 13) % 900) and other[i] == chr(0x400 + (seed * 5 + i * 11) % 700): good += 1
        if base[-1 - i] == base[2999 - i]: good += 1
    for k, p in enumerate(parts):
        if p == base[k * 250:k * 250 + 100] and p[50] == base[k * 250 + 50]: good += 1
    return good, parts[seed % len(parts)]


kept = []
total = 0
for seed in range(60):
    good, part = check_round(seed)
    total += good
    kept.append(part)
    garbage = ["x" * (i % 300) + "\u00e9" for i in range(2000)]
print(total, len(kept), all(kept[s] == check_round(s)[1] for s in range(0, 60, 9)))

grown = ""
snapshots = []
for i in range(4000):
    grown += str(i) + ("\u20ac" if i % 10 == 0 else ";")
    if i % 200 == 0:
        snapshots.append((i, grown, grown[-100:]))
        junk = [grown[j:j + 80] + "!" for j in range(0, len(grown), 40)]
print(len(grown), [len(g) for _, g, _ in snapshots])
print(all(g == grown[:len(g)] and t == g[-100:] for _, g, t in snapshots))
branches = [snapshots[-1][1] + suffix for suffix in ("a", "b" * 50, "\u00e9", "c" * 5000)]
print([b[len(snapshots[-1][1]):][:3] for b in branches], len(branches[3]), snapshots[-1][1] == grown[:len(snapshots[-1][1])])
tails = {g[-150:]: i for i, g, _ in snapshots}
print(len(tails), [tails[g[-150:]] for _, g, _ in snapshots][-3:])
