import ast

sources = [
    'a, b = 1, 2', 'for k, v in x: pass', 'x[a, b]', 'x[a,]', 'x[()]', 'x[*a, b]', 'x[1:2, 3]', '(yield)', 'x = yield 1', 'x = (yield 1), 2',
    '(a:=1)', 'f(a:=1)', '[a:=1]', 'x[a:=1]', 'if (a:=1): pass', 'lambda: 1', 'lambda x, *y, z=1, **k: x', '(lambda: 1)()',
    '(a if b else c) if d else e', 'a if (b if x else y) else c', 'a if b else c if d else e', 'not (a and b)', 'a or b and c', '(a or b) and c',
    '-a**-b', '(-a)**b', 'a**b**c', '(a**b)**c', '-(-a)', 'not not a', '~-a', '+ +a', 'a-(b-c)', 'a-b-c', '(a<b)<c', 'a<(b<c)', '(not a) in b',
    '1 .real', '1.5.real', '(1j).real', '1e400', '-1e400', '1e400j', "f'{x!r:>{w}}'", "f'a{{b}}{x}'", 'f"{x[\'a\']}"', "f'{x=}'", "f'{ {1:2} }'",
    "f'{(lambda: 1)}'", "f'{a if b else c}'", "f'{(yield)}'", "f'{a,b}'", "u'x'", "b'x'", "'it\\'s'", "'''a\nb'''", '{}', '{1}', "{**a, 'b': c or d}",
    '{**(a or b)}', '[*(a or b)]', '*a, b = c', 'f(*(a or b), **(c or d))', 'f((x for x in y), 1)', '[x for x in y if a if b]',
    '[x for x in (a if b else c)]', '[x for x in y if (a if b else c)]', '[x async for x in y]', 'x: int = 3', '(x): int = 3', 'x += 1, 2',
    'x += yield', 'del a, b', 'del (a, b)', 'assert x, y', 'raise A from b', 'from . import x', 'from ..a import b as c',
    'try:\n pass\nexcept A as e:\n pass\nexcept:\n pass\nelse:\n pass\nfinally:\n pass', 'with a as b, c: pass', 'with (a, b): pass',
    'with (yield): pass', 'class A(*b, metaclass=C): pass',
    "@dec\n@dec2(1)\ndef f(a, /, b: int=1, *args: int, c, d=2, **k) -> int:\n 'doc'\n return a, b",
    'async def f():\n async with a as b: pass\n async for x in y: pass\n await z\n return await z',
    'def f():\n yield\n yield from x\n x = yield from y\n return (yield)\n yield a, b', 'if a: pass\nelif b: pass\nelse: pass',
    'if a: pass\nelse:\n if b: pass\n x', 'for x in a, b: pass\nelse: pass', 'for x in *a, b: pass',
    "match x:\n case 1: pass\n case -1+2j: pass\n case 'a' | 'b' as c: pass\n case [a, *_, b]: pass\n case {'k': v, **r}: pass\n case {}: pass\n case A(1, x=2): pass\n case (a|b) as c if d: pass\n case None: pass\n case _: pass",
    'match x:\n case [(1|2) , c]: pass\n case (1 as a), 2:pass\n case *a, : pass\n case {**r}: pass\n case A.B: pass', 'match a, b:\n case x: pass',
    "'doc'", '\'doc"""x\'', "def f():\n '''a\n  b\\\\\n\n  '''", "class A:\n '''Doc'''\n x = 1\n def f(self): pass\n y = 2", 'a = b = c', 'x = *a, b',
    '(await x).y', 'x[1:2:3]', 'x[::2]', 'x[:]', 'x[lambda: 1]', 'x[(yield)]', 'x[a if b else c]', 'try:\n pass\nexcept* A:\n pass',
    'lambda x=(yield): 1', "f'{x:%Y-%m-%d}'", "f'\\n{x}'", 'f\'{x}\\n"\'', 'f\'{d["a"]}\\\'\'', "rb'\\x00'", "'\\x00\\u1234\\U0001F600'", '1_000',
    '10**20', '(-1).real', '- 1 ** 2', 'f((a, b))', 'lambda: (a, b)', 'a if b else (c, d)', 'not (a, b)', 'x[(a, b):c]', 'for (a, b), c in x: pass',
    '[a for (a, b) in c]', 'assert (a, b)', 'yield_ = [(yield a)]', "f'{x:{a}{b!r}}'", 'del x[0], (a)', '"it\'s \\""', "'a\\\\b'",
    'if x:\n pass\nclass A: pass\ndef f(): pass\nx', "def f():\n 'a\\tb\\\\'", 'def f(): return', 'return_ = f(a)(b)[c]', 'await x ** 2', '-await x',
    'a**-1', '(a)**(await b)', '{(yield): 1}', 'f(x=(yield))', 'f(lambda: 1, *a)', '(a:=1,2)', 'lambda: (yield)', '(a:=b) if c else d', 'x = (a:=1)',
    '[x for x in y if (a:=x)]', '{(a:=1): 2}', '{(a:=1)}', 'f(x=(a:=1))', 'not (a if b else c)', 'a if (lambda: 1) else c', '-(a+b)', 'not a == b',
    '(a, b) == c', "f'{f(x)!r}'", 'f"{a[\'b\']!r:{c[\'d\']}}" \'x\'', "f''", "f'{x:}'", 'global a, b', "'\\udc80'", '1.0 + 1e16 - 1e-7', '...',
    'x if x else y,', "print(*a, sep='')", '1+2j',
]
for source in sources:
    tree = ast.parse(source)
    text = ast.unparse(tree)
    print(repr(text))
    if ast.dump(ast.parse(text)) != ast.dump(tree):
        print('changed:', source)
print(ast.unparse(tree.body[0].value), ast.unparse(ast.parse('def f(a, *, b=2): pass').body[0].args))
try:
    ast.unparse(ast.parse("f'{x}'").body[0].value.values[0].value.id and ast.JoinedStr([ast.FormattedValue(ast.Constant('a\\n'), -1, None)]))
except ValueError as e:
    print(e)
