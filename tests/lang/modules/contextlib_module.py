from contextlib import *
import io, sys
@contextmanager
def cm(x):
    print('in', x)
    try:
        yield x + 1
    except ValueError as e:
        print('caught', e)
    finally:
        print('out')
with cm(1) as v: print(v)
with cm(2): raise ValueError('boo')
try:
    with cm(3): raise KeyError('k')
except KeyError as e: print('passed', e)
@contextmanager
def never():
    if False: yield
try:
    with never(): pass
except RuntimeError as e: print(e)
@contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
with suppress(ValueError, KeyError): raise KeyError
print('after')
class Thing:
    def close(self): print('closed')
with closing(Thing()) as t: print(type(t).__name__)
with nullcontext(5) as n: print(n)
out = io.StringIO()
with redirect_stdout(out): print('hidden')
print(repr(out.getvalue()))
with ExitStack() as st:
    a = st.enter_context(cm(10)); st.callback(print, 'cb', 1); st.push(lambda *e: print('exit', e[0]))
    print('body', a)
with ExitStack() as st:
    st.enter_context(suppress(ZeroDivisionError)); 1 / 0
print('survived')
@cm(7)
def decorated(): print('in func')
decorated(); decorated()
class CD(ContextDecorator):
    def __enter__(self): print('e'); return self
    def __exit__(self, *a): print('x'); return False
@CD()
def g(): return 4
print(g())
class AC(AbstractContextManager):
    def __exit__(self, *a): print('bye')
with AC() as x: print(isinstance(x, AbstractContextManager))
st = ExitStack(); st.callback(print, 'late'); st2 = st.pop_all(); st.close(); st2.close()
