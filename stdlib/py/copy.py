"""Shallow and deep copies."""
from _copy import copy, deepcopy
from _weakref import ReferenceType as _ReferenceType

import copyreg as _copyreg

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    pass


error = Error


_atoms = {type(None), int, float, bool, complex, bytes, str, type(Ellipsis), type(NotImplemented), type, range, property,
          type(len), type(lambda: 0), _ReferenceType}


def _reduction(x, cls, kind):
    reduce = _copyreg.dispatch_table.get(cls)
    if reduce is not None:
        return reduce(x)
    reduce = getattr(cls, '__reduce_ex__', None)
    if reduce is not None:
        return reduce(x, 4)
    reduce = getattr(cls, '__reduce__', None)
    if reduce is not None:
        return reduce(x)
    raise Error(f'un({kind})copyable object of type {cls}')


def _reconstruct(x, memo, make, args, state=None, items=None, pairs=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = make(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for key, value in slots.items():
                    setattr(y, key, value)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


def _copy_other(x):
    cls = type(x)
    if cls in _atoms or cls is tuple or cls is frozenset or cls is slice:
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return x.copy()
    if issubclass(cls, type):
        return x
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    parts = _reduction(x, cls, 'shallow')
    return x if isinstance(parts, str) else _reconstruct(x, None, *parts)


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
    elif issubclass(cls, type):
        return x
    elif cls.__name__ == 'method' and hasattr(x, '__func__'):
        y = cls(x.__func__, deepcopy(x.__self__, memo))
    else:
        method = getattr(x, '__deepcopy__', None)
        if method is not None:
            y = method(memo)
        else:
            parts = _reduction(x, cls, 'deep')
            y = x if isinstance(parts, str) else _reconstruct(x, memo, *parts)
    if y is not x:
        memo[id(x)] = y
        memo.setdefault(id(memo), []).append(x)
    return y
