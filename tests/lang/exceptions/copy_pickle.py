e = ValueError("a", 1)
e.extra = 5
print(e.__reduce__())
print(KeyError("k").__reduce__())
f = ValueError()
f.__setstate__({"x": 1})
print(f.x)
f.__setstate__(None)
try:
    f.__setstate__(5)
except TypeError as x:
    print(x)
