from contextlib import contextmanager, suppress, closing, ExitStack, nullcontext, redirect_stdout
import io


class T:

    def __init__(s, n, sw=False):
        s.n, s.sw = (n, sw)

    def __enter__(s):
        print('enter', s.n)
        return s

    def __exit__(s, t, v, tb):
        print('exit', s.n, t.__name__ if t else None, v, tb is not None)
        return s.sw


with T('a') as a, T('b', True) as b:
    print(a.n, b.n)
    raise KeyError('k')
try:
    with T('c'):
        raise ValueError('v')
except ValueError as e:
    print('caught', e)


@contextmanager
def tag(n):
    print(f'<{n}>')
    try:
        yield n.upper()
    except ZeroDivisionError as e:
        print('handled', e)
    finally:
        print(f'</{n}>')


with tag('p') as x:
    print(x)
with tag('q'):
    1 / 0
with suppress(KeyError, IndexError):
    {}['x']
with ExitStack() as st:
    for i in range(3):
        st.enter_context(T(i))
    st.callback(print, 'cb', 1)
buf = io.StringIO()
with redirect_stdout(buf):
    print('hidden')
print(repr(buf.getvalue()))
with nullcontext(5) as n:
    print(n)


@tag('deco')
def f():
    return 'in f'


print(f())


def nested():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                return 'ret'
            print('body', i)
        finally:
            print('fin', i)


print(nested())
try:
    try:
        raise ValueError(1)
    finally:
        raise TypeError(2)
except TypeError as e:
    print(repr(e), repr(e.__context__))
try:
    with object():
        pass
except (TypeError, AttributeError) as e:
    print(type(e).__name__, e)
