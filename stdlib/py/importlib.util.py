"""Names, specifications and files of modules."""
import os
import sys

from importlib.machinery import ModuleSpec, SourceFileLoader

__all__ = ['cache_from_source', 'decode_source', 'find_spec', 'module_from_spec', 'resolve_name', 'source_from_cache', 'spec_from_file_location',
           'spec_from_loader']


def resolve_name(name, package):
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    level = len(name) - len(name.lstrip('.'))
    base = package.rsplit('.', level - 1)
    if len(base) < level:
        raise ImportError('attempted relative import beyond top-level package')
    rest = name[level:]
    return f'{base[0]}.{rest}' if rest else base[0]


def find_spec(name, package=None):
    """What import would find, or None. The module is loaded to tell."""
    import builtins
    name = resolve_name(name, package)
    if name not in sys.modules:
        try:
            builtins.__import__(name)
        except ModuleNotFoundError as e:
            if e.name is not None and (name == e.name or name.startswith(e.name + '.')):
                return None
            raise
    module = sys.modules[name]
    spec = getattr(module, '__spec__', None)
    return ModuleSpec(name, None, origin=getattr(module, '__file__', None)) if spec is None else spec


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    if location is not None:
        location = os.path.abspath(os.fspath(location))
    if loader is None:
        if location is None or not location.endswith('.py'):
            return None
        loader = SourceFileLoader(name, location)
    elif location is None:
        location = getattr(loader, 'path', None)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is not None:
        spec.submodule_search_locations = submodule_search_locations
    return spec


def module_from_spec(spec):
    import types
    create = getattr(spec.loader, 'create_module', None)
    module = create(spec) if create is not None else None
    if module is None:
        module = types.ModuleType(spec.name)
    module.__spec__, module.__loader__ = spec, spec.loader
    module.__package__ = spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
    return module


def cache_from_source(path, debug_override=None, *, optimization=None):
    head, tail = os.path.split(os.fspath(path))
    base, _, _ = tail.rpartition('.')
    return os.path.join(head, '__pycache__', f'{base or tail}.cpython-311.pyc')


def source_from_cache(path):
    head, tail = os.path.split(os.fspath(path))
    folder, cache = os.path.split(head)
    if cache != '__pycache__':
        raise ValueError(f'__pycache__ not bottom-level directory in {path!r}')
    return os.path.join(folder, tail.partition('.')[0] + '.py')


def decode_source(source_bytes):
    import io
    import tokenize
    encoding = tokenize.detect_encoding(io.BytesIO(source_bytes).readline)[0]
    return io.IncrementalNewlineDecoder(None, True).decode(source_bytes.decode(encoding))
