# match inside functions, loops, generators and classes; names bound by failed patterns; guards with effects.
def classify(items):
    for it in items:
        match it:
            case 0: continue
            case str() if it == "stop": break
            case int(n) | float(n): yield ("num", n)
            case (x, y): yield ("pair", x, y)
            case {"name": name, **rest}: yield ("named", name, len(rest))
            case None: return
            case other: yield ("other", other)
    else: yield "exhausted"
    yield "after"
print(list(classify([1, 0, 2.5, "stop", 3])))
print(list(classify([(1, 2), {"name": "n", "z": 1}, "t"])))
print(list(classify([5, None, 6])))
log = []
def guard(tag, r): log.append(tag); return r
match 5:
    case x if guard("a", False): pass
    case y if guard("b", 0): pass
    case z if guard("c", "yes"): print(x, y, z, log)
def nested(v):
    match v:
        case [["add" | "sub" as op, a, b], *_]:
            match op:
                case "add": return a + b
                case "sub": return a - b
        case [[op, *args]]: return op, args
        case []: return "empty"
print(nested([["add", 1, 2]]), nested([["sub", 5, 3], 1]), nested([["neg", 1]]), nested([]), nested([1, 2]))
class Shape:
    kinds = ["a"]
    match kinds:
        case [first]: label = first
        case _: label = None
    def __init__(self, kind):
        match kind:
            case "sq" | "square": self.sides = 4
            case {"sides": int(n)}: self.sides = n
            case _: raise ValueError(f"unknown shape {kind!r}")
print(Shape.label, Shape("sq").sides, Shape({"sides": 6}).sides, hasattr(Shape, "first"))
try: Shape(5)
except ValueError as e: print(e)
def ret_in_try(v):
    try:
        match v:
            case int(): return "int"
            case _: raise TypeError("no int")
    except TypeError as e: return str(e)
    finally: log.append("fin")
print(ret_in_try(1), ret_in_try("s"))
def lam(v):
    match v:
        case n if (lambda q: q > 2)(n): return "big"
        case n if any(n == k for k in (1, 2)): return "small"
    return None
print(lam(5), lam(2), lam(0))
def star(v):
    match v:
        case [first, *middle, last] if sum(middle) > 10: return middle
        case [*init, 0]: return "ends with zero", init
        case [_, _, *_]: return "two or more"
        case [_]: return "one"
    return "none"
print(star([1, 5, 6, 2]), star([1, 0]), star([1, 2]), star([9]), star([]))
def glob():
    global matched
    match [1, 2]:
        case [matched, _]: pass
glob()
print(matched)
def nonl():
    v = None
    def inner():
        nonlocal v
        match {"k": 7}:
            case {"k": v}: pass
    inner()
    return v
print(nonl())
def comp(rows): return [r for r in rows if (lambda q: (match_row(q)))(r)]
def match_row(r):
    match r:
        case {"ok": True}: return True
        case _: return False
print(comp([{"ok": True}, {"ok": 1}, {}]))
def tokens(ts):
    stack = []
    for t in ts:
        match t, stack:
            case "+", [*rest, a, b]: stack = rest + [a + b]
            case "*", [*rest, a, b]: stack = rest + [a * b]
            case ("+" | "*"), _: return "underflow"
            case int(n), _: stack.append(n)
            case bad, _: return f"bad token {bad!r}"
    match stack:
        case [result]: return result
        case []: return "empty"
        case [*many]: return f"{len(many)} left"
print(tokens([1, 2, "+", 3, "*"]), tokens([1, "+"]), tokens(["x"]), tokens([]), tokens([1, 2]))
x = 10
match (x, x + 1):
    case (10, 11) as whole: print(whole)
match x:
    case 10 if x == 10: x = "rebound"
print(x)
match [1, [2, 3]]:
    case [a, [b, c]] if a + b == c: print("sum", a, b, c)
match {"a": {"b": {"c": 1}}}:
    case {"a": {"b": {"c": deep}}}: print(deep)
