# Which of two operands of + is asked first where one is a text or a list of a class with operators.
class Left(str):
    def __radd__(self, other): return ('radd', str(other))


class Below(Left): pass


class Own(str):
    def __add__(self, other): return 'add'


class Items(list):
    def __radd__(self, other): return 'radd'


values = ['x', Left('l'), Below('b'), Own('o'), [1], Items([2]), (3,)]
for a in values:
    for b in values:
        if isinstance(a, str) != isinstance(b, str):
            continue
        try:
            print(type(a).__name__, type(b).__name__, repr(a + b))
        except TypeError as e:
            print(type(a).__name__, type(b).__name__, e)
for args in (True, True), (True, 'x'), (2, 'x'), (False, 'x'):
    print(type(OSError(*args)).__name__, OSError(*args))
