# Log lines taken apart with split, strip, partition and a pattern; counted and ranked.
import re
from collections import Counter, defaultdict

PATHS = ["/", "/index.html", "/api/users", "/api/items?id=7", "/static/app.js", "/login"]
LINES = [f'10.0.{i % 7}.{i % 251} - user{i % 13} [12/Mar/2024:10:{i % 60:02d}:{i * 7 % 60:02d} +0000] "{"POST" if i % 5 == 0 else "GET"} {PATHS[i % 6]} HTTP/1.1" '
         f'{200 if i % 11 else 404} {i * 37 % 9000} ms={i % 300}\n' for i in range(12000)]
REQUEST = re.compile(r'"(?P<method>[A-Z]+) (?P<path>\S+) [^"]*" (?P<status>\d{3}) (?P<size>\d+)')


def report(lines):
    hits, users, errors = Counter(), Counter(), []
    size = defaultdict(int)
    slow = 0
    for line in lines:
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        fields = line.split()
        users[fields[2]] += 1
        m = REQUEST.search(line)
        path, _, query = m.group("path").partition("?")
        hits[path] += 1
        size[m.group("method")] += int(m.group("size"))
        if m["status"] != "200":
            errors.append((fields[0], path, fields[3].lstrip("[")))
        _, _, ms = line.rpartition("ms=")
        if int(ms) > 250:
            slow += 1
    return hits, users, size, errors, slow


for _ in range(12):
    hits, users, size, errors, slow = report(LINES)
print(hits.most_common(3), users.most_common(2), sorted(size.items()), len(errors), errors[-1], slow)
