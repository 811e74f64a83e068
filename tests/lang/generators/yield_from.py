# yield from: delegation of send, throw, close; return values; iterables of all kinds.
def inner():
    try:
        x = yield 1
        print("inner got", x)
        y = yield 2
        print("inner got", y)
    except ValueError as e:
        print("inner caught", e)
        yield "recovered"
    return "inner result"
def outer():
    r = yield from inner()
    print("result", r)
    yield "after"
    return "outer result"
g = outer()
print(next(g), g.send("a"), g.send("b"))
try:
    next(g)
except StopIteration as e:
    print(e.value)
g = outer()
print(next(g), g.throw(ValueError("v")), next(g), list(g))
g = outer()
next(g)
print(g.gi_yieldfrom.__name__, g.gi_running)
try:
    g.throw(KeyError("unhandled"))
except KeyError as e:
    print(e)
print(list(g))
def closing():
    try:
        yield 1
    finally:
        print("inner closed")
def outer2():
    try:
        yield from closing()
    finally:
        print("outer closed")
g = outer2()
next(g)
g.close()
print(list(outer2())) if False else None
def many():
    yield from [1, 2]
    yield from (3, 4)
    yield from "ab"
    yield from {"k": 1}
    yield from range(2)
    yield from (x * x for x in range(3))
    yield from iter([9])
    r = yield from []
    yield r
print(list(many()))
def flatten(x):
    if isinstance(x, list):
        for y in x: yield from flatten(y)
    else:
        yield x
print(list(flatten([1, [2, [3, [4]], 5], [[]]])))
for bad in (5, None, object()):
    def b(): yield from bad
    try:
        list(b())
    except TypeError as e:
        print(e)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("it value")
        return self.n
    def send(self, v): print("sent", v); return "s%s" % v
    def throw(self, *a): print("thrown", [type(x).__name__ for x in a]); return "t"
    def close(self): print("closed")
def use():
    r = yield from It()
    print("r", r)
g = use()
print(next(g), g.send(5), g.throw(ValueError("q")))
print(next(g))
try:
    next(g)
except StopIteration:
    print("done")
g = use()
next(g)
g.close()
class Bare:
    def __iter__(self): return iter([1, 2])
def usebare(): yield from Bare()
g = usebare()
next(g)
try:
    g.send(1)
except AttributeError as e:
    print(e)
g = usebare()
next(g)
try:
    g.throw(ValueError("direct"))
except ValueError as e:
    print(e)
def result():
    return 7
    yield
def chain():
    a = yield from result()
    b = yield from result()
    return a + b
def top():
    print((yield from chain()))
print(list(top()))
def tree(n): 
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)), sum(1 for _ in tree(10)))
def stop_in_delegate():
    yield 1
    raise StopIteration("x")
def d(): yield from stop_in_delegate()
try:
    list(d())
except RuntimeError as e:
    print(e)
def assign():
    x = yield from [1]
    y = [(yield from [2]), (yield 3)]
    z = {"k": (yield from result())}
    return x, y, z
g = assign()
out = []
try:
    while True: out.append(next(g))
except StopIteration as e:
    print(out, e.value)
def lists():
    return (yield from (yield [1, 2]))
g = lists()
print(next(g), g.send("xy"), next(g))
