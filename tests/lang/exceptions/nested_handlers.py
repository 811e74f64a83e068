# Handlers inside handlers: sys.exc_info, bare raise, name clearing, context at every level.
import sys
def cur():
    e = sys.exc_info()[1]
    return None if e is None else repr(e)
print(cur())
try: raise ValueError(1)
except ValueError:
    print(cur())
    try: raise KeyError(2)
    except KeyError as k:
        print(cur(), repr(k.__context__))
        try: raise OSError(3)
        except OSError: print(cur())
        print(cur())
    print(cur())
print(cur())
def handler_call():
    try: raise TypeError("in call")
    except TypeError: return cur()
try: raise ValueError("outer")
except ValueError: print(handler_call(), cur())
def reraise_from_call(): raise
try:
    try: raise KeyError("orig")
    except KeyError: reraise_from_call()
except KeyError as e: print("reraised", e, e.__context__)
try:
    try: 1 / 0
    except ZeroDivisionError as e:
        del e
        raise
except ZeroDivisionError as e: print("still", e)
try: e
except NameError as n: print(n)
e = "kept"
try: raise ValueError
except ValueError as e: pass
print("e" in globals())
try:
    try: raise ValueError("a")
    finally: print("finally", cur())
except ValueError: print(cur())
def ret():
    try: raise ValueError("lost")
    except ValueError: return cur()
    finally: print("in finally", cur())
print(ret(), cur())
for i in range(2):
    try:
        if i: raise KeyError(i)
        raise ValueError(i)
    except ValueError: print("v", cur()); continue
    except KeyError: print("k", cur()); break
print(cur())
class CM:
    def __enter__(self): return self
    def __exit__(self, *a):
        print("exit sees", cur(), a[1] is sys.exc_info()[1])
        try: raise IndexError("inside exit")
        except IndexError as x: print(repr(x.__context__))
        return True
with CM(): raise ValueError("body")
print(cur())
def multi():
    errors = []
    for f in (lambda: 1 / 0, lambda: [][1], lambda: {}["k"], lambda: int("x"), lambda: None.a, lambda: undefined, lambda: "a" + 1, lambda: (1, 2).index(3)):
        try: f()
        except (ZeroDivisionError, LookupError) as e: errors.append(f"{type(e).__name__}:{e}")
        except (ValueError, AttributeError) as e: errors.append(f"{type(e).__name__}={e}")
        except Exception as e: errors.append(f"other {type(e).__name__} {e}")
    return errors
for line in multi(): print(line)
def explicit():
    try: raise ValueError("first")
    except ValueError as first:
        try: raise KeyError("second") from None
        except KeyError as second: return second.__cause__, repr(second.__context__), second.__suppress_context__
print(explicit())
def swap():
    try: raise ValueError("x")
    except ValueError as x:
        try: raise x
        except ValueError as y: return x is y, y.__context__
print(swap())
def in_else():
    try: pass
    except: print("no")
    else:
        try: raise KeyError("else")
        except KeyError as k: return repr(k), k.__context__
print(in_else())
def deep(n):
    try:
        if n == 0: raise ValueError("bottom")
        deep(n - 1)
    except ValueError as e:
        raise RuntimeError(n) from e if n % 2 else None
    except RuntimeError as e:
        if n < 3: raise
        raise KeyError("top")
try: deep(3)
except KeyError as k: print(repr(k.__context__), repr(k.__context__.__cause__), repr(k.__context__.__context__), k.__context__.__suppress_context__)
lst = []
def collect():
    for v in ("1", "x", "3"):
        try: n = int(v)
        except ValueError as err: lst.append(str(err)[:15]); continue
        else: lst.append(n)
        finally: lst.append("f")
collect()
print(lst)
