import ast

good = ['1', '-1', '+2.5', '1+2j', '-1-2j', '3j', "'a' 'b'", "b'x'", '[1, [2, (3,)], ()]', '{1: "a", (2, 3): None}', '{1, 2}', 'set()', 'True', '...', '  \t 5', '(1)',
        '{}', '[]', '[\n1,\n2]', '0x1F', '1_000', "'''x\ny'''", '-(1)']
for text in good:
    print(repr(text), repr(ast.literal_eval(text)))
bad = ['x', '1 + 1', 'f()', '-True', '[1, x]', '{1: y}', 'set(1)', '1 + 2j + 3', "f'{1}'", '{**a}', 'lambda: 1', '-"a"', '- -1', '1 if 1 else 2', 'a.b', '1 < 2']
for text in bad:
    try:
        print(repr(text), ast.literal_eval(text))
    except ValueError as e:
        print(repr(text), 'ValueError:', str(e).split(' object at')[0])
for text in ['', '1 +', '[1', "'a"]:
    try:
        ast.literal_eval(text)
    except SyntaxError as e:
        print(repr(text), 'SyntaxError:', e.msg)
print(ast.literal_eval(ast.parse('[1, {"k": (2, 3)}]', mode='eval')), ast.literal_eval(ast.Constant(7)))
try:
    ast.literal_eval(5)
except ValueError as e:
    print(e)
try:
    ast.literal_eval('{[]: 1}')
except TypeError as e:
    print('TypeError:', e)
