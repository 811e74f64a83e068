# Functions with more parameters than an instruction can number.
import inspect

names = [f'a{i}' for i in range(300)]
listed = ', '.join(names)


def run(source, **names):
    exec(source, names)
    return names


f = run(f'def f({listed}): return a0, a150, a255, a256, a299, len(locals())')['f']
print(f(*range(300)))
print(f(**{n: i for i, n in enumerate(names)}))
for call in (lambda: f(*range(299)), lambda: f(*range(301)), lambda: f(*range(300), a5=1), lambda: f()):
    try:
        call()
    except TypeError as e:
        print(str(e)[:60])

f = run(f'def f({", ".join(n + "=" + str(i) for i, n in enumerate(names))}, *args, key=7, **rest):\n'
        '    a299 += 1\n    del a0\n    x = [a1, a298, a299, args, key, rest]\n    return x')['f']
print(f())
print(f(*range(1000, 1303), key=1, other=2))
print(f(a299=5, extra=6))
print(f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames[297:304], len(inspect.signature(f).parameters))

f = run(f'def f({listed}):\n    def g():\n        nonlocal a7\n        a7 += a290\n        return a7\n    h = lambda: (a0, a7, a299)\n    return g(), h(), a7')['f']
print(f(*range(300)))

f = run(f'def f(*, {listed}): return a0 + a299')['f']
print(f(**dict.fromkeys(names, 2)))

g = run(f'def g({listed}):\n    yield a0\n    yield a299\n    a1 = yield a1\n    yield a1')['g']
it = g(*range(300))
print(next(it), next(it), next(it), it.send('sent'))

C = run(f'class B:\n    def m(self, *a): return len(a)\nclass C(B):\n    def m(self, {listed}): return super().m(a0, a299), self.__class__.__name__')['C']
print(C().m(*range(300)))

f = run(f'f = lambda {listed}: [a0 + i + a299 for i in range(3)]')['f']
print(f(*range(300)))

# many locals besides
body = '\n'.join(f'    v{i} = a{i} + 1' for i in range(300))
f = run(f'def f({listed}):\n{body}\n    if a0: late = 1\n    try:\n        late\n    except UnboundLocalError as e:\n        print(e)\n    return v0, v299, a299')['f']
print(f(*range(300)))


def recurse(n):
    return deep(n, *range(299))


deep = run(f'def deep({listed}): return a0 and recurse(a0 - 1) + a299', recurse=recurse)['deep']
print(deep(50, *range(299)))

annotated = run('def f(' + ', '.join(f'{n}: int' for n in names) + ') -> str: pass')['f']
print(len(annotated.__annotations__), annotated.__annotations__['a299'])
try:
    run(f'def f({listed}): return missing')['f'](*range(300))
except NameError as e:
    print(e)
try:
    run(f'def f({listed}):\n    del a299\n    return a299')['f'](*range(300))
except UnboundLocalError as e:
    print(e)
