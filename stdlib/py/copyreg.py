"""Functions that take objects apart for copying: what object.__reduce_ex__ and object.__getstate__ do."""
from _copy import native_base as _native_base

__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

dispatch_table = {}
_extension_registry, _inverted_registry, _extension_cache = {}, {}, {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError('constructors must be callable')


def pickle_complex(c):
    return complex, (c.real, c.imag)


def pickle_union(obj):
    import functools
    import operator
    return functools.reduce, (operator.or_, obj.__args__)


pickle(complex, pickle_complex, complex)
pickle(type(int | str), pickle_union)


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(obj, state)
    return obj


def _slotnames(cls):
    names = []
    for c in cls.__mro__:
        slots = c.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                bare = c.__name__.lstrip('_')
                name = f'_{bare}{name}' if bare else name
            names.append(name)
    return names


def _get_state(obj):
    state = dict(getattr(obj, '__dict__', None) or ()) or None
    slots = {}
    for name in _slotnames(type(obj)):
        try:
            slots[name] = getattr(obj, name)
        except AttributeError:
            pass
    return (state, slots) if slots else state


def _refuse(cls):
    module = '' if cls.__module__ == 'builtins' or _native_base(cls) is not cls else cls.__module__ + '.'
    raise TypeError(f"cannot pickle '{module}{cls.__name__}' object")


def _reduce_set(obj):
    return type(obj), (list(obj),), _get_state(obj)


def _reduce_slice(obj):
    return type(obj), (obj.start, obj.stop, obj.step)


def _reduce_bytearray(obj):
    return type(obj), (bytes(obj),), _get_state(obj)


def _reduce_method(obj):
    return getattr, (obj.__self__, obj.__func__.__name__)


def _reduce_alias(obj):
    return type(obj), (obj.__origin__, obj.__args__)


def _reduce_deque(obj):
    args = () if obj.maxlen is None else ((), obj.maxlen)
    return type(obj), args, _get_state(obj), iter(obj)


def _reduce_cached(obj):
    return obj.__qualname__


_reductions = {set: _reduce_set, frozenset: _reduce_set, range: _reduce_slice, slice: _reduce_slice, bytearray: _reduce_bytearray}
_named_reductions = {'method': _reduce_method, 'types.GenericAlias': _reduce_alias, 'collections.deque': _reduce_deque,
                     'functools._lru_cache_wrapper': _reduce_cached}


def _reduce_ex(obj, protocol):
    """What object.__reduce_ex__ gives."""
    cls = type(obj)
    if cls.__reduce__ is not object.__reduce__:
        return obj.__reduce__()
    return _reduce(obj, protocol)


def _reduce(obj, protocol):
    cls = type(obj)
    base = _native_base(cls)
    special = _reductions.get(base)
    if special is None and base is not None:
        special = _named_reductions.get(base.__name__ if base.__module__ == 'builtins' else f'{base.__module__}.{base.__name__}')
    if special is not None:
        return special(obj)
    if protocol < 2:
        return _reduce_old(obj, cls, base)
    args, kwargs = (), None
    if hasattr(cls, '__getnewargs_ex__'):
        given = obj.__getnewargs_ex__()
        if not isinstance(given, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(given).__name__}'")
        if len(given) != 2:
            raise ValueError(f'__getnewargs_ex__ should return a tuple of length 2, not {len(given)}')
        args, kwargs = given
        if not isinstance(args, tuple):
            raise TypeError(f"first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '{type(args).__name__}'")
        if not isinstance(kwargs, dict):
            raise TypeError(f"second item of the tuple returned by __getnewargs_ex__ must be a dict, not '{type(kwargs).__name__}'")
    elif hasattr(cls, '__getnewargs__'):
        args = obj.__getnewargs__()
        if not isinstance(args, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
    elif base in (int, float, complex, str, bytes, tuple):
        args = (base(obj),) if base is not tuple else (tuple.__getitem__(obj, slice(None)),)
    elif base not in (None, list, dict) and not hasattr(base, '__setstate__'):
        _refuse(cls)
    items = iter(obj) if isinstance(obj, list) else None
    pairs = iter(obj.items()) if isinstance(obj, dict) else None
    made = (__newobj_ex__, (cls, args, kwargs)) if kwargs else (__newobj__, (cls, *args))
    return *made, obj.__getstate__(), items, pairs


def _reduce_old(obj, cls, base):
    if base is not None and base not in (int, float, complex, str, bytes, tuple, list, dict):
        _refuse(cls)
    state = None if base is None else base(obj)
    if getattr(obj, '__slots__', None) and cls.__getstate__ is object.__getstate__:
        raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be pickled')
    own = obj.__getstate__()
    args = cls, object if base is None else base, state
    return (_reconstructor, args, own) if own else (_reconstructor, args)


def add_extension(module, name, code):
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError('code out of range')
    key = module, name
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f'key {key} is already registered with code {_extension_registry[key]}')
    if code in _inverted_registry:
        raise ValueError(f'code {code} is already in use for key {_inverted_registry[code]}')
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    key = module, name
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f'key {key} is not registered with code {code}')
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()
