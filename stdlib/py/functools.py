"""Tools for functions and callable objects."""
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce

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
        target = None if name == '__dict__' else getattr(wrapper, name)
        for key, value in getattr(wrapped, name, {}).items():
            if name == '__dict__':
                if key not in ('__module__', '__wrapped__'):
                    setattr(wrapper, key, value)
            else:
                target[key] = value
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class partialmethod:
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

    def __get__(self, obj, cls=None):
        func = self.func
        if hasattr(func, '__get__') and not isinstance(func, type):
            return partial(func.__get__(obj, cls), *self.args, **self.keywords)
        return partial(func, obj, *self.args, **self.keywords)


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
        value = self.func(instance)
        try:
            instance.__dict__[self.attrname] = value
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f"instance to cache {self.attrname!r} property.") from None
        return value


def _dispatch_class(annotation):
    return isinstance(annotation, type)


def singledispatch(func):
    registry = {}
    cache = {}

    def dispatch(cls):
        if cls in cache:
            return cache[cls]
        found = None
        for c in cls.__mro__:
            if c is object:
                break
            if c in registry:
                found = registry[c]
                break
        if found is None:
            best = None
            for candidate in registry:
                if candidate is not object and issubclass(cls, candidate):
                    if best is None or issubclass(candidate, best):
                        best = candidate
                    elif not issubclass(best, candidate):
                        raise RuntimeError(f"Ambiguous dispatch: {best} or {candidate}")
            found = registry[best] if best is not None else registry[object]
        cache[cls] = found
        return found

    def register(cls, func=None):
        if isinstance(cls, type) or hasattr(cls, '__args__') and not callable(getattr(cls, '__code__', None)) and not hasattr(cls, '__name__'):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` "
                                "or plain `@register` on an annotated function.")
            func = cls
            argname, cls = next(iter(annotations.items()))
            if isinstance(cls, str):
                cls = eval(cls, func.__globals__)
        for one in cls if isinstance(cls, tuple) else getattr(cls, '__args__', None) or (cls,):
            registry[one] = func
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
    wrapper.registry = registry
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
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method
