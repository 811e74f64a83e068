"""Objects that stand in for others and remember how they were used."""
import functools
import sys

__all__ = ['Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'FILTER_DIR', 'NonCallableMock',
           'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal', 'AsyncMock']

FILTER_DIR = True


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'


class _Sentinel:
    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class _ANY:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


def _call_text(name, args, kwargs):
    parts = [repr(a) for a in args] + [f'{k}={v!r}' for k, v in kwargs.items()]
    return f'{name}({", ".join(parts)})'


class _Call(tuple):
    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        value = tuple(value)
        if len(value) == 3:
            name, args, kwargs = value
        elif len(value) == 2:
            if isinstance(value[0], str):
                name, second = value
            else:
                args, second = value[0], value[1]
                if isinstance(second, dict):
                    kwargs = second
            if isinstance(value[0], str):
                if isinstance(second, tuple):
                    args = second
                else:
                    kwargs = second
        elif len(value) == 1:
            only, = value
            if isinstance(only, str):
                name = only
            elif isinstance(only, tuple):
                args = only
            else:
                kwargs = only
        self = tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall
        return self

    def _parts(self):
        return (self._mock_name or '', self[-2], self[-1])

    def __eq__(self, other):
        if other is ANY:
            return True
        if not isinstance(other, tuple):
            return NotImplemented
        mine = (('' if len(self) == 2 else self[0]), tuple(self[-2]), dict(self[-1]))
        if isinstance(other, _Call):
            theirs = (('' if len(other) == 2 else other[0]), tuple(other[-2]), dict(other[-1]))
        else:
            made = _Call(other)
            theirs = (made[0], tuple(made[1]), dict(made[2]))
        if len(self) == 2 or isinstance(other, _Call) and len(other) == 2:
            return mine[1:] == theirs[1:]
        return mine == theirs

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    __hash__ = None

    def __call__(self, *args, **kwargs):
        return _Call(('' if not self._mock_name else self._mock_name, args, kwargs), name='()' if not self._mock_name else self._mock_name + '()', parent=self) \
            if self._mock_name else _Call(('', args, kwargs), name='()')

    def __getattr__(self, attr):
        if attr.startswith('__'):
            raise AttributeError(attr)
        name = attr if not self._mock_name else f'{self._mock_name}.{attr}'
        return _Call(name=name, parent=self, from_kall=False)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return 'call' if name == 'call' else f'call.{name}' if not name.startswith('call') else name
        name = '' if len(self) == 2 else self[0]
        title = 'call' if not name else f'call.{name}' if not name.startswith('()') else f'call{name}'
        return _call_text(title, self[-2], self[-1])

    def call_list(self):
        found, thing = [], self
        while thing is not None:
            if thing._mock_from_kall:
                found.append(thing)
            thing = thing._mock_parent
        return _CallList(reversed(found))


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


_own = {'return_value', 'side_effect', 'called', 'call_count', 'call_args', 'call_args_list', 'mock_calls', 'method_calls'}
_comparisons = {'__lt__', '__gt__', '__le__', '__ge__'}
_defaults = {'__int__': 1, '__len__': 0, '__contains__': False, '__bool__': True, '__float__': 1.0, '__complex__': 1j, '__index__': 1,
             '__exit__': False, '__fspath__': None}
_numeric = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow divmod'
_supported = set(_defaults) | {f'__{n}__' for n in ('getitem setitem delitem iter enter call_ str next reversed missing neg pos abs invert round '
                                                     'trunc floor ceil format hash eq ne sizeof').split()} | _comparisons \
    | {f'__{n}__' for n in _numeric.split()} | {f'__r{n}__' for n in _numeric.split()} | {f'__i{n}__' for n in _numeric.split() if n != 'divmod'}


def _is_magic(name):
    return name.startswith('__') and name.endswith('__') and len(name) > 4


class NonCallableMock:
    def __new__(cls, *args, **kw):
        # Every mock has a class of its own, so that special methods can be set on it.
        own = type(cls.__name__, (cls,), {'__doc__': cls.__doc__, '__module__': cls.__module__, '_mock_base': cls})
        return object.__new__(own)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='', _new_parent=None,
                 _eat_self=None, unsafe=False, **kwargs):
        d = self.__dict__
        if spec_set is not None:
            spec = spec_set
        d['_mock_spec_set'] = spec_set is not None
        d['_mock_parent'] = parent
        d['_mock_name'] = name
        d['_mock_new_name'] = _new_name
        d['_mock_children'] = {}
        d['_mock_wraps'] = wraps
        d['_mock_sealed'] = False
        d['_mock_unsafe'] = unsafe
        d['_mock_delegate'] = None
        d['_mock_methods'] = None
        d['_spec_class'] = None
        if spec is not None:
            if isinstance(spec, (list, tuple)):
                d['_mock_methods'] = list(spec)
            else:
                d['_mock_methods'] = dir(spec)
                d['_spec_class'] = spec if isinstance(spec, type) else type(spec)
        d['_mock_return_value'] = kwargs.pop('return_value', DEFAULT)
        d['_mock_side_effect'] = None
        self._reset_record()
        if 'side_effect' in kwargs:
            self.side_effect = kwargs.pop('side_effect')
        if kwargs:
            self.configure_mock(**kwargs)

    def _reset_record(self):
        d = self.__dict__
        d['called'] = False
        d['call_count'] = 0
        d['call_args'] = None
        d['call_args_list'] = _CallList()
        d['mock_calls'] = _CallList()
        d['method_calls'] = _CallList()

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    def attach_mock(self, mock, attribute):
        mock.__dict__['_mock_parent'] = None
        mock.__dict__['_mock_name'] = ''
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        self.__dict__['_mock_methods'] = list(spec) if isinstance(spec, (list, tuple)) else dir(spec)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self._reset_record()
        if return_value:
            self.__dict__['_mock_return_value'] = DEFAULT
        if side_effect:
            self.__dict__['_mock_side_effect'] = None
        for child in self._mock_children.values():
            if child is not _deleted and isinstance(child, NonCallableMock):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        result = self._mock_return_value
        if isinstance(result, NonCallableMock) and result is not self:
            result.reset_mock(visited)

    def configure_mock(self, **kwargs):
        for path, value in sorted(kwargs.items(), key=lambda entry: entry[0].count('.')):
            *parents, last = path.split('.')
            target = self
            for part in parents:
                target = getattr(target, part)
            setattr(target, last, value)

    @property
    def return_value(self):
        result = self._mock_return_value
        if result is DEFAULT:
            result = self._get_child_mock(_new_name='()', parent=self)
            self.__dict__['_mock_return_value'] = result
        return result

    @return_value.setter
    def return_value(self, value):
        self.__dict__['_mock_return_value'] = value
        _adopt(self, value, '()')

    @property
    def side_effect(self):
        return self._mock_side_effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not isinstance(value, BaseException) and not (isinstance(value, type) and issubclass(value, BaseException)):
            try:
                value = iter(value)
            except TypeError:
                pass
        self.__dict__['_mock_side_effect'] = value

    def _get_child_mock(self, **kw):
        base = type(self)._mock_base
        if issubclass(base, PropertyMock):
            base = MagicMock
        elif base is NonCallableMagicMock:
            base = MagicMock
        elif base is NonCallableMock:
            base = Mock
        return base(**kw)

    def __getattr__(self, name):
        if name in ('_mock_methods', '_mock_children', '_mock_unsafe', '_mock_base') or _is_magic(name) and name not in _supported:
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None and name not in methods:
            raise AttributeError(f'Mock object has no attribute {name!r}')
        if _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (methods is None or name not in methods) and (name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')) or name in ('called_once', 'called_once_with')):
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.')
        child = self._mock_children.get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            if self._mock_sealed:
                raise AttributeError(f'mock.{name}')
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name)
            self._mock_children[name] = child
        return child

    def __setattr__(self, name, value):
        if name in ('return_value', 'side_effect'):
            object.__setattr__(self, name, value)
        elif name in _own or name.startswith('_mock_') or name == '_spec_class':
            self.__dict__[name] = value
        elif self._mock_spec_set and self._mock_methods is not None and name not in self._mock_methods and name not in self.__dict__:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        elif _is_magic(name) and name in _supported:
            if isinstance(value, NonCallableMock):
                _adopt(self, value, name)
                self._mock_children[name] = value
                setattr(type(self), name, lambda _self, *args, **kw: value(*args, **kw))
            elif callable(value):
                setattr(type(self), name, lambda _self, *args, **kw: value(self, *args, **kw))
                self._mock_children[name] = value
            else:
                raise TypeError(f'{value!r} is not callable')
        elif isinstance(value, PropertyMock):
            setattr(type(self), name, value)
        else:
            if isinstance(value, NonCallableMock):
                _adopt(self, value, name)
                self._mock_children[name] = value
                return
            self._mock_children.pop(name, None)
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif self._mock_children.get(name) is _deleted:
            raise AttributeError(name)
        self._mock_children[name] = _deleted

    def __dir__(self):
        if self._mock_methods is not None:
            return sorted(self._mock_methods)
        return sorted(set(object.__dir__(self)) | set(self._mock_children))

    def _full_name(self):
        parts, mock = [], self
        while mock is not None:
            name = mock._mock_new_name or mock._mock_name or ''
            if mock._mock_parent is None:
                parts.append(mock._mock_name or 'mock')
                break
            parts.append(name)
            mock = mock._mock_parent
        text = ''
        for part in reversed(parts):
            text = text + part if part.startswith('()') or not text else f'{text}.{part}'
        return text

    def __repr__(self):
        name = self._full_name()
        shown = f' name={name!r}' if name not in ('mock',) else ''
        spec = '' if self._spec_class is None else f' spec{"_set" if self._mock_spec_set else ""}={self._spec_class.__name__!r}'
        return f'<{type(self).__name__}{shown}{spec} id={id(self)!r}>'

    # ---- assertions ----

    def _name(self):
        return self._mock_name or 'mock'

    def _expected_text(self, args, kwargs):
        return _call_text(self._name(), args, kwargs)

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected '{self._name()}' to not have been called. Called {self.call_count} times.{self._calls_text()}")

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._name()}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name()}' to have been called once. Called {self.call_count} times.{self._calls_text()}")

    def _calls_text(self, prefix='Calls'):
        return f'\n{prefix}: {self.mock_calls!r}.' if self.mock_calls else ''

    def assert_called_with(self, /, *args, **kwargs):
        expected = self._expected_text(args, kwargs)
        if self.call_args is None:
            raise AssertionError(f'expected call not found.\nExpected: {expected}\nActual: not called.')
        if self.call_args != _Call((args, kwargs), two=True):
            actual = self._expected_text(self.call_args[0], self.call_args[1])
            raise AssertionError(f'expected call not found.\nExpected: {expected}\nActual: {actual}')

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name()}' to be called once. Called {self.call_count} times.{self._calls_text()}")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        wanted = _Call((args, kwargs), two=True)
        if not any(c == wanted for c in self.call_args_list):
            raise AssertionError(f'{self._expected_text(args, kwargs)} call not found')

    def assert_has_calls(self, calls, any_order=False):
        expected = list(calls)
        found = self.mock_calls
        if not any_order:
            if expected not in found:
                raise AssertionError(f'Calls not found.\nExpected: {_CallList(expected)!r}{self._calls_text("Actual")}')
            return
        left = list(found)
        missing = []
        for c in expected:
            try:
                left.remove(c)
            except ValueError:
                missing.append(c)
        if missing:
            raise AssertionError(f'{self._name()!r} does not contain all of {tuple(missing)!r} in its call list, found {found!r} instead')


def _adopt(parent, child, name):
    if isinstance(child, NonCallableMock) and child._mock_parent is None and not child._mock_name and child is not parent:
        child.__dict__['_mock_parent'] = parent
        child.__dict__['_mock_new_name'] = name
        if not name.startswith('()'):
            child.__dict__['_mock_name'] = name


class CallableMixin:
    def __call__(self, /, *args, **kwargs):
        d = self.__dict__
        d['called'] = True
        d['call_count'] += 1
        record = _Call((args, kwargs), two=True)
        d['call_args'] = record
        d['call_args_list'].append(record)
        d['mock_calls'].append(_Call(('', args, kwargs)))
        name, mock = self._mock_new_name or '', self._mock_parent
        methods = not (name.startswith('()'))
        while mock is not None:
            entry = _Call((name, args, kwargs))
            if methods and not _is_magic(name.rpartition('.')[2]):
                mock.__dict__['method_calls'].append(entry)
            mock.__dict__['mock_calls'].append(entry)
            above = mock._mock_new_name or ''
            if above:
                name = above + ('' if name.startswith('()') else '.') + name
                methods = methods and not above.startswith('()')
            mock = mock._mock_parent
        effect = self._mock_side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                    raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    pass


def _magic_method(name):
    def method(self, *args, **kw):
        child = self._mock_children.get(name)
        if child is None:
            child = MagicMock(name=name, parent=self, _new_name=name)
            if name in _defaults:
                child.__dict__['_mock_return_value'] = _defaults[name]
            elif name == '__iter__':
                child.side_effect = lambda: iter(() if child.__dict__['_mock_return_value'] is DEFAULT else child.__dict__['_mock_return_value'])
            elif name in _comparisons:
                child.__dict__['_mock_return_value'] = NotImplemented
            self._mock_children[name] = child
        return child(*args, **kw)
    method.__name__ = name
    return method


class MagicMixin:
    def __init__(self, /, *args, **kw):
        super().__init__(*args, **kw)

    def __getattr__(self, name):
        if _is_magic(name) and name in _supported and '_mock_children' in self.__dict__ and (self._mock_methods is None or name in self._mock_methods):
            child = self._mock_children.get(name)
            if child is None:
                child = MagicMock(name=name, parent=self, _new_name=name)
                if name in _defaults:
                    child.__dict__['_mock_return_value'] = _defaults[name]
                self._mock_children[name] = child
            return child
        return NonCallableMock.__getattr__(self, name)


for _name in _supported - {'__hash__', '__eq__', '__ne__', '__str__', '__format__', '__sizeof__', '__call___', '__next__', '__missing__', '__reversed__'}:
    setattr(MagicMixin, _name, _magic_method(_name))
del _name


def _magic_attribute(name):
    """m.__len__ gives the mock behind len(m)."""
    method = _magic_method(name)

    class Accessor:
        def __get__(self, obj, owner=None):
            if obj is None:
                return method
            child = obj._mock_children.get(name)
            if child is None:
                child = MagicMock(name=name, parent=obj, _new_name=name)
                if name in _defaults:
                    child.__dict__['_mock_return_value'] = _defaults[name]
                elif name == '__iter__':
                    child.side_effect = lambda: iter(() if child.__dict__['_mock_return_value'] is DEFAULT else child.__dict__['_mock_return_value'])
                elif name in _comparisons:
                    child.__dict__['_mock_return_value'] = NotImplemented
                obj._mock_children[name] = child
            return child
    return Accessor()


for _name in ('__len__', '__iter__', '__getitem__', '__setitem__', '__delitem__', '__contains__', '__enter__', '__exit__', '__bool__', '__int__',
              '__float__', '__index__', '__add__', '__sub__', '__mul__', '__lt__', '__gt__', '__le__', '__ge__'):
    setattr(MagicMixin, _name, _magic_attribute(_name))
del _name


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    pass


class MagicMock(MagicMixin, Mock):
    pass


AsyncMock = MagicMock


class PropertyMock(Mock):
    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    mock.__dict__['_mock_sealed'] = True
    for child in list(mock._mock_children.values()):
        if isinstance(child, NonCallableMock) and child._mock_parent is mock:
            seal(child)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, **kwargs):
    is_class = isinstance(spec, type)
    mock = (MagicMock if is_class or callable(spec) else NonCallableMagicMock)(spec=spec, name=_name or getattr(spec, '__name__', None), **kwargs)
    if is_class and not instance:
        mock.return_value = create_autospec(spec, instance=True, _name='()')
    elif callable(spec) and not is_class:
        import inspect
        try:
            signature = inspect.signature(spec)
        except (TypeError, ValueError):
            return mock

        @functools.wraps(spec)
        def checked(*args, **kw):
            signature.bind(*args, **kw)
            return mock(*args, **kw)
        checked.mock = mock
        for name in ('assert_called', 'assert_called_once', 'assert_called_with', 'assert_called_once_with', 'assert_any_call',
                     'assert_has_calls', 'assert_not_called', 'reset_mock'):
            setattr(checked, name, getattr(mock, name))
        return _Function(checked, mock)
    return mock


class _Function:
    """A checked function with the attributes of its mock."""

    def __init__(self, function, mock):
        self.__dict__.update(_function=function, _mock=mock)

    def __call__(self, *args, **kw):
        return self._function(*args, **kw)

    def __getattr__(self, name):
        return getattr(self._mock, name)

    def __setattr__(self, name, value):
        setattr(self._mock, name, value)

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        import types
        return functools.partial(self, obj)


def _resolve(path):
    parts = path.split('.')
    found = __import__(parts[0])
    for i, part in enumerate(parts[1:], 1):
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__('.'.join(parts[:i + 1]))
            found = getattr(found, part)
    return found


class _patch:
    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter, self.attribute, self.new = getter, attribute, new
        self.spec, self.create, self.spec_set, self.autospec = spec, create, spec_set, autospec
        self.new_callable, self.kwargs = new_callable, kwargs
        self.attribute_name = None
        self.additional_patchers = []

    def copy(self):
        other = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec, self.new_callable, self.kwargs)
        other.attribute_name = self.attribute_name
        other.additional_patchers = [p.copy() for p in self.additional_patchers]
        return other

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self.copy()(getattr(func, name)))
            return func
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        @functools.wraps(func)
        def patched(*args, **keywargs):
            entered, extra = [], []
            try:
                for patching in patched.patchings:
                    value = patching.__enter__()
                    entered.append(patching)
                    if patching.attribute_name is not None:
                        keywargs.update(value)
                    elif patching.new is DEFAULT:
                        extra.append(value)
                return func(*args, *extra, **keywargs)
            finally:
                for patching in reversed(entered):
                    patching.__exit__(None, None, None)
        patched.patchings = [self]
        return patched

    def __enter__(self):
        self.target = target = self.getter()
        name = self.attribute
        own = getattr(target, '__dict__', {})
        self.local = name in own
        original = own[name] if self.local else getattr(target, name, DEFAULT)
        if original is DEFAULT and name in ('open', 'print', 'input', 'len', 'sum', 'sorted', 'range') and type(target).__name__ == 'module':
            import builtins
            original = getattr(builtins, name)
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f'{target} does not have the attribute {name!r}')
        self.original = original
        new = self.new
        plain = getattr(original, '__func__', original) if isinstance(original, (staticmethod, classmethod)) else original
        if new is DEFAULT:
            if self.autospec:
                new = create_autospec(plain if self.autospec is True else self.autospec, _name=name, **self.kwargs)
            else:
                spec = plain if self.spec is True else self.spec
                spec_set = plain if self.spec_set is True else self.spec_set
                make = self.new_callable or MagicMock
                kwargs = dict(self.kwargs)
                if isinstance(make, type) and issubclass(make, NonCallableMock):
                    kwargs.setdefault('name', name)
                    if spec is not None:
                        kwargs['spec'] = spec
                    if spec_set is not None:
                        kwargs['spec_set'] = spec_set
                new = make(**kwargs)
                if isinstance(spec, type) or isinstance(spec_set, type):
                    new.return_value = MagicMock(spec=spec or spec_set, name=name + '()')
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temporary = new
        self.shadowed = []
        if getattr(target, '__name__', None) == 'builtins':
            # Built-in names are bound early: modules get a global of that name for the time being.
            for module in list(sys.modules.values()):
                if type(module) is type(sys) and getattr(module, '__file__', '<')[:1] != '<' and name not in vars(module):
                    setattr(module, name, new)
                    self.shadowed.append(module)
        else:
            setattr(target, name, new)
        if self.attribute_name is not None:
            found = {self.attribute_name: new} if self.new is DEFAULT else {}
            for other in self.additional_patchers:
                value = other.__enter__()
                if other.new is DEFAULT:
                    found.update(value)
            return found
        return new

    def __exit__(self, *exc_info):
        for other in reversed(self.additional_patchers):
            other.__exit__(*exc_info)
        for module in self.shadowed:
            delattr(module, self.attribute)
        if self.shadowed or getattr(self.target, '__name__', None) == 'builtins':
            return False
        if self.local and self.original is not DEFAULT:
            setattr(self.target, self.attribute, self.original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.original)
        return False

    def start(self):
        result = self.__enter__()
        _started.append(self)
        return result

    def stop(self):
        if self not in _started:
            return None
        _started.remove(self)
        return self.__exit__(None, None, None)


_started = []


class _patch_dict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, dict(values), clear
        self.values.update(kwargs)

    def __call__(self, f):
        if isinstance(f, type):
            for name in dir(f):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(f, name)):
                    setattr(f, name, _patch_dict(self.in_dict, self.values, self.clear)(getattr(f, name)))
            return f

        @functools.wraps(f)
        def inner(*args, **kw):
            with self:
                return f(*args, **kw)
        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _resolve(self.in_dict)
        self._original = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *args):
        self.in_dict.clear()
        self.in_dict.update(self._original)
        return False

    start = __enter__

    def stop(self):
        return self.__exit__()


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    if not isinstance(target, str) or '.' not in target:
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}')
    module, _, attribute = target.rpartition('.')
    return _patch(lambda: _resolve(module), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    getter = (lambda: _resolve(target)) if isinstance(target, str) else (lambda: target)
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    patchers = []
    for name, new in kwargs.items():
        p = _patch(getter, name, new, spec, create, spec_set, autospec, new_callable, {})
        p.attribute_name = name
        patchers.append(p)
    patchers[0].additional_patchers = patchers[1:]
    return patchers[0]


def _stop_all():
    for p in reversed(list(_started)):
        p.stop()


patch.object = _patch_object
patch.multiple = _patch_multiple
patch.dict = _patch_dict
patch.stopall = _stop_all
patch.TEST_PREFIX = 'test'


def mock_open(mock=None, read_data=''):
    import io
    handle = MagicMock(name='handle')
    state = {}

    def fresh():
        state['data'] = io.StringIO(read_data) if isinstance(read_data, str) else io.BytesIO(read_data)
    fresh()
    handle.__enter__.return_value = handle
    handle.read.side_effect = lambda *args: state['data'].read(*args)
    handle.readline.side_effect = lambda *args: state['data'].readline(*args)
    handle.readlines.side_effect = lambda *args: state['data'].readlines(*args)
    handle.__iter__.side_effect = lambda: iter(state['data'])
    handle.write.return_value = None
    if mock is None:
        mock = MagicMock(name='open')

    def opened(*args, **kwargs):
        fresh()
        return DEFAULT
    mock.side_effect = opened
    mock.return_value = handle
    return mock
