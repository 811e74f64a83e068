"""What a tree must have to be compiled: the required fields and positions, of the right classes."""
import _ast_nodes

_shapes = {}


def _shape_of(cls):
    shape = _shapes.get(cls)
    if shape is None:
        parts = (cls.__doc__ or '').partition('(')[2].rstrip(')')
        shape = _shapes[cls] = [field.split(' ') for field in parts.split(', ')] if parts else []
    return shape


def check(node):
    classes = _ast_nodes.classes
    waiting = [node]
    while waiting:
        node = waiting.pop()
        cls = type(node)
        own = classes.get(cls.__name__, cls)
        for name in ('lineno', 'col_offset') if node._attributes else ():
            if not hasattr(node, name):
                raise TypeError(f'required field "{name}" missing from {_group_of(own)}')
        for kind, name in _shape_of(own):
            plain = kind.rstrip('*?')
            try:
                value = getattr(node, name)
            except AttributeError:
                if plain == kind:
                    raise TypeError(f'required field "{name}" missing from {cls.__name__}') from None
                if kind.endswith('*'):
                    raise TypeError(f'required field "{name}" missing from {cls.__name__}') from None
                continue
            wanted = classes.get(plain)
            if kind.endswith('*'):
                if not isinstance(value, list):
                    raise TypeError(f'{cls.__name__} field "{name}" must be a list, not a {type(value).__name__}')
                items = value
            else:
                items = (value,)
            for item in items if wanted else ():
                if item is None:
                    if plain == kind:
                        raise ValueError(f"field '{name}' is required for {cls.__name__}")
                    if kind.endswith('*') and name not in ('keys', 'kw_defaults'):
                        raise ValueError(f'None disallowed in {plain}ession list' if plain == 'expr' else f'None disallowed in statement list')
                    continue
                if not isinstance(item, wanted):
                    raise TypeError(f'expected some sort of {plain}, but got {item!r}')
                waiting.append(item)
        if cls.__name__ in ('Module', 'Interactive', 'Expression'):
            continue
        if cls.__name__ in _bodies and not node.body:
            raise ValueError(f'empty body on {cls.__name__}')


_bodies = ('FunctionDef', 'AsyncFunctionDef', 'ClassDef', 'For', 'AsyncFor', 'While', 'If', 'With', 'AsyncWith', 'Try', 'TryStar', 'ExceptHandler', 'match_case')


def _group_of(cls):
    base = cls.__mro__[1]
    return cls.__name__ if base is _ast_nodes.AST else base.__name__
