# A CSV reader and a pipeline of generators: parsing with quotes, typing, filtering, aggregation.
def lines_of(text):
    start = 0
    while True:
        end = text.find("\n", start)
        if end < 0:
            break
        yield text[start:end]
        start = end + 1


def fields_of(line):
    if '"' not in line:
        return line.split(",")
    out, i, n = [], 0, len(line)
    while i <= n:
        if i < n and line[i] == '"':
            i += 1
            piece = ""
            while True:
                end = line.index('"', i)
                piece += line[i:end]
                if line[end + 1:end + 2] == '"':
                    piece += '"'
                    i = end + 2
                    continue
                i = end + 2
                break
            out.append(piece)
        else:
            end = line.find(",", i)
            end = n if end < 0 else end
            out.append(line[i:end])
            i = end + 1
    return out


def records(rows):
    header = next(rows)
    for row in rows:
        yield dict(zip(header, row))


def typed(items):
    for item in items:
        item["quantity"] = int(item["quantity"])
        item["price"] = float(item["price"])
        yield item


def only(items, **wanted):
    return (i for i in items if all(i[k] == v for k, v in wanted.items()))


def batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


text = "id,name,region,quantity,price\n" + "".join(
    f'{i},"Widget, type ""{i % 9}""",r{i % 4},{i % 17},{i % 100 / 4}\n' if i % 3 == 0 else f"{i},Gadget {i % 7},r{i % 4},{i % 17},{i % 100 / 4}\n" for i in range(9000))
for _ in range(14):
    totals, count = {}, 0
    for batch in batches(only(typed(records(fields_of(l) for l in lines_of(text))), region="r1"), 100):
        count += 1
        for item in batch:
            key = item["name"]
            amount, n = totals.get(key, (0, 0))
            totals[key] = amount + item["quantity"] * item["price"], n + 1
top = sorted(totals.items(), key=lambda kv: (-kv[1][0], kv[0]))[:3]
print(count, len(totals), top)
