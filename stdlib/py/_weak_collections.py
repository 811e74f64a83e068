"""Containers that do not keep their keys, values or members alive."""
from _weakref import ReferenceType as _ref
from collections.abc import MutableMapping, MutableSet



class _KeyedRef:
    """A reference that knows the key it is stored under."""
    __slots__ = ('ref', 'key')

    def __init__(self, value, key, gone):
        self.key = key
        self.ref = _ref(value, lambda r: gone(self))


class WeakValueDictionary(MutableMapping):
    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def _gone(self, entry):
        if self.data.get(entry.key) is entry:
            del self.data[entry.key]

    def __getitem__(self, key):
        value = self.data[key].ref()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = _KeyedRef(value, key, self._gone)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        entry = self.data.get(key)
        return entry is not None and entry.ref() is not None

    def __len__(self):
        return len([1 for e in list(self.data.values()) if e.ref() is not None])

    def __iter__(self):
        for key, entry in list(self.data.items()):
            if entry.ref() is not None:
                yield key

    keys = __iter__

    def values(self):
        for entry in list(self.data.values()):
            value = entry.ref()
            if value is not None:
                yield value

    def items(self):
        for key, entry in list(self.data.items()):
            value = entry.ref()
            if value is not None:
                yield key, value

    def itervaluerefs(self):
        yield from self.valuerefs()

    def valuerefs(self):
        return [entry.ref for entry in self.data.values()]

    def get(self, key, default=None):
        entry = self.data.get(key)
        value = None if entry is None else entry.ref()
        return default if value is None else value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def pop(self, key, *args):
        value = self.get(key)
        if value is None:
            if args:
                return args[0]
            raise KeyError(key)
        del self.data[key]
        return value

    def popitem(self):
        while True:
            key, entry = self.data.popitem()
            value = entry.ref()
            if value is not None:
                return key, value

    def copy(self):
        new = WeakValueDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'


class WeakKeyDictionary(MutableMapping):
    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def _gone(self, ref):
        self.data.pop(ref, None)

    def __getitem__(self, key):
        return self.data[_ref(key)]

    def __setitem__(self, key, value):
        self.data[_ref(key, self._gone)] = value

    def __delitem__(self, key):
        del self.data[_ref(key)]

    def __contains__(self, key):
        try:
            return _ref(key) in self.data
        except TypeError:
            return False

    def __len__(self):
        return len([1 for r in list(self.data) if r() is not None])

    def __iter__(self):
        for r in list(self.data):
            key = r()
            if key is not None:
                yield key

    keys = __iter__

    def values(self):
        for r, value in list(self.data.items()):
            if r() is not None:
                yield value

    def items(self):
        for r, value in list(self.data.items()):
            key = r()
            if key is not None:
                yield key, value

    def keyrefs(self):
        return list(self.data)

    def get(self, key, default=None):
        return self.data.get(_ref(key), default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(_ref(key, self._gone), default)

    def pop(self, key, *args):
        return self.data.pop(_ref(key), *args)

    def popitem(self):
        while True:
            r, value = self.data.popitem()
            key = r()
            if key is not None:
                return key, value

    def copy(self):
        new = WeakKeyDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'


class WeakSet(MutableSet):
    def __init__(self, data=None):
        self.data = set()
        if data is not None:
            self.update(data)

    def _gone(self, ref):
        self.data.discard(ref)

    def __iter__(self):
        for r in list(self.data):
            item = r()
            if item is not None:
                yield item

    def __len__(self):
        return len([1 for r in list(self.data) if r() is not None])

    def __contains__(self, item):
        try:
            return _ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data.add(_ref(item, self._gone))

    def discard(self, item):
        self.data.discard(_ref(item))

    def remove(self, item):
        self.data.remove(_ref(item))

    def clear(self):
        self.data.clear()

    def pop(self):
        while True:
            try:
                item = self.data.pop()()
            except KeyError:
                raise KeyError('pop from empty WeakSet') from None
            if item is not None:
                return item

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return self.__class__(self)

    def union(self, other):
        return self.__class__([*self, *other])

    def __repr__(self):
        return repr({r for r in self.data})
