# Classes that act as generators and iterators; iter() with a sentinel; next() defaults; StopIteration rules.
class Up:
    def __init__(self, n): self.n, self.i = n, 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
u = Up(3)
print(list(u), list(u), next(u, "done"), [*Up(2)], sum(Up(4)), max(Up(3)), 2 in Up(3), 9 in Up(3), tuple(zip(Up(2), Up(9))), dict(enumerate(Up(2))), sorted(Up(3), reverse=True))
class Fresh:
    def __iter__(self): return iter((1, 2, 3))
f = Fresh()
print(list(f), list(f), [a + b for a in f for b in f][:4])
class GenIter:
    def __init__(self, *v): self.v = v
    def __iter__(self):
        for x in self.v: yield x
g = GenIter(1, 2)
a, b = g
print(a, b, list(map(str, g)), list(reversed(list(g))))
state = [3]
def pop():
    state[0] -= 1
    return state[0]
print(list(iter(pop, 0)), state)
it = iter([1, 2, 3])
print(next(it), next(it), next(it), next(it, None), next(it, 5))
try: next(it)
except StopIteration as e: print("StopIteration", e.args, e.value)
for bad in (lambda: next([]), lambda: next(5), lambda: iter(5), lambda: iter(5, 1), lambda: next(), lambda: iter()):
    try: bad()
    except TypeError as e: print(e)
class BadNext:
    def __iter__(self): return self
try: list(BadNext())
except TypeError as e: print(e)
class Raises:
    def __iter__(self): return self
    def __next__(self): raise KeyError("inside next")
for use in (lambda: list(Raises()), lambda: [x for x in Raises()], lambda: sum(Raises()), lambda: dict(Raises()), lambda: "".join(Raises()), lambda: max(Raises()), lambda: tuple(Raises())):
    try: use()
    except KeyError as e: print(e, end="; ")
print()
class StopEarly:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n == 2: raise StopIteration
        return self.n
s = StopEarly()
print(list(s), list(s)[:0] if False else next(s), next(s))
def uses_next():
    it = iter([1])
    yield next(it)
    yield next(it, "dflt")
    try: yield next(it)
    except StopIteration: yield "caught inside"
print(list(uses_next()))
def leaky():
    yield 1
    next(iter([]))
try: list(leaky())
except RuntimeError as e: print(e, type(e.__cause__).__name__)
print(list(x for x in iter([1, 2])), [next(i) for i in [iter("ab")] * 2])
def outer():
    def helper():
        raise StopIteration("from helper")
    yield 1
    helper()
try: list(outer())
except RuntimeError as e: print(e)
class Coro:
    def __init__(self): self.log = []
    def __iter__(self): return self
    def __next__(self): return self.send(None)
    def send(self, v):
        self.log.append(v)
        if len(self.log) > 2: raise StopIteration(self.log)
        return len(self.log)
def delegate():
    r = yield from Coro()
    return r
d = delegate()
print(next(d), d.send("x"))
try: d.send("y")
except StopIteration as e: print(e.value)
class Peek:
    def __init__(self, it): self.it, self.buf = iter(it), []
    def peek(self, default=None):
        if not self.buf:
            try: self.buf.append(next(self.it))
            except StopIteration: return default
        return self.buf[0]
    def __iter__(self): return self
    def __next__(self): return self.buf.pop() if self.buf else next(self.it)
p = Peek("abc")
print(p.peek(), p.peek(), next(p), list(p), p.peek("end"))
r = reversed([1, 2, 3])
print(next(r), list(r), list(reversed("ab")), list(reversed(range(3))), list(reversed({"a": 1, "b": 2})), type(iter([])).__name__, type(iter({})).__name__, type(iter("é")).__name__, type(iter(range(1))).__name__, type(iter(set())).__name__, type(iter(())).__name__)
