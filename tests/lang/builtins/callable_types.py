class A:
    def m(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    @property
    def p(self): return 1
class B:
    def __call__(self): return "called"
class C:
    pass
def f(): pass
c = C()
c.__call__ = lambda: 1
print([callable(x) for x in [f, lambda: 0, A, A(), A.m, A().m, A.c, A.s, B(), B, c, len, int, "".join, 5, "x", None, [], {}, print, type, object(), Exception, ValueError("x"), A.p, (i for i in [])]])
print(B()())
for g in [lambda: c(), lambda: 5(), lambda: "x"(), lambda: None(), lambda: [](), lambda: A()(), lambda: callable()]:
    try:
        print(g())
    except TypeError as x:
        print(x)
