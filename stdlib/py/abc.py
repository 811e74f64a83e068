"""Abstract base classes."""

_version = [0]


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


def abstractclassmethod(callable):
    return classmethod(abstractmethod(callable))


def abstractstaticmethod(callable):
    return staticmethod(abstractmethod(callable))


def abstractproperty(fget=None, fset=None, fdel=None, doc=None):
    return property(abstractmethod(fget), fset, fdel, doc)


def _abstract_names(cls, namespace, bases):
    found = set()
    for name, value in namespace.items():
        if getattr(value, '__isabstractmethod__', False):
            found.add(name)
    for base in bases:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                found.add(name)
    return frozenset(found)


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace, bases)
        cls._abc_registry = []
        cls._abc_cache = {}
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_registry.append(subclass)
        _version[0] += 1
        return subclass

    def __instancecheck__(cls, instance):
        found = type(instance)
        if cls.__subclasscheck__(found):
            return True
        claimed = getattr(instance, '__class__', found)
        return claimed is not found and cls.__subclasscheck__(claimed)

    def __subclasscheck__(cls, subclass):
        cache = cls.__dict__.get('_abc_cache')
        if cache is not None:
            known = cache.get(subclass)
            if known is True or known == _version[0] and known is not None:
                return known is True
        result = _decide(cls, subclass)
        if cache is not None:
            cache[subclass] = True if result else _version[0]
        return result


def _decide(cls, subclass):
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        return bool(answer)
    if cls in getattr(subclass, '__mro__', ()):
        return True
    for registered in cls._abc_registry:
        if issubclass(subclass, registered):
            return True
    for known in cls.__subclasses__():
        if issubclass(subclass, known):
            return True
    return False


_version[0] = 2


def update_abstractmethods(cls):
    if not hasattr(cls, '__abstractmethods__'):
        return cls
    found = set()
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                found.add(name)
    for name, value in list(cls.__dict__.items()):
        if getattr(value, '__isabstractmethod__', False):
            found.add(name)
    cls.__abstractmethods__ = frozenset(found)
    return cls


def get_cache_token():
    return _version[0]


class ABC(metaclass=ABCMeta):
    __slots__ = ()
