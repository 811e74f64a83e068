a = [1]
a.append(a)
print(a)
d = {"l": a}
a.append(d)
print(a, d)
t = ([],)
t[0].append(t)
print(t)
s = []
for _ in range(50):
    s = [s]
print(s)
try:
    for _ in range(100000):
        s = [s]
    repr(s)
except RecursionError:
    print("RecursionError")


class Bad:
    def __repr__(self):
        raise ValueError("bad repr")


try:
    print([1, Bad()])
except ValueError as e:
    print(e)
x = [1]
print(x, str(x), repr(x), f"{x}", "%s" % x)


class NotStr:
    def __repr__(self):
        return 5


try:
    print([NotStr()])
except TypeError as e:
    print(e)
