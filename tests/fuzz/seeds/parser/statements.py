@d(1)
def f(a, /, b=1, *args, c, d=2, **kw) -> int:
    global g
    x: int = yield from a
    for i, *j in b or (): continue
    else: pass
    while (n := x): break
    with a as b, (c) as d: del a[0], b.c
    try: raise E from None
    except (A, B) as e: return
    finally: assert x, "m"
    return lambda *a, k=1, **q: (yield)
class C(A, metaclass=M):
    def m(self): return super().m(*x, **y), __class__
