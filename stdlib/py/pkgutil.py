"""What is in packages."""
import os
import sys
from collections import namedtuple
from importlib import import_module

__all__ = ['iter_modules', 'walk_packages', 'get_data', 'extend_path', 'resolve_name', 'ModuleInfo']

ModuleInfo = namedtuple('ModuleInfo', 'module_finder name ispkg')


class _Finder:
    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f'FileFinder({self.path!r})'


def iter_modules(path=None, prefix=''):
    """The modules in some directories, by default those of sys.path."""
    if isinstance(path, str):
        raise ValueError('path must be None or list of paths to look for modules in')
    seen = set()
    for directory in sys.path if path is None else path:
        try:
            names = sorted(os.listdir(directory or '.'))
        except OSError:
            continue
        finder = _Finder(directory)
        for file in names:
            full = os.path.join(directory or '.', file)
            name, package = file, os.path.isdir(full) and os.path.isfile(os.path.join(full, '__init__.py'))
            if not package:
                if not file.endswith('.py') or file == '__init__.py':
                    continue
                name = file[:-3]
            if name not in seen and '.' not in name:
                seen.add(name)
                yield ModuleInfo(finder, prefix + name, package)


def walk_packages(path=None, prefix='', onerror=None):
    """As iter_modules, the packages' own modules included."""
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            import_module(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
        else:
            inner = getattr(sys.modules[info.name], '__path__', None) or []
            yield from walk_packages(list(inner), info.name + '.', onerror)


def get_data(package, resource):
    """The bytes of a file in a package."""
    module = import_module(package)
    if not getattr(module, '__file__', None):
        return None
    with open(os.path.join(os.path.dirname(module.__file__), *resource.split('/')), 'rb') as f:
        return f.read()


def extend_path(path, name):
    """A package's directories, and those of its name in sys.path."""
    if not isinstance(path, list):
        return path
    path = path[:]
    for directory in sys.path:
        sub = os.path.join(directory, *name.split('.'))
        if sub not in path and os.path.isfile(os.path.join(sub, '__init__.py')):
            path.append(sub)
    return path


def resolve_name(name):
    """The object at 'module:attributes' or 'module.attributes'."""
    module, colon, rest = name.partition(':')
    if not all(part.isidentifier() for part in module.split('.')) or (colon and rest and not all(p.isidentifier() for p in rest.split('.'))):
        raise ValueError(f'invalid format: {name!r}')
    if colon:
        found, names = import_module(module), rest.split('.') if rest else []
    else:
        names = module.split('.')
        path = names.pop(0)
        found = import_module(path)
        while names:
            try:
                found = import_module(f'{path}.{names[0]}')
            except ImportError:
                break
            path = f'{path}.{names.pop(0)}'
    for part in names:
        found = getattr(found, part)
    return found
