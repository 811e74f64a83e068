"""Weak references. An object goes away in the collection that finds it unreachable, not before."""
from _weakref import ReferenceType, getweakrefcount, getweakrefs
from _weak_collections import WeakKeyDictionary, WeakSet, WeakValueDictionary

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType', 'CallableProxyType',
           'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize', 'ReferenceError']

ref = ReferenceType
ReferenceError = ReferenceError


class ProxyType:
    __slots__ = ('_proxied',)

    def __init__(self, object, callback=None):
        _set(self, '_proxied', ref(object, None if callback is None else lambda r: callback(self)))

    def __getattr__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        o = _target(self)
        return f'<weakproxy at {id(self):#x} to {type(o).__name__} at {id(o):#x}>'

    def __str__(self):
        return str(_target(self))

    def __bool__(self):
        return bool(_target(self))

    __hash__ = None


_set = object.__setattr__


def _target(p):
    o = object.__getattribute__(p, '_proxied')()
    if o is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return o


def _plain(x):
    return _target(x) if isinstance(x, ProxyType) else x


def _forward(cls):
    def define(name, operation):
        operation.__name__ = name
        setattr(cls, name, operation)
    import operator
    for name in ('len', 'iter', 'next', 'reversed', 'abs', 'int', 'float', 'round'):
        define(f'__{name}__', lambda self, *args, f={'len': len, 'iter': iter, 'next': next, 'reversed': reversed, 'abs': abs, 'int': int,
                                                     'float': float, 'round': round}[name]: f(_target(self), *args))
    for name in ('lt', 'le', 'eq', 'ne', 'gt', 'ge', 'add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'and', 'or', 'xor', 'lshift',
                 'rshift', 'matmul', 'getitem', 'delitem', 'contains'):
        define(f'__{name}__', lambda self, other, f=getattr(operator, f'__{name}__'): f(_target(self), _plain(other)))
    for name in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'and', 'or', 'xor', 'lshift', 'rshift', 'matmul'):
        define(f'__r{name}__', lambda self, other, f=getattr(operator, f'__{name}__'): f(_plain(other), _target(self)))
        define(f'__i{name}__', lambda self, other, f=getattr(operator, f'__i{name}__'): f(_target(self), _plain(other)))
    for name in ('neg', 'pos', 'invert', 'index'):
        define(f'__{name}__', lambda self, f=getattr(operator, f'__{name}__'): f(_target(self)))
    define('__setitem__', lambda self, key, value: operator.setitem(_target(self), key, value))
    define('__bytes__', lambda self: bytes(_target(self)))
    define('__enter__', lambda self: _target(self).__enter__())
    define('__exit__', lambda self, *args: _target(self).__exit__(*args))


_forward(ProxyType)


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


def proxy(object, callback=None, /):
    return (CallableProxyType if callable(object) else ProxyType)(object, callback)


class WeakMethod(ref):
    """A reference to a bound method, which keeps neither its object nor its function."""

    def __new__(cls, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None

        def gone(_):
            self = weak_self()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)
        self = ref.__new__(cls, obj, gone)
        weak_self = ref(self)
        self._func = ref(func, gone)
        self._alive = True
        return self

    def __call__(self):
        obj, func = super().__call__(), self._func()
        return None if obj is None or func is None else func.__get__(obj, type(obj))

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func == other._func

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = ref.__hash__


class finalize:
    _registry = {}
    _hooked = False
    _order = 0

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._hooked:
            import atexit
            atexit.register(finalize._at_exit)
            finalize._hooked = True
        self.atexit = True
        finalize._order += 1
        finalize._registry[self] = [ref(obj, lambda r: self()), func, args, kwargs, finalize._order]

    def __call__(self, _=None):
        info = finalize._registry.pop(self, None)
        if info:
            return info[1](*info[2], **info[3])

    def detach(self):
        info = finalize._registry.get(self)
        obj = info and info[0]()
        if obj is not None and finalize._registry.pop(self, None):
            return obj, info[1], info[2], info[3]

    def peek(self):
        info = finalize._registry.get(self)
        obj = info and info[0]()
        if obj is not None:
            return obj, info[1], info[2], info[3]

    @property
    def alive(self):
        info = finalize._registry.get(self)
        if info is not None:
            info[0]()       # may find the object gone and run this
        return self in finalize._registry

    def __repr__(self):
        info = finalize._registry.get(self)
        obj = info and info[0]()
        if obj is None:
            return f'<{type(self).__name__} object at {id(self):#x}; dead>'
        return f'<{type(self).__name__} object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>'

    @classmethod
    def _at_exit(cls):
        for f in sorted(cls._registry, key=lambda f: cls._registry[f][4], reverse=True):
            if f.atexit:
                f()
