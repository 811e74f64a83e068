# breakpoint() calls sys.breakpointhook; PYTHONBREAKPOINT names another function or turns it off.
import os
import sys
import warnings

sys.breakpointhook = lambda *args, **kws: print('hook', args, kws)
breakpoint(1, 2, key=3)
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as e:
    print(e)
sys.breakpointhook = sys.__breakpointhook__
os.environ['PYTHONBREAKPOINT'] = '0'
print(breakpoint())
os.environ['PYTHONBREAKPOINT'] = 'builtins.len'
print(breakpoint([1, 2]))
os.environ['PYTHONBREAKPOINT'] = 'int'
print(breakpoint('55'))
for name in ('no_such_module.f', 'os.no_such_function', 'nothing'):
    os.environ['PYTHONBREAKPOINT'] = name
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        breakpoint()
    print([(w.category.__name__, str(w.message)) for w in seen])
try:
    compile('1', 'x', 'eval', 0xff)
except ValueError as e:
    print(e)
