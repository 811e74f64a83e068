# __defaults__ longer than the parameters, __code__ from elsewhere.
def f(a, b=2, *, c=3): return a, b, c
def w(*args, **kw): return args, kw
w.__defaults__ = (1, 2); w.__kwdefaults__ = {'z': 1}
print(w.__defaults__, w(), w(5), w(k=1))
def g(x): return x
g.__defaults__ = (7, 8, 9); print(g(), g(1), g(x=3), g.__defaults__)
try: g(1, 2)
except TypeError as e: print(e)
try: g(y=2)
except TypeError as e: print(e)
ns = {'helper': lambda: 'made'}
exec('def other(a, *, k=4): return helper(), a, k, __name__', ns)
def host(*a, **k): return 'host'
host.__code__ = ns['other'].__code__; host.__kwdefaults__ = {'k': 5}
host.__globals__.update(helper=ns['helper'])
print(host(1), host(2, k=3))
host.__code__ = f.__code__; host.__defaults__ = f.__defaults__; host.__kwdefaults__ = f.__kwdefaults__
print(host(1))
