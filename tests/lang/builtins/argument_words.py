# Words for calls with too many, too few or unknown arguments.
import builtins


def t(label, f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(label, type(e).__name__, e)
    else:
        print(label, type(r).__name__)


NAMES = '''abs all any ascii bin bool callable chr classmethod compile dict dir divmod enumerate eval exec filter float format frozenset getattr globals hash hex
id int isinstance iter len list locals map max min next oct ord pow property range repr reversed round set setattr slice sorted staticmethod str sum super tuple vars zip
__import__ BaseException OSError UnicodeDecodeError UnicodeEncodeError BlockingIOError'''.split()
KEYS = ['x', 'start', 'iterable', 'encoding', 'base', 'mode', 'closure']
for name in NAMES:
    f = getattr(builtins, name)
    for v in 1, None:
        for n in range(6):
            if name == 'super' and n in (1, 2):
                continue
            t('%s %d' % (name, n), f, *[v] * n)
    for key in KEYS:
        for n in 0, 1, 2:
            if name != 'super':
                t('%s %d %s=' % (name, n, key), f, *[1] * n, **{key: 1})

for args in (1, 2), (1, 2, 3), (1, 2, 'file'), (1, 2, 3, None, 5):
    e = BlockingIOError(*args)
    print(e.args, e.errno, e.filename, getattr(e, 'characters_written', 'none'), e)
    e.characters_written = 7
    print(e.characters_written)
t('written', lambda: OSError(1, 2).characters_written)


class Text(str):
    def __repr__(self): return 'own'


t('float', float, Text('[]'))
t('int', int, Text('[]'))
o = type('C', (), {})()
t('nul', getattr, o, 'a\0b')
t('nul', delattr, o, '\0')
t('nul', getattr, 5, '\0')
t('nul', getattr, type(o), 'x\0y')
for f, a in (('%.*i', (2**31 - 1, 0)), ('%.*d', (2**31, 5)), ('%*d', (2**63, 5)), ('%.*x', (2**31 - 1, 5)), ('%.2147483645d', (1,)), (b'%.*d', (2**31 - 1, 5)), ('%.*s', (2**31 - 1, 5))):
    t(repr(f), lambda: f % a)
