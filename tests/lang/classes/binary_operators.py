# Forward and reflected operator methods, NotImplemented, priority of subclasses.
import operator

OPS = [("+", operator.add, "add"), ("-", operator.sub, "sub"), ("*", operator.mul, "mul"), ("/", operator.truediv, "truediv"),
       ("//", operator.floordiv, "floordiv"), ("%", operator.mod, "mod"), ("**", operator.pow, "pow"), ("@", operator.matmul, "matmul"),
       ("<<", operator.lshift, "lshift"), (">>", operator.rshift, "rshift"), ("&", operator.and_, "and"), ("|", operator.or_, "or"),
       ("^", operator.xor, "xor")]

def make(name, bases=(), result=None):
    ns = {}
    for _, _, word in OPS:
        def forward(self, other, word=word):
            return result if result is not None else (name, word, type(other).__name__)
        def reflected(self, other, word=word):
            return result if result is not None else (name, "r" + word, type(other).__name__)
        ns["__%s__" % word] = forward
        ns["__r%s__" % word] = reflected
    return type(name, bases, ns)

A = make("A")
B = make("B")
Sub = make("Sub", (A,))
Quiet = make("Quiet", (), NotImplemented)

for symbol, f, word in OPS:
    print(symbol, f(A(), 1), f(1, A()), f(A(), B()), f(B(), A()), f(A(), Sub()), f(Sub(), A()), f(A(), A()))

for symbol, f, word in OPS:
    for left, right in ((Quiet(), 1), (1, Quiet()), (Quiet(), Quiet())):
        try:
            f(left, right)
        except TypeError as e:
            print(symbol, e)
    print(symbol, f(Quiet(), B()))

class Inherits(A):
    pass
# Not overriding the reflected method gives no priority.
print(A() + Inherits(), Inherits() + A())

class Num(int):
    def __add__(self, other): return ("Num.add", int(self), other)
    def __radd__(self, other): return ("Num.radd", int(self), other)
    def __rsub__(self, other): return "Num.rsub"
print(1 + Num(2), Num(2) + 1, 1 - Num(1), Num(5) - 1)

class Txt(str):
    def __radd__(self, other): return "Txt.radd"
    def __rmod__(self, other): return "Txt.rmod"
print("a" + Txt("b"))
print("%s" % Txt("q"))

class L(list):
    def __radd__(self, other): return "L.radd"
    def __rmul__(self, n): return "L.rmul %d" % n
print([1] + L([2]), 3 * L([1]), L([1]) * 2)

class Once:
    def __add__(self, other):
        print("add called")
        return NotImplemented
    def __radd__(self, other):
        print("radd called")
        return NotImplemented
try:
    Once() + Once()
except TypeError as e:
    print(e)

class Pow:
    def __pow__(self, other, mod=None): return ("pow", other, mod)
    def __rpow__(self, other, mod=None): return ("rpow", other, mod)
print(Pow() ** 2, pow(Pow(), 2), pow(Pow(), 2, 5), 2 ** Pow())

for a in (1, 1.5, "s", [1], (1,), None, {}, {1}, b"b"):
    row = []
    for symbol, f, word in OPS[:6]:
        try:
            f(a, object())
        except TypeError as e:
            row.append(str(e))
    print(row)
print((255).__lt__(1.5), (1).__add__(1.5), (1).__eq__("1"), (1.5).__add__(1), (1.5).__lt__("x"), (1).__add__("x"), "a".__eq__(1), [].__eq__(()), {}.__eq__([]))
print(True.__add__(1), True.__and__(False), (1).__radd__(2), (1).__rsub__(2), (2).__pow__(3), (2).__rpow__(3), (2).__pow__(3, 5), (7).__divmod__(2), (7).__rdivmod__(22))
print("a".__add__("b"), "ab".__mul__(2), "ab".__rmul__(2), "%d".__mod__(4), [1].__add__([2]), [1].__mul__(2), (1,).__add__((2,)))
