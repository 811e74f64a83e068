def gen():
    yield 1
    return "value"
def delegate():
    r = yield from gen()
    print("delegated", r)
    return r * 2
def outer():
    r = yield from delegate()
    yield r
print(list(outer()))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("it done")
        return self.n
def from_it():
    r = yield from It()
    print("it gave", r)
print(list(from_it()))
def bad():
    raise StopIteration("inside generator")
    yield
try:
    list(bad())
except RuntimeError as e:
    print(e, repr(e.__cause__))
it = iter([1])
next(it)
for _ in range(2):
    try:
        next(it)
    except StopIteration as e:
        print("stop", e.value, e.args)
g = gen()
next(g)
try:
    g.send(None)
except StopIteration as e:
    print(e.value, e)
g = gen()
try:
    g.throw(KeyError("thrown"))
except KeyError as e:
    print(e)
