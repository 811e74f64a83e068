# eval, exec and compile carry the dialect of the code that calls them
print(eval("-7 // 2"), eval("[1][9]"), eval("(lambda *a: a)(1)"), eval("isinstance(True, int)"))
ns = {"d": {}}
exec("x = d['missing']\ndef f(*a):\n    return a, -7 % 3\nr = range(2)\ny = list(r), list(r)", ns)
print(ns["x"], ns["f"](1), ns["y"], ns.get("absent"))
exec("made = {'k': 1}.nope\nz = str(KeyError('k'))")
print(made, z)
code = compile("[1, 2][5], -9 // 4", "<made>", "eval")
print(eval(code), eval(code, {}), eval(code, {}, {}))
exec(compile("for k in d:\n    d.pop(k)", "<made>", "exec"), ns)
print(ns["d"])
big = {"a": 1, "b": 2}
exec("for k in big:\n    big[k + k] = 0")
print(big)


def inside():
    local = -7
    exec("print(local // 2, local % 3)")
    return eval("local // 2, {}['q']")


print(inside())


class Made:
    exec("attribute = -5 // 2")


print(Made.attribute)
n = 3


def reads_outer():
    exec("pass")
    n += 1
    return n, eval("n")


print(reads_outer(), n)
try:
    eval("{1, object.__new__(Made)}")
except TypeError as e:
    print(e)
print([eval(s) for s in ("1 // -2", "-1 // 2", "3 % -2")], list(map(eval, ["-1 % 10"])))
