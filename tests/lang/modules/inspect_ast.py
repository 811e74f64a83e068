import inspect, ast, functools
def f(a, b: int, /, c=1, *args, d, e: str = 'x', **kw) -> bool:
    """Doc of f.

        indented
    """
    return True
sig = inspect.signature(f)
print(sig, list(sig.parameters), sig.return_annotation, sig.parameters['c'].default, sig.parameters['a'].kind, sig.parameters['d'].kind.name, sig.parameters['a'].default is inspect.Parameter.empty)
b = sig.bind(1, 2, d=4)
print(b.arguments, b.args, b.kwargs)
b.apply_defaults()
print(b.arguments)
for call in (lambda: sig.bind(1), lambda: sig.bind(1, 2, d=1, a=3), lambda: inspect.signature(lambda x: x).bind(1, 2), lambda: inspect.signature(lambda x: x).bind(y=1), lambda: inspect.signature(5)):
    try:
        print(call())
    except TypeError as e:
        print(e)
class C:
    """A class."""
    z = 1
    def __init__(self, x, y=2):
        pass
    def method(self, q):
        pass
    @classmethod
    def cm(cls, k):
        pass
    @staticmethod
    def sm(k):
        pass
    @property
    def prop(self):
        return 1
print(inspect.signature(C), inspect.signature(C.method), inspect.signature(C(1).method), inspect.signature(C.cm), inspect.signature(C.sm), inspect.signature(functools.partial(f, 1, 2, d=3)))
def deco(fn):
    @functools.wraps(fn)
    def inner(*a, **k):
        return fn(*a, **k)
    return inner
print(inspect.signature(deco(f)), inspect.unwrap(deco(f)) is f)
print(inspect.isfunction(f), inspect.isclass(C), inspect.ismethod(C(1).method), inspect.isbuiltin(len), inspect.ismodule(ast), inspect.isgeneratorfunction(lambda: (yield)), inspect.isroutine(len), inspect.getdoc(f), inspect.getdoc(C))
print([n for n, v in inspect.getmembers(C) if not n.startswith('__')], [n for n, v in inspect.getmembers(C, inspect.isfunction)], inspect.getmro(C)[0] is C, inspect.cleandoc('  a\n    b\n   c'))
print(inspect.getfullargspec(f))
for text in ('1', '-1.5', '[1, 2, (3,)]', "{'a': [True, None], 'b': {1, 2}}", "'it''s' \"x\"", "b'ab'", '1+2j', '(1, 2)', '()', '{}', '1,2', 'set()', "'\\n\\x41'", '0xff', '  [ 1 ,\n 2 ]', '...', "{'k': -3}"):
    print(repr(ast.literal_eval(text)))
for bad in ('a', '1+1', 'f()', '[1', '__import__("os")', "f'x'", '[x for x in y]', ''):
    try:
        print(ast.literal_eval(bad))
    except (ValueError, SyntaxError) as e:
        print(bad, type(e).__name__)
