# What tracebacks underline: loops, assertions; no source of <string>; __init__ that returns something.
import traceback


class No:
    def __bool__(self):
        return False

    def __eq__(self, other):
        return 0


def shown(source):
    code = compile(source, __file__, 'exec')
    try:
        exec(code, {'x': No(), 'y': 1, 'f': lambda: 0})
    except Exception as e:
        print(source.splitlines()[0], [line.split(', in')[-1].strip() for line in traceback.format_exc().splitlines()[3:-1]], type(e).__name__)


def loop():
    for i in 5:
        pass


def gen():
    yield 1
    raise RuntimeError('late')


def over():
    for i in gen(): pass


def failed(n):
    x, y = No(), 1
    if n == 0: assert x, 'm'
    if n == 1: assert not y, 'm'
    if n == 2: assert x == 1, 'm'
    if n == 3: assert y == 1 and x == 0, 'm'
    if n == 4: assert (x == 1 or y == 2) and y, 'm'
    if n == 5: assert len('') > 1
    if n == 6: assert x is None


class Init:
    def __init__(self):
        try:
            return 1
        except TypeError:
            print('never')


def of_eval():
    eval('1/0')


def comprehension():
    return [a for a in 5]


for f in (loop, over, of_eval, comprehension, Init, *[lambda n=n: failed(n) for n in range(7)]):
    try:
        f()
    except Exception:
        lines = traceback.format_exc().splitlines()
        print('\n'.join([line for line in lines if not line.startswith('  File')]))
for source in ('appendd', 'yield_nov', 'itemss', 'lenn'):
    try:
        exec(source)
    except NameError as e:
        print(''.join(traceback.format_exception_only(e)), end='')
try:
    type('A', (5,), {})
except TypeError as e:
    print(e)
