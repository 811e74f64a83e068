# Who asks for a length before it takes the items, and what it does with the answer.
def t(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)


class Sized:
    def __iter__(self): print('iter'); return iter([1])
    def __len__(self): print('len'); return 3
    def __getitem__(self, i): raise IndexError


class Sequence:
    length = 3
    def __len__(self): print('len'); return self.length
    def __getitem__(self, i): print('get', i); raise IndexError


class Failing:
    def __len__(self): return 3 % 0
    def __getitem__(self, i): return [1, 2, 3][i]


class Hint:
    def __init__(self, value): self.value = value
    def __iter__(self): return iter([7])
    def __length_hint__(self): print('hint'); return self.value


TAKERS = [('bytes', bytes), ('bytearray', bytearray), ('extend', lambda x: bytearray(b'').extend(x)), ('list', list), ('tuple', tuple), ('sorted', sorted),
          ('join', lambda x: ''.join(x)), ('bytes join', lambda x: b''.join(x)), ('set', set), ('display', lambda x: [*x]), ('call', lambda x: (lambda *a: a)(*x)),
          ('reversed', lambda x: list(reversed(x))), ('fromkeys', dict.fromkeys), ('any', any), ('max', lambda x: max(x, default=0)), ('iadd', lambda x: [0].__iadd__(x)),
          ('list(iter)', lambda x: list(iter(x))), ('bytes(iter)', lambda x: bytes(iter(x))), ('join(iter)', lambda x: ''.join(iter(x)))]
for cls in Sized, Sequence, Failing:
    for name, f in TAKERS:
        t(cls.__name__ + ' ' + name, lambda: f(cls()))

for value in 5, True, 0, -1, 'a', None, NotImplemented, 2**63, 10**30, 2**62:
    t(repr(value), lambda: list(Hint(value)))
    t(repr(value), lambda: tuple(Hint(value)))
    t(repr(value), lambda: [*Hint(value)])

for start, stop, step in (-1, -10**30, -1), (0, 2**63, 1), (0, 2**64, 1), (0, 2**63 - 1, 1), (-2**63, 2**63 - 1, 1):
    r = range(start, stop, step)
    t('len', lambda: len(r))
    t('list', lambda: list(r))
    t('list(iter)', lambda: list(iter(r)))
    t('tuple', lambda: tuple(r))
    t('sorted', lambda: sorted(r))
    t('display', lambda: [*r])
    t('call', lambda: (lambda *a: 0)(*r))
    t('extend', lambda: [].extend(r))
    t('hint', lambda: iter(r).__length_hint__())

r = reversed(Sequence())
for length in 3, 1, 2:
    Sequence.length = length
    print(r.__length_hint__())


class Open:
    def __getitem__(self, i): return 'abc'[i]


i = iter(Open())
print(i.__length_hint__(), list(i), i.__length_hint__(), list(i))
i = iter(Failing())
t('hint', lambda: i.__length_hint__())
