# Operators of classes in every position an instruction has: stored, jumped on, declined, raising.
import traceback


class Declines:
    log = []

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def declining(name):
    def method(self, other):
        self.log.append((name, self.name))
        return NotImplemented
    return method


for op in "add sub mul truediv floordiv mod matmul and or xor lshift rshift iadd isub imul lt le gt ge eq ne radd rsub rmul".split():
    setattr(Declines, f"__{op}__", declining(op))


class Answers:
    name = "answers"

    def __radd__(self, other):
        return ("radd", repr(other))

    def __rmul__(self, other):
        return ("rmul", repr(other))

    def __gt__(self, other):
        return ["truthy"]

    def __eq__(self, other):
        return ""


a, b, c = Declines("a"), Declines("b"), Answers()


def attempt(text, **names):
    space = {"a": a, "b": b, "c": c, **names}
    Declines.log.clear()
    try:
        exec(text, space)
        print(text, "->", space.get("r"), Declines.log)
    except Exception as e:
        print(text, "->", type(e).__name__, e, Declines.log)


for op in "+ - * / // % @ & | ^ << >> < <= > >=".split():
    attempt(f"r = a {op} b")
    attempt(f"r = a {op} 1")
for text in ("r = a", "r += b", "r -= b", "r *= 2"):
    attempt("r = a\n" + text)
attempt("r = a + c")
attempt("r = a * c")
attempt("r = a < c")
attempt("r = a == c")
attempt("r = a == b, a != b, a == a, a != a")
attempt("r = 'yes' if a < c else 'no'")
attempt("r = 'yes' if a == c else 'no'")
attempt("r = 'yes' if a == b else 'no'")
attempt("r = 'yes' if a > b else 'no'")


class Box:
    def __init__(self, items):
        self.items = items

    def __contains__(self, item):
        return self.items.count(item)  # a number, not a bool

    def __getitem__(self, key, extra="default"):
        if key == "boom":
            raise LookupError("no boom")
        return (key, extra)

    def __setitem__(self, *parts):
        self.items.append(parts)

    def __add__(self, *others):
        return others

    def __sub__(self, other):
        yield other

    def __iadd__(self, other):
        self.items.append(other)
        return self

    def __lt__(self, other):
        return self.items

    def __neg__(self):
        return "negative"


box = Box([1, 1, 2])
print(1 in box, 5 in box, 1 not in box, 5 not in box)
print("in" if 2 in box else "out", "out" if 7 not in box else "in")
print([x for x in range(4) if x in box])
print(box[1], box["k"], box[1:2], box[...])
box[5] = 6
print(box.items, box + 1, list(box - 3), -box)
box += 9
print(box.items, box < 1, not box < 1, bool(Box([]) < 1))
while box < 0:
    box.items.pop()
print(box.items)
try:
    box["boom"]
except LookupError:
    print(traceback.format_exc().splitlines()[-1], len(traceback.format_exc().splitlines()) > 4)


class Countdown:
    def __init__(self, n, error=StopIteration):
        self.n, self.error = n, error

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise self.error
        self.n -= 1
        return self.n


class Inner(Countdown):
    def __next__(self):
        return next(self.error)  # StopIteration from deeper calls ends the loop too


class MyStop(StopIteration):
    pass


class Generating:
    turns = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.turns += 1
        if self.turns > 2:
            return iter(())
        yield self.turns


print([x for x in Countdown(3)], [x for x in Inner(0, iter("ab"))], [x for x in Countdown(2, MyStop)])
for x in Countdown(2):
    print(x)
else:
    print("else")
try:
    for x in Countdown(1, ValueError("ended")):
        print(x)
except ValueError as e:
    print("ValueError", e, e.__context__)
try:
    raise KeyError("outer")
except KeyError:
    for x in Countdown(1):
        pass
    try:
        for x in Countdown(0, TypeError("inner")):
            pass
    except TypeError as e:
        print(repr(e.__context__))
for i, g in enumerate(Generating()):
    print(list(g))
    if i == 3:
        break


class Base:
    def __add__(self, other):
        return "Base.add"

    def __eq__(self, other):
        return "Base.eq"

    __hash__ = None


class Derived(Base):
    def __radd__(self, other):
        return "Derived.radd"

    def __eq__(self, other):
        return "Derived.eq"


print(Base() + Derived(), Derived() + Base(), Base() == Derived(), Derived() == Base())


class Deep:
    def __init__(self, next=None):
        self.next = next

    def __eq__(self, other):
        return self.next == other.next


chain = Deep()
for _ in range(300):
    chain = Deep(chain)
print(chain == chain)
loop = Deep()
loop.next = loop
try:
    print(loop == loop)
except RecursionError as e:
    print(type(e).__name__)


class Wrong:
    def __add__(self):
        return 1

    def __getitem__(self):
        return 1

    def __lt__(self, a, b):
        return 1


for text in ("r = w + 1", "r = w[0]", "r = w < 1"):
    attempt(text, w=Wrong())
