"""Tools for functions and callable objects."""

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
        target = getattr(wrapper, name)
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


_initial_missing = object()


def reduce(function, sequence, initial=_initial_missing, /):
    try:
        it = iter(sequence)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    if initial is _initial_missing:
        for value in it:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    else:
        value = initial
    for element in it:
        value = function(value, element)
    return value


class partial:
    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        if self.keywords:
            return self.func(*self.args, *args, **{**self.keywords, **keywords})
        return self.func(*self.args, *args, **keywords)

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend([repr(x) for x in self.args])
        parts.extend([f'{k}={v!r}' for k, v in self.keywords.items()])
        name = 'functools.partial' if type(self) is partial else type(self).__qualname__
        return f"{name}({', '.join(parts)})"


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


def cmp_to_key(mycmp):
    class K:
        __slots__ = ('obj',)

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None
    return K


class _CacheInfo(tuple):
    __slots__ = ()

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return f'CacheInfo(hits={self[0]!r}, misses={self[1]!r}, maxsize={self[2]!r}, currsize={self[3]!r})'


_mark = (object(),)
_plain = (int, str)


def _make_key(args, kwds, typed):
    key = args
    if kwds:
        key = key + _mark
        for item in kwds.items():
            key = key + item
    if typed:
        key = key + tuple([type(v) for v in args])
        if kwds:
            key = key + tuple([type(v) for v in kwds.values()])
    elif len(key) == 1 and type(key[0]) in _plain:
        return key[0]
    return key


def _bounded(user_function, maxsize, typed):
    cache = {}
    missing = object()
    hits = misses = 0

    def wrapper(*args, **kwds):
        nonlocal hits, misses
        if kwds or typed:
            key = _make_key(args, kwds, typed)
        else:
            key = args
        result = cache.get(key, missing)
        if result is not missing:
            hits += 1
            del cache[key]
            cache[key] = result
            return result
        misses += 1
        result = user_function(*args, **kwds)
        if key not in cache and len(cache) >= maxsize:
            for oldest in cache:
                break
            del cache[oldest]
        cache[key] = result
        return result

    def cache_info():
        return _CacheInfo((hits, misses, maxsize, len(cache)))

    def cache_clear():
        nonlocal hits, misses
        cache.clear()
        hits = misses = 0
    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    return wrapper


def _unbounded(user_function, typed):
    cache = {}
    missing = object()
    hits = misses = 0

    def wrapper(*args, **kwds):
        nonlocal hits, misses
        if kwds or typed:
            key = _make_key(args, kwds, typed)
        else:
            key = args
        result = cache.get(key, missing)
        if result is not missing:
            hits += 1
            return result
        misses += 1
        result = user_function(*args, **kwds)
        cache[key] = result
        return result

    def cache_info():
        return _CacheInfo((hits, misses, None, len(cache)))

    def cache_clear():
        nonlocal hits, misses
        cache.clear()
        hits = misses = 0
    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    return wrapper


def _uncached(user_function):
    misses = 0

    def wrapper(*args, **kwds):
        nonlocal misses
        misses += 1
        return user_function(*args, **kwds)

    def cache_info():
        return _CacheInfo((0, misses, 0, 0))

    def cache_clear():
        nonlocal misses
        misses = 0
    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    return wrapper


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
    if not callable(user_function):
        raise TypeError('the first argument must be callable')
    if maxsize is None:
        wrapper = _unbounded(user_function, typed)
    elif maxsize == 0:
        wrapper = _uncached(user_function)
    else:
        wrapper = _bounded(user_function, maxsize, typed)
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
