# Everything is evaluated left to right, each operand once.
log = []
def t(x, value=None):
    log.append(x)
    return x if value is None else value
def show(label):
    print(label, *log)
    log.clear()
t(1) + t(2) * t(3) - t(4); show("arith")
t(1) < t(2) < t(3); show("chain")
t(5) < t(2) < t(3); show("chain stops")
t(0) or t(1) and t(2) or t(3); show("bool")
t(0) and t(1); show("and")
not t(1) or t(2); show("not")
t("then") if t("cond") else t("else"); show("ifexp")
t("then") if t("c", []) else t("else"); show("ifexp false")
[t(1), t(2), *t(3, [4]), t(5)]; show("list")
{t("k1"): t("v1"), t("k2"): t("v2"), **t("m", {}), t("k3"): t("v3")}; show("dict")
{t(1), t(2)}; show("set")
def f(*a, **k): pass
t("f", f)(t(1), *t("s", [2]), t(3), a=t("a"), **t("kw", {}), b=t("b")); show("call")
class O: pass
o = O()
o.d = {}
t("obj", o).attr = t("value"); show("attr assign")
t("dict", o.d)[t("key")] = t("value"); show("item assign")
t("d1", o.d)[t("k1")] = t("d2", o.d)[t("k2")] = t("rhs"); show("chained assign")
t("d1", o.d)[t("k1")], t("o", o).x = t("r1"), t("r2"); show("tuple assign")
t("d", o.d)[t("key")] += t("rhs") if o.d.update(key="v") or True else 0; show("aug assign")
x = [0, 1, 2]
i = 0
i, x[i] = 1, "set at one"
print(x)
x[i], i = "again", 2
print(x, i)
x = y = z = t(1); show("multi")
(lambda a=t("da"), *, b=t("db"): 0)(); show("lambda defaults")
def g(a: t("ann a", int) = t("def a"), b: t("ann b", int) = t("def b"), *, k=t("kw k")) -> t("ret", int): pass
show("def")
class C(t("base", object), metaclass=t("meta", type)): t("body")
show("class")
[t(i) for i in t("iter", [1, 2]) if t("if")]; show("comp")
{t("k%d" % i): t("v%d" % i) for i in range(2)}; show("dict comp")
list(t(i) for i in t("outer iter", [1])); show("gen")
gen = (t(i) for i in t("eager", [1])); show("gen made")
list(gen); show("gen run")
t("o", [10, 20, 30])[t("lo", 0):t("hi", 2):t("st", 1)]; show("slice")
f"{t(1)} {t(2)!r:>{t('w', 5)}} {t(3)}"; show("fstring")
"%s %s" % (t(1), t(2)); show("percent")
assert t("ok"), t("not evaluated"); show("assert")
try:
    assert t("falsy", []), t("message")
except AssertionError: pass
show("assert fails")
for t("dict", o.d)["loop"] in t("in", [1, 2]): t("body")
show("for target")
class CM:
    def __init__(self, n): self.n = n
    def __enter__(self): t("enter " + self.n); return {}
    def __exit__(self, *a): t("exit " + self.n)
with t("cm1", CM("1")) as t("target1", o).w, t("cm2", CM("2")): t("body")
show("with")
del t("d", o.d)[t("dk", "loop")], t("o2", o).w; show("del")
def r(): return t(1), t(2)
r(); show("return")
def y():
    (yield t("y1")), (yield t("y2"))
list(y()); show("yield")
raise_log = None
try:
    raise t("exc", ValueError()) from t("cause", KeyError())
except ValueError: pass
show("raise")
while t("w", len(log) < 3): pass
show("while")
(n := t("walrus")) + t("after"); show("walrus")
t(1) in t("in", [1]); t(2) not in t("nin", []); t(3) is t(4); show("in/is")
-t(1) ** -t(2); show("unary pow")
t("a", o).__class__.__name__.join(t("b", ["x"])); show("method")
match t("subject", 5):
    case 4 if t("guard4"): pass
    case 5 if t("guard5"): t("body5")
show("match")
print(t(1), t(2), sep=t("sep", " "), end=t("end", "\n")); show("print")
lst = [1, 2, 3]
lst[t(0)], lst[t(1)] = lst[t(2)], lst[t(0)]; show("swap")
print(lst)
a = b = []
a += b.append(1) or [2]
print(a, a is b)
