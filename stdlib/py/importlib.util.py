"""Names of modules."""
import sys

__all__ = ['find_spec', 'resolve_name']


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


class _Spec:
    def __init__(self, name, origin):
        self.name = name
        self.origin = origin

    def __repr__(self):
        return f'ModuleSpec(name={self.name!r}, origin={self.origin!r})'


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
    return _Spec(name, getattr(sys.modules[name], '__file__', None))
