"""Running modules and files by their names."""
import importlib
import importlib.util
import os
import sys
from types import ModuleType

__all__ = ['run_module', 'run_path']


def _run(code, init_globals, name, file, package, alter_sys):
    module = ModuleType(name)
    space = module.__dict__
    space.update(init_globals or {})
    space.update(__name__=name, __file__=file, __cached__=None, __doc__=None, __loader__=None, __package__=package, __spec__=None)
    if not alter_sys:
        exec(code, space)
        return dict(space)
    missing = object()
    before, argument = sys.modules.get(name, missing), sys.argv[0] if sys.argv else None
    sys.modules[name] = module
    if sys.argv:
        sys.argv[0] = file
    try:
        exec(code, space)
        return dict(space)
    finally:
        if before is missing:
            sys.modules.pop(name, None)
        else:
            sys.modules[name] = before
        if argument is not None:
            sys.argv[0] = argument


def _code_of(path):
    with open(path, 'rb') as f:
        return compile(f.read(), path, 'exec')


def _find(dotted):
    """(name, path of its file, its package) of a module; a package is its __main__."""
    parent, _, leaf = dotted.rpartition('.')
    directories = importlib.import_module(parent).__path__ if parent else sys.path
    for directory in directories:
        base = os.path.join(directory or os.getcwd(), leaf)
        if os.path.isfile(os.path.join(base, '__init__.py')):
            importlib.import_module(dotted)
            main = os.path.join(base, '__main__.py')
            if not os.path.isfile(main):
                raise ImportError(f'No module named {dotted}.__main__; {dotted!r} is a package and cannot be directly executed')
            return dotted + '.__main__', main, dotted
        if os.path.isfile(base + '.py'):
            return dotted, base + '.py', parent
    raise ImportError(f'No module named {dotted}')


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Runs a module's code; its globals."""
    name, path, package = _find(mod_name)
    return _run(_code_of(path), init_globals, run_name or name, path, package, alter_sys)


def run_path(path_name, init_globals=None, run_name=None):
    """Runs a file's code, or a directory's __main__; its globals."""
    path_name = os.fspath(path_name)
    name = run_name or '<run_path>'
    if os.path.isdir(path_name):
        sys.path.insert(0, path_name)
        try:
            return _run(_code_of(os.path.join(path_name, '__main__.py')), init_globals, name, os.path.join(path_name, '__main__.py'), '', True)
        finally:
            sys.path.remove(path_name)
    return _run(_code_of(path_name), init_globals, name, path_name, name.rpartition('.')[0], True)
