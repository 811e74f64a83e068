# Records read from JSON, filtered, joined, grouped and written back.
import json

people = [{"id": i, "name": f"person{i % 97}", "age": 18 + i * 7 % 60, "city": ["Oslo", "Rome", "Lima", "Kyiv"][i % 4],
           "tags": [f"t{i % 5}", f"t{i % 3}"], "score": i * 0.5, "active": i % 3 != 0, "manager": None if i % 10 == 0 else i // 10} for i in range(400)]
text = json.dumps({"version": 1, "people": people})


def transform(text):
    document = json.loads(text)
    by_id = {p["id"]: p for p in document["people"]}
    groups = {}
    for p in document["people"]:
        if not p["active"]:
            continue
        boss = by_id.get(p["manager"])
        row = {"label": f"{p['name']} ({p['age']})", "boss": boss["name"] if boss else None, "tags": sorted(set(p["tags"])), "grade": "high" if p["score"] > 100 else "low"}
        groups.setdefault(p["city"], []).append(row)
    summary = {city: {"count": len(rows), "rows": rows, "tags": sorted({t for r in rows for t in r["tags"]})} for city, rows in groups.items()}
    return json.dumps(summary, sort_keys=True)


total = 0
for _ in range(220):
    result = transform(text)
    total += len(result)
print(total, result[:60])
