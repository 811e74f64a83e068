# Control flow nested in every combination: loops, try, with, functions and classes inside each other.
class Log:
    out = []
    def __init__(self, n): self.n = n
    def __enter__(self): Log.out.append(f"+{self.n}"); return self.n
    def __exit__(self, t, v, tb): Log.out.append(f"-{self.n}{'' if t is None else '!' + t.__name__}"); return False
def show():
    print(*Log.out)
    Log.out.clear()
def f(mode):
    for i in range(3):
        with Log(f"w{i}"):
            try:
                while True:
                    with Log("in"):
                        if mode == "return": return i
                        if mode == "break": break
                        if mode == "continue" and i < 2: break
                        if mode == "raise": raise ValueError(i)
                        if mode == "error": [][1]
                        break
                if mode == "continue": continue
            except ValueError as e:
                Log.out.append(f"caught{e}")
                if i == 1: return "returned from except"
            else: Log.out.append("else")
            finally: Log.out.append(f"fin{i}")
    else: return "loop else"
for mode in ("return", "break", "continue", "raise", "error"):
    try: print(mode, f(mode))
    except IndexError as e: print(mode, e)
    show()
def g(n):
    if n > 0:
        try:
            if n % 2:
                for k in range(n):
                    if k == 2: return f"odd {n}"
                else: return f"short {n}"
            else: return g(n - 1) + "e"
        finally: Log.out.append(n)
    elif n == 0: return "zero"
    else:
        while n < 0: n += 2
        return f"neg {n}"
print(g(4), g(1), g(0), g(-3))
show()
def closures():
    out = []
    for i in range(2):
        class K:
            v = i
            def m(self):
                def inner():
                    return [self.v + j for j in range(2) for _ in (0,) if (lambda q: q == j)(j)]
                return inner()
        try: out.append(K().m())
        finally:
            def late(k=K): return k.v
            out.append(late())
    return out
print(closures())
def gen():
    for a in range(2):
        try:
            for b in range(2):
                with Log(f"{a}{b}"): got = yield (a, b)
                if got == "next": break
        finally: Log.out.append(f"a{a}")
it = gen()
print(next(it), it.send("next"), list(it))
show()
def switch(v):
    match v:
        case [x, *rest] if rest:
            for r in rest:
                match r:
                    case int(n) if n > 1: return f"found {n} after {x}"
                    case _: continue
            else: return "nothing big"
        case {"k": [*items]}:
            try: return sum(items)
            except TypeError: return "not numbers"
        case _:
            with Log("default"): return "default"
print(switch([0, 1, 5]), switch([0, 1]), switch({"k": [1, 2]}), switch({"k": ["a"]}), switch(None))
show()
def retry(times):
    attempts = 0
    while True:
        attempts += 1
        try:
            if attempts < times: raise ConnectionError(attempts)
            return attempts
        except ConnectionError as e:
            if attempts >= 3: raise RuntimeError("gave up") from e
        finally: Log.out.append(attempts)
print(retry(2))
try: retry(5)
except RuntimeError as e: print(e, repr(e.__cause__))
show()
result = [[(i, j, k) for k in range(j) if k] for i in range(3) for j in range(i + 1) if (i + j) % 2 == 0]
print(result)
x = 0
while x < 3:
    x += 1
    for y in range(3):
        if y == x: break
        try:
            if y: continue
        finally: Log.out.append((x, y))
    else: Log.out.append("full")
show()
