# A property that raises AttributeError leaves the attribute to __getattr__, also where it was read before.
class A:
    def __getattr__(s,n):
        if n=='a': raise AttributeError(n)
        return 'asked '+n
    @property
    def area(s): return s.a
    @property
    def bad(s): raise AttributeError('x')
o=A()
def f(o): return o.area, o.bad
for i in range(4): print(f(o))
class B:
    def __getattr__(s,n): raise AttributeError(n)
    @property
    def area(s): return s.a
class C(list):
    def __getattr__(s,n): raise AttributeError(n)
    @property
    def area(s): return (s.a, 1)
for c in (B,C):
    def g(o): return o.area
    for i in range(4):
        try: g(c())
        except AttributeError as e: print(e)
    t=lambda: c().area
    try: t()
    except AttributeError as e: print(e)
