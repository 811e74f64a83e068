"""Tools for functions and callable objects."""
from abc import get_cache_token
from types import FunctionType, GenericAlias, MappingProxyType, UnionType

from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key', 'lru_cache', 'reduce',
           'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod', 'cached_property']

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        if name == '__dict__' and type(wrapper) is not FunctionType:    # an instance keeps its layout
            for key, value in getattr(wrapped, name, {}).items():
                setattr(wrapper, key, value)
        else:
            getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class partialmethod:
    """A method with part of its arguments given."""
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        given = [repr(a) for a in self.args] + [f'{k}={v!r}' for k, v in self.keywords.items()]
        cls = type(self)
        return f'{cls.__module__}.{cls.__qualname__}({", ".join([repr(self.func), *given])})'

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    __class_getitem__ = classmethod(GenericAlias)


def _lt_from(name):
    if name == '__lt__':
        def gt(self, other):
            r = type(self).__lt__(self, other)
            return r if r is NotImplemented else not r and self != other

        def le(self, other):
            r = type(self).__lt__(self, other)
            return r if r is NotImplemented else r or self == other

        def ge(self, other):
            r = type(self).__lt__(self, other)
            return r if r is NotImplemented else not r
        return {'__gt__': gt, '__le__': le, '__ge__': ge}
    if name == '__le__':
        def ge(self, other):
            r = type(self).__le__(self, other)
            return r if r is NotImplemented else not r or self == other

        def lt(self, other):
            r = type(self).__le__(self, other)
            return r if r is NotImplemented else r and self != other

        def gt(self, other):
            r = type(self).__le__(self, other)
            return r if r is NotImplemented else not r
        return {'__ge__': ge, '__lt__': lt, '__gt__': gt}
    if name == '__gt__':
        def lt(self, other):
            r = type(self).__gt__(self, other)
            return r if r is NotImplemented else not (r or self == other)

        def ge(self, other):
            r = type(self).__gt__(self, other)
            return r if r is NotImplemented else r or self == other

        def le(self, other):
            r = type(self).__gt__(self, other)
            return r if r is NotImplemented else not r
        return {'__lt__': lt, '__ge__': ge, '__le__': le}

    def le(self, other):
        r = type(self).__ge__(self, other)
        return r if r is NotImplemented else not r or self == other

    def gt(self, other):
        r = type(self).__ge__(self, other)
        return r if r is NotImplemented else r and self != other

    def lt(self, other):
        r = type(self).__ge__(self, other)
        return r if r is NotImplemented else not r
    return {'__le__': le, '__gt__': gt, '__lt__': lt}


def total_ordering(cls):
    defined = set()
    for c in cls.__mro__:
        if c is not object:
            for name in ('__lt__', '__le__', '__gt__', '__ge__'):
                if name in c.__dict__:
                    defined.add(name)
    if not defined:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    for root in ('__lt__', '__le__', '__gt__', '__ge__'):
        if root in defined:
            break
    for name, function in _lt_from(root).items():
        if name not in defined:
            function.__name__ = name
            setattr(cls, name, function)
    return cls


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        return _cached(function, maxsize, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)
    return decorating_function


def _cached(user_function, maxsize, typed):
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, user_function)


def cache(user_function, /):
    return _cached(user_function, None, False)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f"instance to cache {self.attrname!r} property.") from None
        value = cache.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            try:
                cache[self.attrname] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                                f"does not support item assignment for caching {self.attrname!r} property.") from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


_missing = object()


def __getattr__(name):
    if name == '_CacheInfo':    # made when the first cache is asked
        from collections import namedtuple
        global _CacheInfo
        _CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])
        return _CacheInfo
    raise AttributeError(f"module 'functools' has no attribute {name!r}")



def _merge_orders(sequences):
    result = []
    while True:
        sequences = [s for s in sequences if s]
        if not sequences:
            return result
        for sequence in sequences:
            candidate = sequence[0]
            if not any(candidate in other[1:] for other in sequences):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        result.append(candidate)
        for sequence in sequences:
            if sequence[0] == candidate:
                del sequence[0]


def _order_with_abstract(cls, abcs):
    """The C3 order of a class with abstract classes among its bases, each as late as it can be."""
    for i, base in enumerate(reversed(cls.__bases__)):
        if hasattr(base, '__abstractmethods__'):
            boundary = len(cls.__bases__) - i
            break
    else:
        boundary = 0
    explicit, other = list(cls.__bases__[:boundary]), list(cls.__bases__[boundary:])
    abstract = [base for base in abcs if issubclass(cls, base) and not any(issubclass(b, base) for b in cls.__bases__)]
    for base in abstract:
        abcs = [a for a in abcs if a is not base]
    orders = [_order_with_abstract(base, abcs) for base in explicit + abstract + other]
    return _merge_orders([[cls]] + orders + [explicit] + [abstract] + [other])


def _compose_order(cls, types):
    bases = set(cls.__mro__)

    def related(kind):
        return kind not in bases and hasattr(kind, '__mro__') and not isinstance(kind, GenericAlias) and issubclass(cls, kind)
    types = [n for n in types if related(n)]
    types = [n for n in types if not any(n != other and n in other.__mro__ for other in types)]
    known = set(types)
    found = []
    for kind in types:
        below = [[s for s in sub.__mro__ if s in known] for sub in kind.__subclasses__() if sub not in bases and issubclass(cls, sub)]
        if not below:
            found.append(kind)
            continue
        below.sort(key=len, reverse=True)
        for group in below:
            for sub in group:
                if sub not in found:
                    found.append(sub)
    return _order_with_abstract(cls, found)


def _find_impl(cls, registry):
    match = None
    order = _compose_order(cls, registry.keys())
    for kind in order:
        if match is not None:
            if (kind in registry and kind not in cls.__mro__ and match not in cls.__mro__ and not issubclass(match, kind)):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {kind}')
            break
        if kind in registry:
            match = kind
    return registry.get(match)


def _is_union(cls):
    from typing import Union, get_origin
    return get_origin(cls) in (Union, UnionType) or isinstance(cls, UnionType)


def _dispatches_on(cls):
    if isinstance(cls, type) and not isinstance(cls, GenericAlias):
        return True
    return _is_union(cls) and all(isinstance(arg, type) and not isinstance(arg, GenericAlias) for arg in cls.__args__)


def singledispatch(func):
    registry = {}
    cache = {}
    token = None

    def dispatch(cls):
        nonlocal token
        if token is not None:
            now = get_cache_token()
            if token != now:
                cache.clear()
                token = now
        found = cache.get(cls)
        if found is None:
            found = registry.get(cls) or _find_impl(cls, registry)
            cache[cls] = found
        return found

    def register(cls, func=None):
        nonlocal token
        if _dispatches_on(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            if not getattr(cls, '__annotations__', {}):
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` "
                                "or plain `@register` on an annotated function.")
            func = cls
            from typing import get_type_hints
            argname, cls = next(iter(get_type_hints(func).items()))
            if not _dispatches_on(cls):
                if _is_union(cls):
                    raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} is not a class.")
        for one in cls.__args__ if _is_union(cls) else (cls,):
            registry[one] = func
        if token is None and hasattr(cls, '__abstractmethods__'):
            token = get_cache_token()
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
