"""What unittest.mock remembers: calls, and the values that stand for others."""


class _SentinelObject:
    """A unique, named object."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

    def __reduce__(self):
        return f'sentinel.{self.name}'


_SentinelObject.__module__ = 'unittest.mock'


class _Sentinel:
    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return 'sentinel'


_Sentinel.__module__ = 'unittest.mock'
sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _ANY:
    """Equals everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


def format_call(name, args, kwargs):
    parts = [repr(a) for a in args] + [f'{k}={v!r}' for k, v in kwargs.items()]
    return f'{name}({", ".join(parts)})'


def _split(value):
    """(name or '', args, kwargs) of a tuple that stands for a call; None: it is none."""
    name, args, kwargs = '', (), {}
    size = len(value)
    if size == 3:
        name, args, kwargs = value
    elif size == 2:
        first, second = value
        if isinstance(first, str):
            name = first
            if isinstance(second, tuple):
                args = second
            else:
                kwargs = second
        else:
            args, kwargs = first, second
    elif size == 1:
        only, = value
        if isinstance(only, str):
            name = only
        elif isinstance(only, tuple):
            args = only
        else:
            kwargs = only
    elif size:
        return None
    return name, args, kwargs


class _Call(tuple):
    """A call: (name, args, kwargs), or (args, kwargs); equal to tuples that leave parts of it out."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        own, args, kwargs = _split(value) or ('', (), {})
        if not (isinstance(value, tuple) and len(value) == 3):
            own = own or name
        return tuple.__new__(cls, (args, kwargs) if two else (own, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            theirs = _split(other)
        except TypeError:
            return NotImplemented
        if not isinstance(other, tuple):
            return NotImplemented
        if theirs is None:
            return False
        if self._mock_parent and getattr(other, '_mock_parent', None) and self._mock_parent != other._mock_parent:
            return False
        name = '' if len(self) == 2 else self[0]
        if name and theirs[0] != name:
            return False
        return (theirs[1], theirs[2]) == (self[-2], self[-1])

    __ne__ = object.__ne__
    __hash__ = tuple.__hash__

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f'{self._mock_name}.{attr}', parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr == 'count' or attr == 'index':
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return 'call' + name if name.startswith('()') else name
        name = '' if len(self) == 2 else self[0]
        if not name:
            name = 'call'
        else:
            name = 'call' + name if name.startswith('()') else 'call.' + name
        return format_call(name, self[-2], self[-1])

    def call_list(self):
        """The calls this one is chained to, and itself."""
        found, one = [], self
        while one is not None:
            if one._mock_from_kall:
                found.append(one)
            one = one._mock_parent
        return _CallList(reversed(found))


_Call.__module__ = 'unittest.mock'
call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        n = len(value)
        return any(list(self[i:i + n]) == value for i in range(len(self) - n + 1))

    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))


_CallList.__module__ = 'unittest.mock'
