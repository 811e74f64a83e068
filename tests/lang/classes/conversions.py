# __int__, __index__, __float__, __complex__, __bool__, __str__, __repr__, __format__, __bytes__, __round__, __trunc__, __hash__
import math, operator
class Idx:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
i = Idx(2)
print([10, 20, 30][i], "abc"[i], range(5)[i], (1, 2, 3)[:i], hex(i), bin(i), oct(i), int(i), float(i), chr(Idx(65)), list(range(i)), operator.index(i), round(5.678, i), bytes(i), "x" * i, [0] * i)
print(math.factorial(Idx(5)), int("ff", Idx(16)), "%d" % Idx(7), complex(Idx(3)), divmod(7, int(i)))
for bad in ("x", 1.5, None):
    try:
        [1][Idx(bad)]
    except TypeError as e:
        print(e)
for f in (hex, operator.index, range, chr):
    try:
        f(1.5)
    except TypeError as e:
        print(e)

class I:
    def __int__(self): return 42
class T:
    def __trunc__(self): return 7
    def __floor__(self): return 6
    def __ceil__(self): return 8
    def __round__(self, n=None): return ("round", n)
print(int(I()), math.trunc(T()), math.floor(T()), math.ceil(T()), round(T()), round(T(), 2), "%d" % I())
class BadInt:
    def __int__(self): return "no"
class BadFloat:
    def __float__(self): return 1
class F:
    def __float__(self): return 2.5
print(float(F()), math.sqrt(F()), "%.2f" % F())
for f, v in ((int, BadInt()), (float, BadFloat()), (int, object()), (float, object()), (int, []), (float, None), (complex, "x"), (round, object()), (abs, object())):
    try:
        print(f(v))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

class SR:
    def __repr__(self): return "<r>"
class SS(SR):
    def __str__(self): return "<s>"
print(SR(), str(SR()), repr(SS()), str(SS()), [SS()], "%s %r %a" % (SS(), SS(), SS()), f"{SS()} {SS()!r} {SS()!s:>6}", "{} {!r}".format(SS(), SS()))
class BadRepr:
    def __repr__(self): return 5
    def __str__(self): return None
for f in (repr, str, ascii, format):
    try:
        f(BadRepr())
    except TypeError as e:
        print(e)
class Fmt:
    def __format__(self, spec): return "<%s>" % spec
print(f"{Fmt()} {Fmt():abc} {Fmt():{'x' * 3}}", format(Fmt()), format(Fmt(), "q"), "{:%Y-%m}".format(Fmt()))
class BadFmt:
    def __format__(self, spec): return 1
try:
    format(BadFmt())
except TypeError as e:
    print(e)
try:
    f"{object():5}"
except TypeError as e:
    print(e)
class By:
    def __bytes__(self): return b"by"
print(bytes(By()))
class H:
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h
print(hash(H(5)), hash(H(True)), hash(H(2**61)), hash(H(-1)), hash(H(2**64)))
for bad in ("x", 1.5, None):
    try:
        hash(H(bad))
    except TypeError as e:
        print(e)
for u in ([], {}, set(), bytearray(), slice(1)):
    try:
        hash(u)
    except TypeError as e:
        print(e)
    try:
        {u: 1}
    except TypeError as e:
        print(e)
class N:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
print(-N(), +N(), ~N(), abs(N()))
for text in ("-o", "+o", "~o", "abs(o)"):
    try:
        eval(text, {"o": SR()})
    except TypeError as e:
        print(e)
class D:
    def __divmod__(self, o): return "dm"
    def __rdivmod__(self, o): return "rdm"
print(divmod(D(), 1), divmod(1, D()))
