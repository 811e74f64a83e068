# Circular imports and modules whose execution fails.
import cyclic.a
print(cyclic.a.call(), cyclic.b.early)
import sys
for attempt in range(2):
    try:
        import broken.raises
    except ZeroDivisionError as e:
        print("ZeroDivisionError", e, "broken.raises" in sys.modules)
for attempt in range(2):
    try:
        import broken.syntax
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno, e.filename.endswith("syntax.py"), "broken.syntax" in sys.modules)
try:
    from broken import raises
except ZeroDivisionError as e:
    print("again", e)
import broken
print(hasattr(broken, "raises"), broken.__name__)
try:
    import cyclic.a.deeper
except ModuleNotFoundError as e:
    print(e, e.name)
def lazily():
    from cyclic.a import late
    return late
print(lazily())
try:
    from cyclic import nothing_here
except ImportError as e:
    print(str(e).split(" (")[0], e.name, e.path is not None)
try:
    import cyclic.missing as x
except ImportError as e:
    print(e)
