# Sequence patterns: which types match, stars, nesting, lengths.
def seq(x):
    match x:
        case []: return "empty"
        case [a]: return ("one", a)
        case (a, b): return ("two", a, b)
        case [1, *rest]: return ("one first", rest)
        case [*init, 9]: return ("nine last", init)
        case [a, *mid, b]: return ("ends", a, mid, b)
    return "no match"
from collections import deque
for v in ([], (), [1], (1, 2), [1, 2, 3], [5, 6, 9], [5, 6, 7], range(2), range(0), "ab", b"ab", bytearray(b"ab"), {1, 2}, {1: 2}, iter([1]), deque([4, 5]), None, 5):
    print(type(v).__name__, seq(v))
def star(x):
    match x:
        case [*_]: return "any sequence"
        case _: return "not a sequence"
print([star(v) for v in ([], (1,), "s", {}, range(3), deque())])
def nested(x):
    match x:
        case [[a, b], [c, *d]]: return a, b, c, d
        case [(a, [b]), *_]: return "second", a, b
        case [_, _, [_, deep]]: return "deep", deep
        case _: return None
print(nested([[1, 2], [3, 4, 5]]), nested([(1, [2]), 3]), nested([1, 2, [3, 4]]), nested([[1, 2], 3]), nested((("a", "b"), "cd")))
def openseq(x):
    match x:
        case 1, 2: return "1, 2"
        case first, *_: return first
        case *everything,: return everything
print(openseq((1, 2)), openseq([3, 4]), openseq([]))
class Seq:
    def __len__(self): return 2
    def __getitem__(self, i):
        if i > 1: raise IndexError(i)
        return i
print(seq(Seq()))
import collections.abc
class Registered(collections.abc.Sequence):
    def __len__(self): return 2
    def __getitem__(self, i):
        if i >= 2: raise IndexError
        return "r%d" % i
print(seq(Registered()))
collections.abc.Sequence.register(Seq)
print(seq(Seq()))
class MyList(list): pass
class MyStr(str): pass
class MyTuple(tuple): pass
print(seq(MyList([1])), seq(MyStr("ab")), seq(MyTuple((1, 2))))
from collections import namedtuple, UserList
P = namedtuple("P", "x y")
print(seq(P(1, 2)), seq(UserList([1])))
def commands(c):
    match c.split():
        case ["go", ("north" | "south") as d]: return "going " + d
        case ["go", other]: return "cannot go " + other
        case ["drop", *things] if things: return "dropping " + ", ".join(things)
        case ["drop"]: return "drop what?"
        case [verb, *args]: return "unknown %s %d" % (verb, len(args))
        case []: return "nothing"
for c in ("go north", "go up", "drop a b", "drop", "look around here", ""): print(commands(c))
def total(xs):
    match xs:
        case []: return 0
        case [x, *rest]: return x + total(rest)
print(total([1, 2, 3, 4]), total(range(5)))
match [1, [2, [3, [4]]]]:
    case [a, [b, [c, [d]]]]: print(a, b, c, d)
match (1, 2, 3, 4, 5):
    case a, b, *c, d: print(a, b, c, d, type(c).__name__)
match ["x", {"k": [1, 2]}, (3,)]:
    case [str(s), {"k": [i, j]}, (n,)]: print(s, i, j, n)
match [True, 1, 1.0]:
    case [1, True, True]: print("equal by ==" )
    case [True, 1, 1]: print("identity for True")
x = [0]
match x:
    case [y]: y = 5
print(x)
