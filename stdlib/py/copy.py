"""Shallow and deep copies."""
from _copy import copy, deepcopy


class Error(Exception):
    pass


error = Error

_atoms = {type(None), int, float, bool, complex, bytes, str, type(Ellipsis), type(NotImplemented), type, range, property,
          type(len), type(lambda: 0)}


def _is_atom(cls, x):
    return cls in _atoms or isinstance(x, type)


def _bare(cls):
    return cls.__new__(cls)


def _attributes(x):
    found = dict(getattr(x, '__dict__', {}))
    for c in type(x).__mro__:
        slots = c.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name.startswith('__') and not name.endswith('__'):
                name = '_' + c.__name__.lstrip('_') + name
            if name not in found and name not in ('__dict__', '__weakref__') and hasattr(x, name):
                found[name] = getattr(x, name)
    return found


def _rebuild(x, state_of, item_of):
    cls = type(x)
    if hasattr(x, '__getnewargs_ex__'):
        args, kwargs = x.__getnewargs_ex__()
        y = cls.__new__(cls, *args, **kwargs)
    elif hasattr(x, '__getnewargs__'):
        y = cls.__new__(cls, *x.__getnewargs__())
    elif isinstance(x, BaseException):
        y = cls.__new__(cls, *x.args)
        y.args = x.args
    elif isinstance(x, (int, float, str, bytes, tuple, frozenset)):
        base = [c for c in (int, float, str, bytes, tuple, frozenset) if isinstance(x, c)][0]
        plain = base(x) if base is not tuple and base is not frozenset else base([item_of(i) for i in x])
        y = base.__new__(cls, plain)
    elif isinstance(x, set):
        y = set.__new__(cls)
        y.update([item_of(i) for i in x])
    elif isinstance(x, list):
        y = list.__new__(cls)
    elif isinstance(x, dict):
        y = dict.__new__(cls)
    elif isinstance(x, bytearray):
        y = bytearray.__new__(cls)
        y.extend(x)
    elif type(cls).__module__ == 'builtins' and '__init__' not in dir(cls):
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    else:
        y = object.__new__(cls)
    return y


def _restore(x, y, copied):
    getstate = getattr(x, '__getstate__', None)
    state = None
    if getstate is not None and not hasattr(object, '__getstate__'):
        state = getstate()
        if copied is not None:
            state = copied(state)
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
            return
        if isinstance(state, tuple) and len(state) == 2:
            state = {**(state[0] or {}), **(state[1] or {})}
    else:
        state = _attributes(x)
        if copied is not None:
            state = {k: copied(v) for k, v in state.items()}
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
            return
    if state:
        for name, value in state.items():
            object.__setattr__(y, name, value) if not isinstance(y, BaseException) else setattr(y, name, value)


def _refuse(x):
    name = type(x).__name__
    if name in ('generator', 'module', 'traceback', 'frame', 'TextIOWrapper', 'BufferedReader', 'BufferedWriter', 'Lock', 'cell'):
        raise TypeError(f"cannot pickle '{name}' object" if name not in ('TextIOWrapper', 'BufferedReader', 'BufferedWriter')
                        else f"cannot pickle '_io.{name}' object")


def _copy_other(x):
    cls = type(x)
    if _is_atom(cls, x) or cls is tuple or cls is frozenset or cls is slice:
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return x.copy()
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    _refuse(x)
    y = _reduced(x, cls)
    if y is not None:
        return y
    y = _rebuild(x, None, lambda i: i)
    if isinstance(x, list):
        list.extend(y, x)
    elif isinstance(x, dict):
        for key, value in x.items():
            dict.__setitem__(y, key, value)
    _restore(x, y, None)
    return y


def _reduced(x, cls):
    method = None
    for c in cls.__mro__:
        if c is object:
            break
        method = c.__dict__.get('__reduce_ex__') or c.__dict__.get('__reduce__')
        if method is not None and callable(method) and type(method) is type(_refuse):
            break
        method = None
    if method is None:
        return None
    parts = method(x, 4) if method.__name__ == '__reduce_ex__' else method(x)
    if isinstance(parts, str):
        return x
    y = parts[0](*parts[1])
    if len(parts) > 2 and parts[2]:
        if hasattr(y, '__setstate__'):
            y.__setstate__(parts[2])
        else:
            y.__dict__.update(parts[2])
    if len(parts) > 3 and parts[3]:
        for item in parts[3]:
            y.append(item)
    if len(parts) > 4 and parts[4]:
        for key, value in parts[4]:
            y[key] = value
    return y


def _deepcopy_other(x, memo=None):
    cls = type(x)
    if cls in _atoms:
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), memo)
    if known is not memo:
        return known
    if cls is list:
        y = []
        memo[id(x)] = y
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = {}
        memo[id(x)] = y
        for key, value in x.items():
            y[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        y = [deepcopy(item, memo) for item in x]
        known = memo.get(id(x), memo)
        if known is not memo:
            return known
        for old, new in zip(x, y):
            if old is not new:
                y = tuple(y)
                break
        else:
            y = x
    elif cls is set or cls is frozenset:
        y = cls([deepcopy(item, memo) for item in x])
    elif cls is bytearray:
        y = x.copy()
    elif isinstance(x, type):
        return x
    elif cls.__module__ == 'collections' and cls.__name__ == 'deque':
        y = cls((), x.maxlen)
        memo[id(x)] = y
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls.__name__ == 'method' and hasattr(x, '__func__'):
        y = type(x)(x.__func__, deepcopy(x.__self__, memo))
    else:
        method = getattr(x, '__deepcopy__', None)
        if method is not None:
            y = method(memo)
        else:
            _refuse(x)
            y = _reduced(x, cls)
            if y is None:
                y = _rebuild(x, None, lambda i: deepcopy(i, memo))
                memo[id(x)] = y
                if isinstance(x, list):
                    for item in x:
                        list.append(y, deepcopy(item, memo))
                elif isinstance(x, dict):
                    for key, value in x.items():
                        dict.__setitem__(y, deepcopy(key, memo), deepcopy(value, memo))
                _restore(x, y, lambda v: deepcopy(v, memo))
    if y is not x:
        memo[id(x)] = y
        memo.setdefault(id(memo), []).append(x)
    return y
