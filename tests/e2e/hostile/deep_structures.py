# Structures nested a hundred thousand deep: an answer or an error, never a crash.
import copy
import itertools
import json

DEPTH = 100000


def attempt(name, f):
    try:
        print(name, type(f()).__name__)
    except RecursionError:
        print(name, "RecursionError")
    except MemoryError:
        print(name, "RecursionError")


def nest(make, n=DEPTH):
    x = make(None)
    for _ in range(n):
        x = make(x)
    return x


l, m = nest(lambda x: [x]), nest(lambda x: [x])
t, u = nest(lambda x: (x,)), nest(lambda x: (x,))
d, e = nest(lambda x: {"k": x}), nest(lambda x: {"k": x})
for name, f in [("repr list", lambda: repr(l)), ("str tuple", lambda: str(t)), ("repr dict", lambda: repr(d)), ("eq list", lambda: l == m), ("eq tuple", lambda: t == u), ("eq dict", lambda: d == e), ("lt", lambda: l < m),
                ("hash", lambda: hash(t)), ("set", lambda: {t}), ("json list", lambda: json.dumps(l)), ("json dict", lambda: json.dumps(d)), ("deepcopy", lambda: copy.deepcopy(l)), ("deepcopy dict", lambda: copy.deepcopy(d)),
                ("format", lambda: "%r" % (l,)), ("in", lambda: m in [l]), ("index", lambda: [l].index(m)), ("copy", lambda: copy.copy(l)), ("len", lambda: len(l)), ("list", lambda: list(t))]:
    attempt(name, f)
for name, text in [("loads list", "[" * DEPTH + "]" * DEPTH), ("loads dict", '{"a":' * DEPTH + "1" + "}" * DEPTH)]:
    attempt(name, lambda: json.loads(text))


def refused(text):
    try:
        compile(text, "x", "exec")
        return "compiled"
    except (SyntaxError, RecursionError, MemoryError) as e:
        return "refused"


print("brackets", refused("(" * DEPTH + ")" * DEPTH))
print("minus", refused("-" * DEPTH + "1"))
print("lists", refused("[" * 5000 + "]" * 5000))
for name, text in [("not", "not " * DEPTH + "1"), ("call", "f" + "()" * DEPTH), ("attribute", "a" + ".b" * DEPTH), ("subscript", "a" + "[0]" * DEPTH), ("add", "1" + "+1" * DEPTH), ("power", "1" + "**1" * DEPTH),
                   ("lambda", "lambda:" * DEPTH + "1"), ("if", "1 if 1 else " * DEPTH + "1"), ("compare", "1" + "<1" * DEPTH), ("or", "1" + " or 1" * DEPTH), ("string", "'a'" * DEPTH), ("assign", "a=" * DEPTH + "1"),
                   ("blocks", "".join(" " * i + "if 1:\n" for i in range(1000)) + " " * 1000 + "pass"), ("elif", "if 1: pass\n" + "elif 1: pass\n" * 20000), ("decorators", "@f\n" * 20000 + "def g(): pass"),
                   ("fstring", "f'{" * 500 + "1" + "}'" * 500), ("tuple", "," * 100), ("unpack", "*" * 1000 + "a"), ("with", "with a: " * 1000), ("await", "x = " + "yield " * 2000)]:
    refused(text)
    print(name)


def chain(n):
    it = [1, 2, 3]
    for _ in range(n):
        it = map(int, it)
    return it


try:
    print(list(chain(100)))
    list(chain(DEPTH))
except RecursionError:
    print("RecursionError")


class Link:
    def __init__(self, next):
        self.next = next


head = None
for _ in range(DEPTH):
    head = Link(head)
del head
error = None
for i in range(DEPTH):
    fresh = ValueError(i)
    fresh.__cause__ = error
    error = fresh
print(repr(error))
del error, fresh
nested = lambda: 0
for _ in range(1000):
    nested = (lambda f: lambda: f())(nested)
try:
    print(nested())
except RecursionError:
    print("RecursionError")


for name, make in [("map", lambda i: map(int, i)), ("filter", lambda i: filter(None, i)), ("zip", zip), ("enumerate", enumerate), ("chain", itertools.chain), ("islice", lambda i: itertools.islice(i, 5))]:
    it = iter([1, 2, 3])
    for _ in range(2000000):
        it = make(it)
    try:
        list(it)
    except RecursionError:
        pass
    print("iterators", name)
