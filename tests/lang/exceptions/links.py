e = ValueError("v")
print(e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__)
k = KeyError("k")
e.__cause__ = k
print(repr(e.__cause__), e.__suppress_context__)
e.__cause__ = None
e.__context__ = k
e.__suppress_context__ = False
print(e.__cause__, repr(e.__context__), e.__suppress_context__)
for name, value in [("__cause__", 5), ("__context__", "x"), ("__suppress_context__", "x"), ("__traceback__", 5)]:
    try:
        setattr(e, name, value)
    except TypeError as x:
        print(name, x)
try:
    raise ValueError("tb")
except ValueError as x:
    tb = x.__traceback__
    print(tb is not None, type(tb).__name__, tb.tb_lineno, x.with_traceback(None) is x, x.__traceback__)
    y = KeyError("other").with_traceback(tb)
    print(y.__traceback__ is tb)
try:
    e.with_traceback(5)
except TypeError as x:
    print(x)
e.add_note("note 1")
e.add_note("note 2")
print(e.__notes__)
try:
    e.add_note(5)
except TypeError as x:
    print(x)
def chain():
    try:
        try:
            raise KeyError("a")
        except KeyError as a:
            raise IndexError("b") from a
    except IndexError as b:
        raise RuntimeError("c")
try:
    chain()
except RuntimeError as c:
    print(repr(c.__context__), repr(c.__context__.__cause__), repr(c.__cause__), repr(c.__context__.__context__))
