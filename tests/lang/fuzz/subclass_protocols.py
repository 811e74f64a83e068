# What built-in functions ask of instances of subclasses.
import operator


def t(f):
    try:
        v = f()
        print(type(v).__name__, v)
    except Exception as e:
        print(type(e).__name__, e)


class Shown(set):
    def __iter__(self): return iter("xyz"[:1])
class Broken(frozenset):
    def __iter__(self): return True
print(Shown([1]), Broken(), [Shown([1])])
t(lambda: repr(Broken([1])))
t(lambda: Shown(1, 2, 3))


class Items:
    def __getitem__(self, i): return i
t(lambda: reversed(Items()))
t(lambda: reversed(list))
t(lambda: range(0).index(True))
t(lambda: range(3).index(None))


class Hint:
    def __length_hint__(self): return True
t(lambda: operator.length_hint(Hint()))


class FloatToList(float):
    def __float__(self): return [1]
class FloatToOther(float):
    def __float__(self): return 9.5
class IntToList(int):
    def __float__(self): return []
for c in (FloatToList, FloatToOther, IntToList):
    t(lambda: complex(c(1)))
    t(lambda: complex(1, c(1)))
    t(lambda: float(c(1)))


class NegativeSet(set):
    def __len__(self): return -1
class NegativeList(list):
    def __len__(self): return -1
class Divides(list):
    def __iter__(self): return iter([1, 2])
    def __len__(self): return 1 / 0
for v in (NegativeSet([1.5]), NegativeList([1.5]), NegativeList([1]), Divides([9])):
    t(lambda: bytes(v))
    t(lambda: bytearray(v))
    t(lambda: list(v))


class OnlyRpow:
    def __rpow__(self, o): return "rpow"
class Pow3:
    def __pow__(self, o, m): return (o, m)
for args in ((OnlyRpow(), 1, 1.5), (1, OnlyRpow(), 2), (OnlyRpow(), dict, min), (2, OnlyRpow()), (Pow3(), 1, 2)):
    t(lambda: pow(*args))
t(lambda: pow(Pow3(), 2))
t(lambda: int(bytearray(b"a\nb")))
t(lambda: int(memoryview(b"a"), 5))
for text in ("", " ", "\n", "\n\n", "#", "lambda", "1 1", "lambda\n"):
    try:
        eval(text)
    except SyntaxError as e:
        print(e, e.lineno, e.offset, repr(e.text))
