m = __import__("math")
print(m.__name__, m.floor(2.5))
j = __import__("json", fromlist=["loads"])
print(j.loads("[1]"))
print(__import__("math") is m)
for f in [lambda: __import__("no_such_module_x"), lambda: __import__(5), lambda: __import__(""), lambda: __import__("math", level=-1)]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
