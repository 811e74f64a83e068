log = []
def flow(kind):
    log.clear()
    try:
        log.append("try")
        if kind == "value": raise ValueError("v")
        if kind == "key": raise KeyError("k")
        if kind == "return": return "returned", log
        if kind == "zero": 1 / 0
    except ValueError as e:
        log.append("value " + str(e))
    except (KeyError, IndexError) as e:
        log.append("lookup " + repr(e))
    else:
        log.append("else")
    finally:
        log.append("finally")
    return "end", log
for k in ["none", "value", "key", "return"]:
    print(k, flow(k))
try:
    flow("zero")
except ZeroDivisionError as e:
    print(e, log)
def nested():
    out = []
    try:
        try:
            raise KeyError("inner")
        except ValueError:
            out.append("wrong")
        finally:
            out.append("f1")
    except KeyError as e:
        out.append(str(e))
    return out
print(nested())
def finally_return():
    try:
        raise ValueError("lost")
    finally:
        return "finally wins"
print(finally_return())
def loop():
    out = []
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            out.append(i)
        finally:
            out.append(-i)
    return out
print(loop())
try:
    raise ValueError("name")
except ValueError as err:
    pass
try:
    err
except NameError as e:
    print(e)
def gen():
    try:
        yield 1
        yield 2
    finally:
        print("gen closed")
g = gen()
print(next(g))
g.close()
try:
    raise KeyError("x") from ValueError("y")
except KeyError as e:
    print(repr(e.__cause__))
def deep(n):
    if n == 0: raise IndexError("deep")
    try:
        deep(n - 1)
    except IndexError as e:
        raise type(e)(str(e) + str(n)) from None
try:
    deep(5)
except IndexError as e:
    print(e, e.__context__ is not None, e.__suppress_context__)
try:
    assert 1 == 2, "assertion text"
except AssertionError as e:
    print(e, e.args)
try:
    assert False
except AssertionError as e:
    print(repr(e))
try:
    raise StopIteration("s")
except RuntimeError:
    print("no")
except StopIteration as e:
    print(e.value)
