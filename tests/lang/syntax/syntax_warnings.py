# SyntaxWarnings: their text and place, and filters that turn them into errors.
import warnings

texts = ['x is 1', 'x is not "a"', '1 is x', 'x is None', 'x is True', 'x is ...', 'x is ()', 'x is (1, 2)', 'x is []', 'x < y is 3', 'x is y is 3 is 4',
         'assert (x, "y")', 'assert ()', 'assert (x)', 'assert (x, y), z', '(1, 2) (3)', '[1] (2)', '"a" (2)', '1 (2)', '{} ()', '{1} ()', '[x for x in y] (1)',
         '(x for x in y) ()', 'f"{x}" ()', '(lambda: 1) ()', 'None ()', '... ()', 'True ()', '1 [2]', 'None [1]', '{1, 2} [0]', '{1: 2} [0]', '{x for x in y} [0]',
         '(x for x in y) [0]', '(lambda: 1) [0]', '"a" ["b"]', '"a" [1.5]', '"a" [True]', '"a" [0]', '[1] [None]', '[1] ["a"]', '[1] [1, 2]', '[1] [(x, 2)]',
         '(1, 2) ["a"]', 'b"a" [1j]', 'f"{x}" ["a"]', '[1] [x]', '[1] [1:2]', '[1] [[1]]', '[1] [f"{x}"]', 'x = (\n 1\n is 2)', 'def f():\n  return x is 5',
         '-1 is x', 'x is 1 + 2']
for text in texts:
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        compile(text + ' # once', 'name.py', 'exec')
    print(repr(text), [(str(w.message), w.category.__name__, w.filename, w.lineno) for w in seen])

with warnings.catch_warnings():
    warnings.simplefilter('error')
    for text in ('x is 1', 'y = 1\nassert (x, "y")'):
        try:
            compile(text, 'name.py', 'exec')
        except SyntaxError as e:
            print(type(e).__name__, e.msg, e.filename, e.lineno, e.offset, e.text)

for pattern in ('{"a": 1, "a": 2}', '{1: 1, 1: 2}', '{1: 1, 1.0: 2}', '{None: 1, None: 2}', '{True: 1, 1: 2}', '{False: 1, 0.0: 1}', '{-1: 1, -1: 2}', '{1 + 2j: 1, 1 + 2j: 2}',
                '{b"x": 1, b"x": 2}', '{"x": 1, b"x": 2}', '{a.b: 1, a.b: 2}', '{1.5: 1, 1.5: 2, **rest}', '{1: 1, "1": 2}', '{1 + 0j: 1, 1: 2}', "{'\\'': 1, \"'\": 2}"):
    try:
        compile(f'match x:\n    case {pattern}: pass', 'name', 'exec')
        print(pattern, 'compiled')
    except SyntaxError as e:
        print(pattern, e.msg, e.lineno, e.offset, e.end_offset)
