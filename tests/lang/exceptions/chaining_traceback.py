# The traceback module: text of exceptions with causes, contexts, notes, groups of lines.
import traceback, sys
def show(f):
    try:
        f()
    except BaseException as e:
        print("".join(traceback.format_exception_only(type(e), e)), end="")
        text = traceback.format_exc()
        print([l.strip() for l in text.splitlines() if not l.lstrip().startswith(("File", "^", "~"))])
def simple(): raise ValueError("simple")
def no_args(): raise KeyError
def with_cause():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("from") from e
def with_context():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("during")
def suppressed():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("alone") from None
def notes():
    e = ValueError("noted")
    e.add_note("first note")
    e.add_note("second\nnote")
    raise e
def deep():
    try:
        with_context()
    except ValueError as e:
        raise TypeError("third") from e
class Custom(Exception):
    def __str__(self): return "custom str"
class Empty(Exception): pass
def custom(): raise Custom(1)
def empty(): raise Empty
def exiting(): raise SystemExit(3)
def multi(): raise ValueError("line1\nline2")
def class_attr(): None.missing
def name_error(): undefined_thing
def syntax(): compile("a b", "<test>", "exec")
for f in (simple, no_args, with_cause, with_context, suppressed, notes, deep, custom, empty, exiting, multi, class_attr, name_error):
    show(f)
print(traceback.format_exception_only(ValueError("x")))
print(traceback.format_exception_only(None, None) if False else "")
try:
    with_cause()
except ValueError as e:
    c = e.__cause__
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__, c is e.__context__, e.__traceback__ is not None)
    print(e.with_traceback(None) is e, e.__traceback__)
e = ValueError("a")
print(e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__, e.args)
e.__cause__ = KeyError("k")
print(e.__suppress_context__, repr(e.__cause__))
e.__suppress_context__ = False
e.__cause__ = None
print(e.__suppress_context__)
for attr, v in (("__cause__", 5), ("__context__", "x"), ("__traceback__", 1)):
    try:
        setattr(e, attr, v)
    except TypeError as err:
        print(err)
try:
    raise ValueError from 5
except TypeError as err:
    print(err)
try:
    raise ValueError("c") from KeyError
except ValueError as err:
    print(repr(err.__cause__))
try:
    ValueError("q").add_note(5)
except TypeError as err:
    print(err)
x = ValueError("n")
print(hasattr(x, "__notes__"))
x.add_note("one")
print(x.__notes__)
def lines():
    def a(): b()
    def b(): raise ValueError("deep")
    a()
try:
    lines()
except ValueError as e:
    tb = e.__traceback__
    names = []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(names)
    print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(e.__traceback__)])
