import contextlib
import sys
import traceback


def names(tb):
    return [f.name for f in traceback.extract_tb(tb)]


def inner():
    raise ValueError('x')


def middle():
    global seen
    try:
        inner()
    except ValueError as e:
        seen = e.__traceback__
        print(e.__traceback__ is e.__traceback__, names(seen))
        raise


try:
    middle()
except ValueError as e:
    print(names(seen), names(e.__traceback__), names(sys.exc_info()[2]))
    e.__traceback__ = seen
    print(names(e.__traceback__))


@contextlib.contextmanager
def manager():
    try:
        yield
    finally:
        pass


def use():
    with manager():
        1 / 0


try:
    use()
except ZeroDivisionError as e:
    print(names(e.__traceback__))


def boom(error, stack=None):
    raise error


stack = contextlib.ExitStack()
try:
    with stack:
        stack.callback(boom, KeyError('first'))
        stack.callback(boom, IndexError('second'))
        1 / 0
except KeyError as e:
    chain = []
    while e is not None:
        chain.append(repr(e))
        e = e.__context__
    print(chain)
try:
    with contextlib.ExitStack() as stack:
        stack.push(lambda *details: True)
        stack.callback(boom, IndexError('second'))
    print('suppressed')
finally:
    pass


class Structural:
    def __enter__(self): pass

    def __exit__(self, *exc): pass


class Disabled(Structural):
    __exit__ = None


print(issubclass(Structural, contextlib.AbstractContextManager), issubclass(Disabled, contextlib.AbstractContextManager))
try:
    contextlib.ExitStack().enter_context(3)
except TypeError as e:
    print(e)
