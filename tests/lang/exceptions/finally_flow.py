# try/except/else/finally with return, break, continue and raise at every place.
def r1():
    try: return "try"
    finally: print("f1")
def r2():
    try: return "try"
    finally: return "finally"
def r3():
    try: raise ValueError
    except ValueError: return "except"
    finally: print("f3")
def r4():
    try: raise ValueError
    finally: return "swallowed"
def r5():
    try: pass
    except ValueError: return "no"
    else: return "else"
    finally: print("f5")
def r6():
    x = 1
    try: return x
    finally: x = 2
def r7():
    x = [1]
    try: return x
    finally: x.append(2)
for f in (r1, r2, r3, r4, r5, r6, r7): print(f.__name__, f())
def loops():
    out = []
    for i in range(6):
        try:
            if i == 1: continue
            if i == 4: break
            out.append(i)
        finally:
            out.append("f%d" % i)
    else:
        out.append("never")
    return out
print(loops())
def cont_finally():
    out = []
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError:
            out.append(i)
            continue
        finally:
            out.append("f")
        out.append("unreachable")
    return out
print(cont_finally())
def break_in_finally():
    for i in range(3):
        try:
            raise ValueError("lost")
        finally:
            break
    return i
print(break_in_finally())
def continue_in_finally():
    n = 0
    for i in range(3):
        try:
            raise ValueError("lost")
        finally:
            n += 1
            continue
    return n
print(continue_in_finally())
def nested():
    out = []
    try:
        try:
            out.append(1)
            raise ValueError("a")
        finally:
            out.append(2)
            try:
                raise KeyError("b")
            except KeyError:
                out.append(3)
    except ValueError as e:
        out.append(str(e))
    finally:
        out.append(4)
    return out
print(nested())
def replaced():
    try:
        try:
            raise ValueError("first")
        finally:
            raise KeyError("second")
    except KeyError as e:
        return repr(e), repr(e.__context__)
print(replaced())
def in_else():
    try:
        try: pass
        except ValueError: print("not here")
        else: raise ValueError("else raised")
        finally: print("finally")
    except ValueError as e:
        return str(e)
print(in_else())
def in_except():
    try:
        try: raise ValueError("one")
        except ValueError: raise KeyError("two")
        finally: print("fin")
    except KeyError as e:
        return repr(e.__context__)
print(in_except())
def while_try():
    n = 0
    while True:
        try:
            n += 1
            if n < 3: continue
            if n == 5: return n
        finally:
            if n == 10: break
def deep_return():
    for i in range(3):
        for j in range(3):
            try:
                try:
                    if j == 1: return i, j
                finally:
                    print("inner", i, j)
            finally:
                print("outer", i, j)
print(while_try(), deep_return())
def var_deleted():
    e = "before"
    try:
        raise ValueError
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as err:
        return str(err)
print(var_deleted())
def tuple_except(x):
    try:
        raise x
    except (KeyError, ValueError) as e: return "pair " + type(e).__name__
    except (TypeError, OSError): return "second pair"
    except Exception: return "other"
for x in (KeyError(), ValueError, IndexError, OSError): print(tuple_except(x))
def reraise():
    try:
        try: raise ValueError("orig")
        except ValueError as e:
            try: raise KeyError("inner")
            except KeyError: pass
            raise
    except ValueError as e: return repr(e), e.__context__
print(reraise())
def handler_order():
    try: raise FileNotFoundError("f")
    except ArithmeticError: return 1
    except OSError: return 2
    except FileNotFoundError: return 3
print(handler_order())
def nothing_raised():
    try: x = 1
    except: x = 2
    else: x += 10
    finally: x += 100
    return x
print(nothing_raised())
try:
    raise
except RuntimeError as e:
    print(e)
def gen():
    try:
        yield 1
        return
    finally:
        print("gen finally")
print(list(gen()))
def args_in_handler():
    for exc in (ValueError("v"), KeyError("k")):
        try: raise exc
        except (ValueError if isinstance(exc, ValueError) else KeyError) as e: print(type(e).__name__)
args_in_handler()
