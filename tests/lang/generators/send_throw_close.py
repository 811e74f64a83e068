# send, throw, close and what the generator sees.
def echo():
    got = None
    while True:
        try:
            got = yield ("got", got)
        except ValueError as e:
            got = "caught %s" % e
        except GeneratorExit:
            print("exit")
            raise
g = echo()
print(next(g), g.send(1), g.send("x"), g.throw(ValueError("boom")), g.throw(ValueError, "msg"), g.throw(ValueError), next(g))
g.close()
g.close()
for f in (lambda: next(g), lambda: g.send(1), lambda: g.throw(KeyError("k"))):
    try:
        f()
    except (StopIteration, KeyError) as e:
        print(type(e).__name__, e)
keep = g = echo()
try:
    g.send(5)
except TypeError as e:
    print(e)
print(g.send(None))
def fresh(): yield 1
for exc in (ValueError("early"), StopIteration("si"), GeneratorExit()):
    g = fresh()
    try:
        g.throw(exc)
    except BaseException as e:
        print(type(e).__name__, e, e is exc)
    print(list(g))
def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2
g = ignores()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
def returns_on_close():
    try:
        yield 1
    finally:
        print("cleanup")
g = returns_on_close()
next(g)
print(g.close())
def swallow():
    try:
        yield 1
    except GeneratorExit:
        return 5
g = swallow()
next(g)
print(g.close())
def raises_on_close():
    try:
        yield 1
    except GeneratorExit:
        raise ValueError("from close")
g = raises_on_close()
next(g)
try:
    g.close()
except ValueError as e:
    print(e, repr(e.__context__))
for args in ((5,), ("x",), (int,), (ValueError, ValueError("v"), None), (None,)):
    g = fresh()
    next(g)
    try:
        g.throw(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
def stop_inside():
    yield 1
    raise StopIteration("inner")
g = stop_inside()
next(g)
try:
    next(g)
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__))
def next_inside():
    yield next(iter([]))
try:
    list(next_inside())
except RuntimeError as e:
    print(e, type(e.__cause__).__name__)
def ret(v):
    return v
    yield
for v in (None, 5, (1, 2), StopIteration(3)):
    try:
        next(ret(v))
    except StopIteration as e:
        print(repr(e.value), e.args)
def running():
    try:
        yield next(me)
    except ValueError as e:
        yield str(e)
me = running()
print(next(me))
print(me.gi_running, me.gi_yieldfrom, me.gi_code.co_name, me.gi_suspended)
def fin():
    try:
        yield "a"
        yield "b"
    except KeyError:
        yield "key"
    else:
        yield "else"
    finally:
        yield "finally"
print(list(fin()))
g = fin()
print(next(g), g.throw(KeyError), list(g))
g = fin()
print(next(g), g.throw(IndexError))
try:
    next(g)
except IndexError as e:
    print("IndexError", e)
def loop():
    i = 0
    while True:
        cmd = yield i
        if cmd == "stop": return "stopped"
        i = cmd if cmd is not None else i + 1
g = loop()
print(next(g), next(g), g.send(10), next(g))
try:
    g.send("stop")
except StopIteration as e:
    print(e.value)
g.__name__ = "n2"; g.__qualname__ = "q2"
print(g.__name__, g.__qualname__, iter(g) is g, hasattr(g, "__next__"), type(g).__name__)
try:
    g.__name__ = 5
except TypeError as e:
    print(e)
keep.close()
