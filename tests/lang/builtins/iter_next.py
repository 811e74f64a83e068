it = iter([1, 2])
print(next(it), next(it), next(it, "end"), next(it, None), list(it))
print(list(iter("ab")), list(iter((1, 2))), list(iter({"k": 1})), sorted(iter({3, 1})), list(iter(range(3))), next(iter([[]])), iter(it) is it)
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
c = Count(3)
print(next(c), list(c), next(c, "done"))
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(iter(Seq())), next(iter(Seq())), 20 in Seq(), list(Seq()))
n = [0]
def step():
    n[0] += 1
    return n[0]
print(list(iter(step, 4)), n)
s = iter(step, 6)
print(next(s), next(s, "x"), next(s, "y"))
def gen():
    x = yield 1
    print("got", x)
    return "result"
g = gen()
print(next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value, e.args)
g = gen(); next(g)
print(next(g, "default"))
try:
    next(iter([]))
except StopIteration as e:
    print("stop", e.value, e.args, repr(e), str(e) == "")
class V:
    def __iter__(self): return self
    def __next__(self): raise StopIteration(7)
try:
    next(V())
except StopIteration as e:
    print(e.value)
def boom(): raise KeyError("inner")
class NoIter:
    __iter__ = None
class BadIter:
    def __iter__(self): return 5
for f in [lambda: next([]), lambda: next(5), lambda: iter(5), lambda: iter(None), lambda: iter(5, 1), lambda: list(iter(boom, 1)), lambda: iter(NoIter()), lambda: iter(BadIter()), lambda: next(), lambda: iter(), lambda: next("abc"), lambda: iter(int)]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
