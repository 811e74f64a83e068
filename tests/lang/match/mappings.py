# Mapping patterns: keys, rest, missing keys, which types match.
def m(x):
    match x:
        case {"type": "circle", "r": r}: return ("circle", r)
        case {"type": "rect", "size": {"w": w, "h": h}}: return ("rect", w, h)
        case {"type": t, **rest} if rest: return ("rest", t, rest)
        case {1: one, None: none}: return ("odd keys", one, none)
        case {-1: neg}: return ("neg", neg)
        case {"k": None}: return "k is None"
        case {}: return "any mapping"
    return "no"
for v in ({"type": "circle", "r": 2, "extra": 1}, {"type": "rect", "size": {"w": 1, "h": 2}}, {"type": "line", "x": 0}, {1: "a", None: "b"}, {-1: 5}, {"k": None}, {"type": "solo"}, {}, [], "s", None):
    print(m(v))
class Keys:
    A = "alpha"
def by_value(x):
    match x:
        case {Keys.A: v}: return v
    return None
print(by_value({"alpha": 1}), by_value({"beta": 1}))
from collections import defaultdict, OrderedDict, ChainMap, UserDict, Counter
import types, collections.abc
d = defaultdict(list)
def has_x(v):
    match v:
        case {"x": x}: return ("x", x)
        case {}: return "mapping"
        case _: return "other"
print(has_x(d), dict(d), has_x(OrderedDict(x=1)), has_x(ChainMap({"x": 2})), has_x(UserDict(x=3)), has_x(Counter("x")), has_x(types.MappingProxyType({"x": 5})))
class Missing(dict):
    def __missing__(self, k): return "made"
print(has_x(Missing()))
class GetOnly:
    def get(self, k, d=None): return 1
    def keys(self): return ["x"]
    def __getitem__(self, k): return 1
print(has_x(GetOnly()))
class Map(collections.abc.Mapping):
    def __getitem__(self, k):
        if k != "x": raise KeyError(k)
        return "mapped"
    def __len__(self): return 1
    def __iter__(self): return iter(["x"])
print(has_x(Map()))
match {"a": 1, "b": 2, "c": 3}:
    case {"a": a, **others}: print(a, others, type(others).__name__)
match {"a": 1}:
    case {"a": 1, **nothing}: print(nothing)
match {"n": {"m": [1, {"deep": "yes"}]}}:
    case {"n": {"m": [_, {"deep": v}]}}: print(v)
match {"a": 1, 2: "two", (3,): "tuple"}:
    case {2: t, "a": int(i)}: print(t, i)
def route(req):
    match req:
        case {"method": "GET", "path": "/"}: return "index"
        case {"method": "GET" | "HEAD" as meth, "path": str(p)}: return meth + " " + p
        case {"method": "POST", "body": {"id": int(i) | str(i)}}: return "post %s" % i
        case {"method": other}: return "bad method " + other
        case _: return "bad request"
for r in ({"method": "GET", "path": "/"}, {"method": "HEAD", "path": "/x"}, {"method": "POST", "body": {"id": "7"}}, {"method": "POST", "body": {"id": []}}, {"path": 1}): print(route(r))
original = {"a": 1, "b": [2]}
match original:
    case {"b": lst, **rest}:
        lst.append(3)
        rest["new"] = 1
print(original)
match {True: "t", 0: "z"}:
    case {1: v, False: w}: print(v, w)
events = []
class Log(dict):
    def get(self, k, default=None): events.append(("get", k)); return super().get(k, default)
    def __getitem__(self, k): events.append(("item", k)); return super().__getitem__(k)
match Log(a=1, b=2):
    case {"a": x, "b": y}: print(x, y, events)
def json(v):
    match v:
        case None: return "null"
        case True | False: return str(v).lower()
        case int() | float(): return repr(v)
        case str(): return '"%s"' % v
        case [*items]: return "[" + ",".join(map(json, items)) + "]"
        case {**pairs}: return "{" + ",".join('"%s":%s' % (k, json(x)) for k, x in pairs.items()) + "}"
        case _: raise TypeError(type(v).__name__)
print(json({"a": [1, 2.5, None, True], "b": {"c": "d"}, "e": []}))
try:
    json({1})
except TypeError as e: print(e)
