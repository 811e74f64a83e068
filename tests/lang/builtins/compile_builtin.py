c = compile("1 + 2", "<calc>", "eval")
print(eval(c), eval(c), type(c).__name__)
c = compile("x = 5\ny = x * 2", "<prog>", "exec")
exec(c)
print(x, y)
ns = {}
exec(c, ns)
print(ns["y"], c.co_filename, c.co_name)
single = compile("40 + 2", "<one>", "single")
exec(single)
exec(compile("None", "<one>", "single"))
exec(compile("t = 1", "<one>", "single")); print(t)
e = compile("a * b", "f", "eval")
print([eval(e, {"a": i, "b": 10}) for i in range(3)])
def use():
    a, b = 6, 7
    return eval(e)
print(use())
for args in [("1 +", "f", "eval"), ("x = ", "name.py", "exec"), ("1", "f", "zzz"), ("1", 5, "eval"), (5, "f", "eval"), ("1", "f"), ("x = 1", "f", "eval")]:
    try:
        print(compile(*args))
    except SyntaxError as x:
        print("SyntaxError", x.filename, x.lineno)
    except Exception as x:
        print(type(x).__name__)
