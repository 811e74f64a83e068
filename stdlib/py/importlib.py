"""Imports by name."""
import sys

from importlib import util

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']


def __import__(name, globals=None, locals=None, fromlist=(), level=0):
    module = import_module(name)
    return module if fromlist else sys.modules[name.partition('.')[0]]


def import_module(name, package=None):
    """The module of that name; a leading dot is relative to `package`."""
    if name.startswith('.'):
        name = util.resolve_name(name, package)
    if name not in sys.modules:
        _load(name)
    return sys.modules[name]


def _load(name):
    import builtins
    builtins.__import__(name)


def reload(module):
    """Run the module's code again, into the same module object."""
    if not isinstance(module, type(sys)):
        raise TypeError('reload() argument must be a module')
    name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    del sys.modules[name]
    try:
        _load(name)
        fresh = sys.modules[name]
        for key, value in list(vars(fresh).items()):
            setattr(module, key, value)
    finally:
        sys.modules[name] = module
    return module


def invalidate_caches():
    pass
