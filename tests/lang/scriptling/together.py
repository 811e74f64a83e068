# the rules side by side, in one program
class Account:
    def __init__(self, name, *entries, **options):
        self.name = name
        self.entries = entries
        self.options = options

    def add(self, *amounts):
        for a in amounts:
            self.entries.append(a)
        return self

    def summary(self):
        return {"name": self.name, "half": sum(self.entries) // 2, "limit": self.options.limit, "owner": self.owner}


accounts = [Account("a", -5, -2).add(0), Account("b", 3, limit=10), Account("c")]
for s in [a.summary() for a in accounts]:
    print(s, s.missing, s["half"] % 3)
by_name = {a.name: a for a in accounts}
for name, account in by_name.items():
    if not account.entries:
        del by_name[name]
        by_name["merged"] = Account("merged", *account.entries, 1)
print(sorted(by_name), by_name["c"], by_name.merged.entries, by_name["x"])


def walk(tree, *path):
    for key in path:
        tree = tree[key] if isinstance(tree, (dict, list)) else None
    return tree


tree = {"users": [{"name": "ann", "langs": ["py"]}, {"name": "bob"}]}
print(walk(tree, "users", 0, "langs", 0), walk(tree, "users", 1, "langs", 0), walk(tree, "users", 7), walk(tree))


def classify(v):
    match v:
        case {"type": "point", "at": [x, y]}:
            return "point", x // 2, y % 2
        case {"flag": bool(f)}:
            return "flag", f
        case {"count": int(c)}:
            return "count", c
        case Account(name=n, missing=m):
            return n, m
        case Account(name=n):
            return "account " + n
        case [first, *_, last]:
            return first, last
        case None:
            return "nothing"


print([classify(v) for v in ({"type": "point", "at": [-3, -3]}, {"flag": True}, {"count": True}, {"count": 2}, accounts[0], [1, 2, 3], [1][4])])


def pairs(*rows):
    index = range(len(rows))
    for i in index:
        yield i, rows[i], rows[i + 1]
    for i in index:
        yield "never", i


print(list(pairs("x", "y")))
counts = {}
for word in "the cat the hat".split():
    counts[word] = (counts[word] or 0) + 1
print(counts)


def memo(n, cache={}):
    if cache[n] is None:
        cache[n] = n if n < 2 else memo(n - 1) + memo(n - 2)
    return cache[n]


print(memo(30))
try:
    walk({}, *[[]])
except TypeError as e:
    print(e)
with_default = [row.price or 0 for row in ({"price": 3}, {}, {"price": None})]
print(with_default, sum(with_default) // -2)


def apply(f, *args, **kw):
    try:
        return f(*args, **kw)
    except KeyError as e:
        return "no " + str(e)
    except Unheard.Of as e:
        return "never"
    except (ZeroDivisionError, AttributeError) as e:
        return type(e).__name__


print(apply(lambda d: d.pop("key"), {}), apply(lambda x: x // 0, 1), apply(lambda: counts.nope()), apply(lambda *a: a, 1, 2))
total = 100


def spend(*amounts):
    for amount in amounts:
        total -= amount
    return total


print(spend(10, 20), spend(), total)
return "the end"
print("not reached")
