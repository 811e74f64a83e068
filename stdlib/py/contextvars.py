"""Variables of a context."""
import threading
from types import GenericAlias

__all__ = ['Context', 'ContextVar', 'Token', 'copy_context']

_missing = object()
_state = threading.local()


def _current():
    try:
        return _state.context
    except AttributeError:
        context = _state.context = Context()
        return context


class Token:
    MISSING = _missing

    def __init__(self, context, var, old_value):
        self.var = var
        self.old_value = old_value
        self._context = context
        self._used = False

    def __repr__(self):
        return f'<Token {"used " if self._used else ""}var={self.var!r} at {id(self):#x}>'


class ContextVar:
    def __init__(self, name, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self.name = name
        self._default = default

    def get(self, default=_missing, /):
        value = _current()._values.get(self, _missing)
        if value is not _missing:
            return value
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        context = _current()
        token = Token(context, self, context._values.get(self, _missing))
        context._values[self] = value
        return token

    def reset(self, token, /):
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token.var is not self:
            raise ValueError(f'{token!r} was created by a different ContextVar')
        context = _current()
        if token._context is not context:
            raise ValueError(f'{token!r} was created in a different Context')
        if token.old_value is _missing:
            context._values.pop(self, None)
        else:
            context._values[self] = token.old_value
        token._used = True

    def __repr__(self):
        default = '' if self._default is _missing else f' default={self._default!r}'
        return f'<ContextVar name={self.name!r}{default} at {id(self):#x}>'

    __class_getitem__ = classmethod(GenericAlias)

    def __init_subclass__(cls):
        raise TypeError("type 'ContextVar' is not an acceptable base type")


def _variable(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f'a ContextVar key was expected, got {var!r}')
    return var


class Context:
    def __init__(self):
        self._values = {}
        self._entered = False

    def run(self, callable, /, *args, **kwargs):
        if self._entered:
            raise RuntimeError(f'cannot enter context: {self!r} is already entered')
        outer = _current()
        self._entered = True
        _state.context = self
        try:
            return callable(*args, **kwargs)
        finally:
            _state.context = outer
            self._entered = False

    def copy(self):
        new = Context()
        new._values = dict(self._values)
        return new

    def get(self, var, default=None, /):
        return self._values.get(_variable(var), default)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()

    def __getitem__(self, var):
        return self._values[_variable(var)]

    def __contains__(self, var):
        return _variable(var) in self._values

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    __hash__ = None

    def __init_subclass__(cls):
        raise TypeError("type 'Context' is not an acceptable base type")

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)


def copy_context():
    return _current().copy()
