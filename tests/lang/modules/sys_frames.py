import builtins
import io
import sys


def caller():
    return sys._getframe(1).f_code.co_name


def outer(a, b=2):
    c = a + b
    return inner(), c


def inner():
    frame = sys._getframe()
    back = frame.f_back
    print(frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, back.f_code.co_name, sorted(back.f_locals.items()))
    print(frame.f_lineno - frame.f_code.co_firstlineno)
    print(back.f_back.f_code.co_name, back.f_back.f_globals is globals() or back.f_back.f_globals == globals(), back.f_back.f_back)
    return frame


class C:
    name = caller()

    def method(self):
        return caller(), [caller() for _ in [1]][0] != '', (lambda: caller())()


def generator():
    yield sys._getframe().f_code.co_name
    yield sys._getframe(1).f_code.co_name


def use():
    return list(generator())


def captured():
    x, y = 1, 2

    def get():
        return x, sys._getframe(1).f_locals['y'], sys._getframe().f_locals
    return get()


frame, _ = outer(1)
print(frame.f_code is inner.__code__)
print(caller(), C.name, C().method())
print(use(), captured())
try:
    sys._getframe(100)
except ValueError as e:
    print(e)
try:
    1 / 0
except ZeroDivisionError as e:
    print(e.__traceback__.tb_frame.f_globals['__name__'], e.__traceback__.tb_frame.f_code.co_name)
    saved, sys.stderr = sys.stderr, io.StringIO()
    sys.excepthook(type(e), e, e.__traceback__)
    text, sys.stderr = sys.stderr.getvalue(), saved
    print(text.splitlines()[0], text.splitlines()[-1])
print(type(sys.flags).__name__, sys.flags.optimize, sys.flags.debug, sys.flags.dev_mode, sys.flags.interactive, len(sys.flags))
print(sys.getswitchinterval())
sys.setswitchinterval(0.01)
print(sys.getswitchinterval())
try:
    sys.setswitchinterval(0)
except ValueError as e:
    print(e)
print('sys' in sys.builtin_module_names, sys.abiflags, sys.pycache_prefix)
builtins.added = 5
print(added, builtins.added)
del builtins.added
try:
    added
except NameError as e:
    print(e)
