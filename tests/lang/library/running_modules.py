# runpy, code, pkgutil, importlib.metadata, resource, json.tool.
import code
import contextlib
import importlib.metadata
import io
import json.tool
import os
import pkgutil
import resource
import runpy
import sys
import tempfile

class Kept(io.StringIO):
    def close(self):
        pass


with tempfile.TemporaryDirectory() as d:
    def write(name, text):
        path = os.path.join(d, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w') as f:
            f.write(text)
        return path

    one = write('one_rm.py', 'import sys\nx = y * 2 if "y" in globals() else 1\nname = __name__\nif name == "__main__":\n    print("main", sys.modules["__main__"].__dict__ is globals())\n')
    write('pk_rm/__init__.py', 'print("init")')
    write('pk_rm/__main__.py', 'who = __package__, __name__')
    write('pk_rm/part.py', 'from . import other\nvalue = other.v + 1')
    write('pk_rm/other.py', 'v = 41')
    write('pk_rm/data.txt', 'some data')
    write('pk_rm/sub/__init__.py', '')
    write('pk_rm/sub/leaf.py', '')
    sys.path.insert(0, d)
    g = runpy.run_path(one)
    print(g['x'], g['name'], '__file__' in g)
    print(runpy.run_path(one, {'y': 21}, '__main__')['x'], runpy.run_module('one_rm')['name'], runpy.run_module('one_rm', run_name='__main__')['name'])
    print(runpy.run_module('pk_rm.part')['value'], runpy.run_module('pk_rm')['who'])
    for bad in ('nothing_rm', 'pk_rm.nothing'):
        try:
            runpy.run_module(bad)
        except ImportError as e:
            print(type(e).__name__, e)
    print([(m.name, m.ispkg) for m in pkgutil.iter_modules([d])], [m.name for m in pkgutil.iter_modules([os.path.join(d, 'pk_rm')], 'pk_rm.')])
    print([m.name for m in pkgutil.walk_packages([d])], pkgutil.get_data('pk_rm', 'data.txt'))
    print(pkgutil.resolve_name('os.path:join') is os.path.join, pkgutil.resolve_name('os.path.join') is os.path.join)
    path = write('in.json', '{"b": [1, 2, {}], "a": "\\u00e9"}')
    for options in ([], ['--sort-keys', '--indent', '2'], ['--compact'], ['--no-indent', '--no-ensure-ascii'], ['--tab']):
        old, sys.argv = sys.argv, ['tool', path] + options
        with contextlib.redirect_stdout(Kept()) as out:
            json.tool.main()
        sys.argv = old
        print(out.getvalue(), end='')

console = code.InteractiveConsole({'z': 5})
lines = iter(['z + 1', 'def f(a):', '    return a * 2', '', 'f(z)', 'for i in range(2):', '    i', '', '1/0', 'x = (', '3)', 'x', '@'])


def read(prompt=''):
    try:
        return next(lines)
    except StopIteration:
        raise EOFError


console.raw_input = read
errors = []
console.write = lambda text: errors.append(text.strip().splitlines()[-1] if text.strip() else text)
console.interact(banner='hello', exitmsg='bye')
print(errors)
i = code.InteractiveInterpreter()
print(i.runsource('a = 1'), i.runsource('if a:'), i.locals['a'])
try:
    importlib.metadata.version('no-such-package')
except importlib.metadata.PackageNotFoundError as e:
    print(e, isinstance(e, ImportError))
u = resource.getrusage(resource.RUSAGE_SELF)
print(u.ru_maxrss > 1000, u.ru_utime >= 0, len(u), resource.getpagesize(), len(resource.getrlimit(resource.RLIMIT_NOFILE)))
