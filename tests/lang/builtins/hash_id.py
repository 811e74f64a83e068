print(hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(1) == hash(1.0) == hash(True), hash(None) == hash(None), hash(b"a") == hash(b"a"), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(()) == hash(()), isinstance(hash("x"), int), hash(2**61 - 1), hash(-1), hash(-2))
class A: pass
class H:
    def __hash__(self): return 42
class Big:
    def __hash__(self): return 2**61 + 5
class Neg:
    def __hash__(self): return -1
class E:
    def __eq__(self, o): return True
class S:
    def __hash__(self): return "x"
a = A()
print(hash(a) == hash(a), hash(H()), hash(Neg()), hash(Big()) == hash(2**61 + 5) or hash(Big()) == 2**61 + 5, {a: 1}[a], hash(int) == hash(int), hash(len) == hash(len), hash(A.__init__) == hash(A.__init__))
for f in [lambda: hash([]), lambda: hash({}), lambda: hash(set()), lambda: hash(([],)), lambda: hash(E()), lambda: hash(S()), lambda: hash(bytearray()), lambda: hash(slice(1)), lambda: {[]: 1}, lambda: {{}}, lambda: hash((1, {})), lambda: hash()]:
    try:
        print(f())
    except TypeError as x:
        print(x)
x = [1]
y = x
print(id(x) == id(y), id(x) == id([1]), isinstance(id(x), int), id(None) == id(None), id("const") > 0, id(a) != id(A()))
