"""Containers that do not keep their keys, values or members alive."""
from _weakref import ReferenceType as _ref
from collections.abc import Mapping, MutableMapping, MutableSet
from types import GenericAlias


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

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        made = self.__class__()
        made.update(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

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

    __or__ = WeakValueDictionary.__or__
    __ror__ = WeakValueDictionary.__ror__
    __ior__ = WeakValueDictionary.__ior__

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
    __class_getitem__ = classmethod(GenericAlias)

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

    def __reduce__(self):
        return self.__class__, (list(self),), self.__getstate__()

    def add(self, item):
        self.data.add(_ref(item, self._gone))

    def discard(self, item):
        self.data.discard(_ref(item))

    def remove(self, item):
        self.data.remove(_ref(item))

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

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

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        result = self.copy()
        result.difference_update(other)
        return result

    __sub__ = difference

    def difference_update(self, other):
        self.__isub__(other)

    def __isub__(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update([_ref(item) for item in other])
        return self

    def intersection(self, other):
        return self.__class__([item for item in other if item in self])

    __and__ = intersection

    def intersection_update(self, other):
        self.__iand__(other)

    def __iand__(self, other):
        self.data.intersection_update([_ref(item) for item in other])
        return self

    def issubset(self, other):
        return self.data.issubset([_ref(item) for item in other])

    __le__ = issubset

    def __lt__(self, other):
        return self.data < set(map(_ref, other))

    def issuperset(self, other):
        return self.data.issuperset([_ref(item) for item in other])

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > set(map(_ref, other))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == set(map(_ref, other))

    __hash__ = None

    def symmetric_difference(self, other):
        result = self.copy()
        result.symmetric_difference_update(other)
        return result

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    def __ixor__(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update([_ref(item, self._gone) for item in other])
        return self

    def union(self, other):
        return self.__class__([item for group in (self, other) for item in group])

    __or__ = union

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0

    def __repr__(self):
        return repr(self.data)
