# Records sorted, grouped, merged and ranked: tuples, dicts, objects, keys, itertools.groupby.
import itertools
import operator


class Employee:
    def __init__(self, name, team, salary, level):
        self.name = name
        self.team = team
        self.salary = salary
        self.level = level

    def __lt__(self, other):
        return (self.level, self.name) < (other.level, other.name)


rows = [(f"name{i * 7919 % 5003:04d}", f"team{i % 23}", 1000 + i * 31 % 5000, i % 7) for i in range(36000)]
people = [Employee(*row) for row in rows]
dicts = [{"name": n, "team": t, "salary": s, "level": l} for n, t, s, l in rows]

by_salary = sorted(rows, key=lambda r: (-r[2], r[0]))
by_team = sorted(rows, key=operator.itemgetter(1, 2))
by_name = sorted(people, key=lambda e: e.name.lower())
ranked = sorted(people[:4000])
for d in sorted(dicts, key=lambda d: (d["team"], -d["salary"])):
    d["rank"] = d["level"] * 2
print(by_salary[0], by_team[-1], by_name[0].name, ranked[-1].name, dicts[5]["rank"])

best = {}
for name, team, salary, level in rows:
    if team not in best or salary > best[team][1]:
        best[team] = (name, salary)
print(sorted(best.items(), key=lambda kv: kv[1][1], reverse=True)[:2])

groups = {team: [r[2] for r in g] for team, g in itertools.groupby(by_team, key=operator.itemgetter(1))}
averages = {t: sum(v) / len(v) for t, v in groups.items()}
print(len(groups), "%.3f" % max(averages.values()), min(averages, key=averages.get))

merged = {}
for n, t, s, l in rows:
    merged.setdefault(n, []).append((t, s))
multi = [(n, len(v), max(v)) for n, v in merged.items() if len(v) > 1]
multi.sort(key=lambda x: (x[1], x[2]), reverse=True)
print(len(multi), multi[0])
unique = sorted({(t, l) for _, t, _, l in rows})
print(len(unique), unique[:2], [e.name for e in sorted(people, key=operator.attrgetter("salary", "name"))[:2]])
for _ in range(6):
    counts = {}
    for e in people:
        key = e.team, e.level // 2
        counts[key] = counts.get(key, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:2])
