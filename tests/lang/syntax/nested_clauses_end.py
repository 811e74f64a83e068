# The search for a better message ends soon where clauses nest.
for start in ('[x for ', 'f(a for ', '{a for ', '(x for (a, b) in ('):
    for tail in ('', ' 1 2', ' = 3'):
        try:
            compile(start * 30 + tail, 'x', 'exec')
        except SyntaxError:
            print(start, tail, 'SyntaxError')
