print(len(""), len("abc"), len("h\u00e9\U0001F600"), len(b"ab"), len(bytearray(3)), len([]), len((1, 2)), len({}), len({1: 2}), len({1, 2}), len(frozenset()), len(range(10)), len(range(0, 10, 3)), len({}.keys()), len({1: 2}.values()), len({1: 2}.items()))
class A:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class L(list): pass
print(len(A(5)), len(A(True)), len(L([1, 2])), A(3).__len__())
class I:
    def __index__(self): return 4
print(len(A(I())))
for f in [lambda: len(5), lambda: len(None), lambda: len(1.5), lambda: len(A(-1)), lambda: len(A("x")), lambda: len(A(1.5)), lambda: len(iter([])), lambda: len(x for x in []), lambda: len(int), lambda: len(object()), lambda: len(), lambda: len([], []), lambda: len(print)]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
