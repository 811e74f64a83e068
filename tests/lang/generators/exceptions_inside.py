# The exception being handled, as seen inside generators and by their resumers.
import sys
def what(): 
    e = sys.exc_info()[1]
    return None if e is None else "%s(%s)" % (type(e).__name__, e)
def g():
    yield what()
    try:
        raise ValueError("inner")
    except ValueError:
        yield what()
        yield what()
    yield what()
it = g()
print(next(it))
try:
    raise KeyError("outer")
except KeyError:
    print(next(it), what())
    print(next(it), what())
    print(next(it), what())
print(what())
def reraiser():
    yield 1
    raise
it = reraiser()
next(it)
try:
    raise KeyError("again")
except KeyError:
    try:
        next(it)
    except KeyError as e:
        print("reraised", e)
it = reraiser()
next(it)
try:
    next(it)
except RuntimeError as e:
    print(e)
def raiser():
    yield 1
    raise IndexError("new")
it = raiser()
next(it)
try:
    raise KeyError("ctx")
except KeyError:
    try:
        next(it)
    except IndexError as e:
        print(repr(e), repr(e.__context__))
def nested():
    try:
        raise ValueError("v")
    except ValueError:
        yield from inner()
    yield what()
def inner():
    yield what()
    try:
        raise TypeError("t")
    except TypeError:
        yield what()
    yield what()
print(list(nested()))
try:
    raise OSError("o")
except OSError:
    print([x for x in nested()])
def keeps():
    try:
        raise ValueError("kept")
    except ValueError as e:
        yield
        print(what())
        yield
    print(what())
k = keeps()
next(k)
print(what())
try:
    raise KeyError("k1")
except KeyError:
    next(k)
    print(what())
next(k, None)
def thrown():
    try:
        yield
    except ValueError:
        yield what()
    yield what()
t = thrown()
next(t)
print(t.throw(ValueError("into")), what(), next(t))
def fin():
    try:
        yield 1
    finally:
        print("finally sees", what())
f = fin()
next(f)
f.close()
f = fin()
next(f)
try:
    f.throw(ValueError("x"))
except ValueError as e:
    print(e, what())
def ctx():
    try:
        yield
    except ValueError:
        raise TypeError("second")
c = ctx()
next(c)
try:
    try:
        raise KeyError("zero")
    except KeyError:
        c.throw(ValueError("first"))
except TypeError as e:
    chain = []
    while e is not None:
        chain.append(repr(e))
        e = e.__context__
    print(chain)
def gen_in_except():
    try:
        raise ValueError(1)
    except ValueError:
        for x in sub():
            yield x
        yield what()
def sub():
    try:
        raise KeyError(2)
    except KeyError:
        yield what()
    yield what()
print(list(gen_in_except()))
for x in gen_in_except():
    break
print(what())
