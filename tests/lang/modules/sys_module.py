# sys: constants, streams, exit, exceptions in flight.
import sys

print(sys.maxsize, sys.byteorder, sys.platform, sys.maxunicode, sys.getdefaultencoding(), sys.getfilesystemencoding())
print(sys.version_info[:2], sys.version_info.major, sys.version_info.minor, sys.version_info >= (3, 8), sys.version.startswith('3.11'), sys.version_info.releaselevel)
print(len(sys.argv) >= 1, isinstance(sys.path, list), isinstance(sys.modules, dict), 'sys' in sys.modules, sys.modules['sys'] is sys, '__main__' in sys.modules)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.min, sys.float_info.mant_dig)
print(sys.int_info.default_max_str_digits, sys.hash_info.width, sys.hash_info.modulus, sys.hash_info.inf)
print(sys.float_info)
sys.stdout.write('written ')
print(sys.stdout.write('five\n'))
print('between')
sys.stdout.write('a')
print('b')
sys.stdout.flush()
sys.stdout.writelines(['x', 'y', '\n'])
print('to stdout', file=sys.stdout)
print(sys.stdout.encoding.lower(), sys.stdout.name, sys.stdin.name, sys.stderr.name, sys.stdout.writable(), sys.stdout.readable())
print(sys.stdout is sys.__stdout__, sys.stdout.closed)


class Capture:
    def __init__(self):
        self.text = ''

    def write(self, s):
        self.text += s
        return len(s)

    def flush(self):
        pass


old = sys.stdout
sys.stdout = cap = Capture()
print('captured', 1, 2)
sys.stdout = old
print(repr(cap.text))
print('x', file=cap)
print(repr(cap.text))

print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError as e:
    t, v, tb = sys.exc_info()
    print(t, v is e, tb is not None, sys.exception() is e)
print(sys.exc_info())

for args in [(), (0,), (3,), (None,), ('message',), ((1, 2),)]:
    try:
        sys.exit(*args)
    except SystemExit as e:
        print('SystemExit', repr(e.code), e.args)
try:
    sys.exit(1)
except Exception:
    print('not here')
except BaseException as e:
    print(type(e).__name__)

limit = sys.getrecursionlimit()
print(limit)


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


sys.setrecursionlimit(200)
print(100 < depth(0) <= 200, sys.getrecursionlimit())
sys.setrecursionlimit(3000)
print(2500 < depth(0) <= 3000)
sys.setrecursionlimit(limit)
for bad in (0, -5):
    try:
        sys.setrecursionlimit(bad)
    except ValueError as e:
        print(e)
print(sys.intern('abc'), sys.getsizeof(0) > 0, sys.getsizeof('x' * 1000) > 1000, sys.getsizeof([]) < sys.getsizeof([1] * 1000))
try:
    sys.intern(5)
except TypeError as e:
    print(e)
print(sys.get_int_max_str_digits())
try:
    sys.set_int_max_str_digits(5)
except ValueError as e:
    print(e)
try:
    sys.nothing
except AttributeError as e:
    print(e)
print(isinstance(sys.implementation.name, str), sys.is_finalizing())
