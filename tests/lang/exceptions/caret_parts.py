import traceback

CASES = '''1/0
x = 1 / 0
x = (1) / (0)
y = [1][5]
y = {}['a']['b']
d = {}; d['x'] = d['y']
(1 + 2) // (3 - 3)
"a" + 1 + "b"
len(5) + 1
f = 1 if 1/0 else 2
2 ** 3 ** "x"
x = [1, 2, 3][  10  ]
print(1 + "a")
a = 1; a += "x"
del {}[1]
1 < "a"
not (1 / 0)
(1).foo
[][0].bar(1)
x = 5 ; y = x[1]
x = 1 <<  "a"
x = 1 @ 2
assert 1/0
f"{1/0}"
raise ValueError'''.splitlines()

import os, sys, tempfile
with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, 'caret_cases_made.py'), 'w') as f:
        f.write('\n'.join([f'def f{i}():\n    {case}' for i, case in enumerate(CASES)]))
    sys.path.insert(0, folder)
    import caret_cases_made
    for i in range(len(CASES)):
        try:
            getattr(caret_cases_made, f'f{i}')()
        except Exception as e:
            lines = traceback.format_exception(e)
            print(''.join(lines[2:]).replace(folder, ''))


def outer():
    return inner()


def inner():
    stack = traceback.extract_stack()
    print([f.name for f in stack], stack[-1].line, stack[-2].line)
    print([f.name for f in traceback.extract_stack(limit=2)], traceback.format_stack(limit=1)[-1].splitlines()[-1])
    try:
        deep(3)
    except ZeroDivisionError as e:
        tb = e.__traceback__
        print([f.lineno - tb.tb_lineno for f in traceback.extract_tb(tb, limit=2)], [f.name for f in traceback.extract_tb(tb, limit=-1)])
        one, two = traceback.TracebackException.from_exception(e), traceback.TracebackException.from_exception(e)
        print(one == two, one != traceback.TracebackException.from_exception(ValueError()), len(one.stack), ''.join(one.format_exception_only()))


def deep(n):
    if n == 0:
        1 / 0
    deep(n - 1)


outer()
frame = traceback.FrameSummary('file', 3, 'name', line='  x = 1', locals={'a': [1]})
print(frame, frame.locals, list(frame), frame == ('file', 3, 'name', 'x = 1'))
print(''.join(traceback.StackSummary.from_list([frame, ('f', 1, 'g', 'h')]).format()))
