"""Objects that stand in for others and remember how they were used."""
import functools
import sys
from _mock_calls import ANY, DEFAULT, _Call, _CallList, _Sentinel, _SentinelObject, call, format_call, sentinel

__all__ = ['Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'AsyncMock', 'FILTER_DIR',
           'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal']

FILTER_DIR = True
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class InvalidSpecError(Exception):
    """Indicates that an invalid value was used as a mock spec."""


# ---- special methods ----

_numerics = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow'.split()
_magics = frozenset([f'__{name}__' for name in (
    'hash str sizeof lt gt le ge eq ne getitem setitem delitem len contains enter exit divmod rdivmod neg pos abs invert complex int float '
    'index round trunc floor ceil bool next fspath iter').split() + _numerics + ['i' + n for n in _numerics] + ['r' + n for n in _numerics]])
_all_magics = _magics | {f'__{name}__' for name in 'get set delete reversed missing reduce reduce_ex getinitargs getnewargs getstate setstate '
                         'getformat repr dir subclasses format getnewargs_ex aenter aexit aiter anext'.split()}
_unsupported = {'__getattr__', '__setattr__', '__init__', '__new__', '__prepare__', '__instancecheck__', '__subclasscheck__', '__del__'}
_results = {'__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented, '__ge__': NotImplemented, '__int__': 1,
            '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j, '__float__': 1.0, '__bool__': True, '__index__': 1}
_computed = {'__hash__': object.__hash__, '__str__': object.__str__, '__sizeof__': object.__sizeof__,
             '__fspath__': lambda self: f'{type(self).__name__}/{self._extract_mock_name()}/{id(self)}'}


def _is_magic(name):
    return name[:2] == '__' == name[-2:] and len(name) > 4


def _set_result(mock, method, name):
    """What a special method of a new MagicMock gives."""
    if name in _results:
        method.return_value = _results[name]
    elif name in _computed:
        method.return_value = _computed[name](mock)
    elif name == '__eq__' or name == '__ne__':
        def compare(other):
            given = method._mock_return_value
            if given is not DEFAULT:
                return given
            return name == '__eq__' if mock is other else NotImplemented
        method.side_effect = compare
    elif name == '__iter__':
        def iterate():
            given = method._mock_return_value
            return iter([]) if given is DEFAULT else iter(given)
        method.side_effect = iterate


class _MagicProxy:
    """Makes the mock of a special method when it is first asked for."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        name = self.name
        method = obj._get_child_mock(name=name, _new_name=name, _new_parent=obj)
        setattr(obj, name, method)
        _set_result(obj, method, name)
        return method


_proxies = {name: _MagicProxy(name) for name in _magics}


# ---- signatures ----


def _signature(spec, as_instance, eat_self):
    """The signature calls of a stand-in for `spec` are checked by; None: it cannot be told."""
    import inspect
    if isinstance(spec, type) and not as_instance:
        found = spec.__init__
        eat_self = True
        if found is object.__init__:
            if spec.__new__ is object.__new__:
                return inspect.Signature()
            found = spec.__new__
    elif isinstance(spec, (classmethod, staticmethod)):
        eat_self = eat_self or isinstance(spec, classmethod)
        found = spec.__func__
    elif isinstance(spec, _function_types):
        found = spec
    else:
        found = getattr(type(spec) if not isinstance(spec, type) else spec, '__call__', None)
        if found is None or not isinstance(found, _function_types):
            return None
        eat_self = True
    try:
        signature = inspect.signature(found)
    except (ValueError, TypeError, KeyError):
        return None
    if eat_self:
        parameters = list(signature.parameters.values())
        if parameters and parameters[0].kind in (parameters[0].POSITIONAL_ONLY, parameters[0].POSITIONAL_OR_KEYWORD):
            signature = signature.replace(parameters=parameters[1:])
    return signature


class _Methods:
    def method(self):
        pass


_function_types = (type(lambda: None), type(_Methods().method))


def _is_mock(value):
    return issubclass(type(value), NonCallableMock)


def _extract(value):
    """The mock behind a checked function."""
    if isinstance(value, _function_types):
        return getattr(value, 'mock', value)
    return value


def _adopt(parent, value, name, new_name):
    """Makes a mock without a place of its own a child; False: it has one."""
    value = _extract(value)
    if not _is_mock(value):
        return False
    d = value.__dict__
    if d['_mock_name'] or d['_mock_new_name'] or d['_mock_parent'] is not None or d['_mock_new_parent'] is not None:
        return False
    above = parent
    while above is not None:
        if above is value:
            return False
        above = above._mock_new_parent
    if new_name:
        d['_mock_new_parent'] = parent
        d['_mock_new_name'] = new_name
    if name:
        d['_mock_parent'] = parent
        d['_mock_name'] = name
    return True


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


# ---- mocks ----


def _delegating(name):
    """A record kept by the checked function that wraps the mock, if there is one."""
    place = '_mock_' + name

    def get(self):
        delegate = self.__dict__['_mock_delegate']
        return self.__dict__[place] if delegate is None else getattr(delegate, name)

    def set(self, value):
        delegate = self.__dict__['_mock_delegate']
        if delegate is None:
            self.__dict__[place] = value
        else:
            setattr(delegate, name, value)
    return property(get, set)


class NonCallableMock:
    """A version of Mock that cannot be called."""

    def __new__(cls, /, *args, **kw):
        # Every mock has a class of its own, so that special methods can be set on it.
        namespace = {'__doc__': cls.__doc__}
        if issubclass(cls, MagicMixin):
            spec = kw.get('spec_set', kw.get('spec', args[0] if args else None))
            if spec is None:
                namespace.update(_proxies)
            else:
                methods = spec if type(spec) in (list, tuple) else dir(spec)
                namespace.update([(name, _proxies[name]) for name in methods if name in _proxies])
        return object.__new__(type(cls.__name__, (cls,), namespace))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='', _new_parent=None,
                 _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        d = self.__dict__
        d['_mock_parent'] = parent
        d['_mock_name'] = name
        d['_mock_new_name'] = _new_name
        d['_mock_new_parent'] = parent if _new_parent is None else _new_parent
        d['_mock_sealed'] = False
        d['_mock_children'] = {}
        d['_mock_wraps'] = wraps
        d['_mock_delegate'] = None
        d['_mock_unsafe'] = unsafe
        if spec_set is not None:
            spec = spec_set
        self._mock_add_spec(spec, spec_set is not None, _spec_as_instance, parent is not None if _eat_self is None else _eat_self)
        d['_mock_called'] = False
        d['_mock_call_args'] = None
        d['_mock_call_count'] = 0
        d['_mock_call_args_list'] = _CallList()
        d['_mock_mock_calls'] = _CallList()
        d['method_calls'] = _CallList()
        d['_mock_return_value'] = DEFAULT
        d['_mock_side_effect'] = None
        if kwargs:
            for known in ('return_value', 'side_effect'):
                if known in kwargs:
                    setattr(self, known, kwargs.pop(known))
            if kwargs:
                self.configure_mock(**kwargs)

    called = _delegating('called')
    call_count = _delegating('call_count')
    call_args = _delegating('call_args')
    call_args_list = _delegating('call_args_list')
    mock_calls = _delegating('mock_calls')

    def _mock_add_spec(self, spec, spec_set, _spec_as_instance=False, _eat_self=False):
        if _is_mock(spec):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
        d = self.__dict__
        d['_spec_class'] = d['_spec_signature'] = None
        d['_spec_set'] = spec_set
        d['_mock_methods'] = spec
        if spec is not None and not type(spec) in (list, tuple):
            d['_spec_class'] = spec if isinstance(spec, type) else type(spec)
            d['_spec_signature'] = _signature(spec, _spec_as_instance, _eat_self)
            d['_mock_methods'] = dir(spec)

    def mock_add_spec(self, spec, spec_set=False):
        """Allows only the attributes of `spec` from now on."""
        self._mock_add_spec(spec, spec_set)
        self._drop_magics()

    def _drop_magics(self):
        methods = self._mock_methods
        if methods is not None:
            own = type(self)
            for name in _magics:
                if name in own.__dict__ and name not in methods:
                    delattr(own, name)

    @property
    def __class__(self):
        spec = self.__dict__.get('_spec_class')
        return type(self) if spec is None else spec

    @property
    def return_value(self):
        delegate = self._mock_delegate
        result = self._mock_return_value if delegate is None else delegate.return_value
        if result is DEFAULT:
            result = self._get_child_mock(_new_parent=self, _new_name='()')
            self.return_value = result
        return result

    @return_value.setter
    def return_value(self, value):
        if self._mock_delegate is not None:
            self._mock_delegate.return_value = value
        else:
            self.__dict__['_mock_return_value'] = value
            _adopt(self, value, None, '()')

    @property
    def side_effect(self):
        delegate = self._mock_delegate
        if delegate is None:
            return self._mock_side_effect
        effect = delegate.side_effect
        if effect is not None and not callable(effect) and not hasattr(effect, '__next__') and not _is_exception(effect):
            effect = delegate.side_effect = iter(effect)
        return effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            try:
                value = iter(value)
            except TypeError:
                pass
        if self._mock_delegate is None:
            self.__dict__['_mock_side_effect'] = value
        else:
            self._mock_delegate.side_effect = value

    def attach_mock(self, mock, attribute):
        """Makes `mock` the attribute, its calls recorded here."""
        inner = _extract(mock)
        d = inner.__dict__
        d['_mock_parent'] = d['_mock_new_parent'] = None
        d['_mock_name'] = ''
        d['_mock_new_name'] = None
        setattr(self, attribute, mock)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called = False
        self.call_args = None
        self.call_count = 0
        self.mock_calls = _CallList()
        self.call_args_list = _CallList()
        self.__dict__['method_calls'] = _CallList()
        if return_value:
            self.__dict__['_mock_return_value'] = DEFAULT
        if side_effect:
            self.__dict__['_mock_side_effect'] = None
        for child in self._mock_children.values():
            if isinstance(child, _SpecState) or child is _deleted:
                continue
            _extract(child).reset_mock(visited, return_value=return_value, side_effect=side_effect)
        result = self._mock_return_value
        if _is_mock(result) and result is not self:
            result.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Sets attributes, those of children by dotted names."""
        for path, value in sorted(kwargs.items(), key=lambda entry: entry[0].count('.')):
            *parents, last = path.split('.')
            target = self
            for part in parents:
                target = getattr(target, part)
            setattr(target, last, value)

    def _get_child_mock(self, /, **kw):
        if self._mock_sealed:
            name = '.' + kw['name'] if 'name' in kw else '()'
            raise AttributeError(self._extract_mock_name() + name)
        own = type(self)
        if not issubclass(own, CallableMixin):
            base = MagicMock if issubclass(own, NonCallableMagicMock) else Mock
        else:
            base = own.__mro__[1]
        return base(**kw)

    def __getattr__(self, name):
        if name in ('_mock_methods', '_mock_unsafe', '_mock_children', '_mock_delegate', '_mock_sealed'):
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in _all_magics:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (not methods or name not in methods) and \
                name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')):
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.')
        child = self._mock_children.get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            self._mock_children[name] = child
        elif isinstance(child, _SpecState):
            child = create_autospec(child.spec, child.spec_set, child.instance, child.parent, child.name)
            self._mock_children[name] = child
        return child

    def __setattr__(self, name, value):
        if name in _settable:
            return object.__setattr__(self, name, value)
        d = self.__dict__
        methods = d['_mock_methods']
        if d['_spec_set'] and methods is not None and name not in methods and name not in d:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _unsupported:
            raise AttributeError(f'Attempting to set unsupported magic method {name!r}.')
        if name in _all_magics:
            if methods is not None and name not in methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if _is_mock(value):
                _adopt(self, value, None, name)
                setattr(type(self), name, value)
                self._mock_children[name] = value
            else:
                original = value
                setattr(type(self), name, lambda self, /, *args, **kw: original(self, *args, **kw))
                value = lambda *args, **kw: original(self, *args, **kw)
        elif name == '__class__':
            d['_spec_class'] = value
            return None
        elif _adopt(self, value, name, name):
            self._mock_children[name] = value
        if d['_mock_sealed'] and not hasattr(self, name):
            raise AttributeError(f'Cannot set {self._extract_mock_name()}.{name}')
        if isinstance(value, PropertyMock):
            return setattr(type(self), name, value)
        return object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _all_magics and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        child = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is _deleted:
            raise AttributeError(name)
        if child is not _missing:
            del self._mock_children[name]
        self._mock_children[name] = _deleted

    def __dir__(self):
        if not FILTER_DIR:
            return object.__dir__(self)
        methods = self._mock_methods or []
        shown = [name for name in dir(type(self)) if not name.startswith('_')] + [name for name in self.__dict__ if not name.startswith('_')]
        children = [name for name, child in self._mock_children.items() if child is not _deleted]
        return sorted({*methods, *shown, *children, *[name for name in type(self).__dict__ if _is_magic(name)]})

    def _extract_mock_name(self):
        parts, dot = [self._mock_new_name], '.'
        above, last = self._mock_new_parent, self
        if parts == ['()']:
            dot = ''
        while above is not None:
            last = above
            parts.append(above._mock_new_name + dot)
            dot = '' if above._mock_new_name == '()' else '.'
            above = above._mock_new_parent
        parts.reverse()
        first = last._mock_name or 'mock'
        if len(parts) > 1 and parts[1] not in ('()', '().'):
            first += '.'
        return first + ''.join(parts[1:])

    def __repr__(self):
        name = self._extract_mock_name()
        shown = '' if name in ('mock', 'mock.') else f' name={name!r}'
        spec = ''
        if self._spec_class is not None:
            spec = f" spec{'_set' if self._spec_set else ''}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{shown}{spec} id='{id(self)}'>"

    # ---- assertions ----

    def _title(self):
        return self._mock_name or 'mock'

    def _expected_text(self, args, kwargs):
        return format_call(self._title(), args, kwargs)

    def _calls_text(self, prefix='Calls'):
        return f'\n{prefix}: {self.mock_calls!r}.' if self.mock_calls else ''

    def _matched(self, one):
        """A call with its arguments in the order of the signature, or the error of one that does not fit it."""
        signature = self._spec_signature
        if isinstance(one, tuple) and len(one) > 2:
            signature = self._signature_by_name(one[0])
        if signature is None:
            return one
        name, args, kwargs = one if len(one) == 3 else ('', *one)
        try:
            bound = signature.bind(*args, **kwargs)
            return call(name, bound.args, bound.kwargs)
        except TypeError as e:
            return e.with_traceback(None)

    def _signature_by_name(self, name):
        if not name:
            return self._spec_signature
        signature, children = None, self._mock_children
        for part in name.replace('()', '').split('.'):
            child = children.get(part)
            if child is None or child is _deleted or isinstance(child, _SpecState):
                break
            child = _extract(child)
            if not _is_mock(child):
                break
            children = child._mock_children
            signature = child._spec_signature
        return signature

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected '{self._title()}' to not have been called. Called {self.call_count} times.{self._calls_text()}")

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._title()}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._title()}' to have been called once. Called {self.call_count} times.{self._calls_text()}")

    def assert_called_with(self, /, *args, **kwargs):
        text = self._expected_text(args, kwargs)
        if self.call_args is None:
            raise AssertionError(f'expected call not found.\nExpected: {text}\n  Actual: not called.')
        expected = self._matched(_Call((args, kwargs), two=True))
        if self._matched(self.call_args) != expected:
            cause = expected if isinstance(expected, Exception) else None
            actual = self._expected_text(*self.call_args)
            raise AssertionError(f'expected call not found.\nExpected: {text}\n  Actual: {actual}') from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._title()}' to be called once. Called {self.call_count} times.{self._calls_text()}")
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        expected = self._matched(_Call((args, kwargs), two=True))
        cause = expected if isinstance(expected, Exception) else None
        if cause or not any(expected == one or one == expected for one in map(self._matched, self.call_args_list)):
            raise AssertionError(f'{self._expected_text(args, kwargs)} call not found') from cause

    def assert_has_calls(self, calls, any_order=False):
        expected = [self._matched(one) for one in calls]
        cause = next((e for e in expected if isinstance(e, Exception)), None)
        found = _CallList([self._matched(one) for one in self.mock_calls])
        if not any_order:
            if expected not in found:
                problem = 'Calls not found.'
                if cause is not None:
                    errors = [e if isinstance(e, Exception) else None for e in expected]
                    problem = f'Error processing expected calls.\nErrors: {errors}'
                raise AssertionError(f'{problem}\nExpected: {_CallList(calls)}{self._calls_text("  Actual").rstrip(".")}') from cause
            return
        left = list(found)
        missing = []
        for one in expected:
            try:
                left.remove(one)
            except ValueError:
                missing.append(one)
        if missing:
            raise AssertionError(f'{self._title()!r} does not contain all of {tuple(missing)!r} in its call list, found {left!r} instead') from cause


_settable = {'return_value', 'side_effect', 'called', 'call_count', 'call_args', 'call_args_list', 'mock_calls', '_mock_name', '_mock_methods',
             '_mock_parent', '_mock_return_value', '_mock_side_effect', '_mock_new_name', '_mock_new_parent', '_mock_sealed', '_mock_delegate',
             '_mock_children', '_mock_wraps', 'method_calls'}


class CallableMixin:
    def _mock_check_sig(self, /, *args, **kwargs):
        pass

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._record(args, kwargs)
        return self._result(args, kwargs)

    def _record(self, args, kwargs):
        self.called = True
        self.call_count += 1
        record = _Call((args, kwargs), two=True)
        self.call_args = record
        self.call_args_list.append(record)
        methods = self._mock_parent is not None
        method_name, name = self._mock_name, self._mock_new_name
        is_result = name == '()'
        self.mock_calls.append(_Call(('', args, kwargs)))
        above = self._mock_new_parent
        while above is not None:
            if methods:
                above.method_calls.append(_Call((method_name, args, kwargs)))
                methods = above._mock_parent is not None
                if methods:
                    method_name = above._mock_name + '.' + method_name
            above.mock_calls.append(_Call((name, args, kwargs)))
            if above._mock_new_name:
                dot = '' if is_result else '.'
                is_result = above._mock_new_name == '()'
                name = above._mock_new_name + dot + name
            above = above._mock_new_parent

    def _result(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if _is_exception(result):
                    raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_delegate is not None and self._mock_delegate.return_value is not DEFAULT:
            return self._mock_delegate.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """Stands in for anything: attributes are made when asked for, calls are recorded."""


class MagicMixin:
    pass


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A version of MagicMock that cannot be called."""


class MagicMock(MagicMixin, Mock):
    """A Mock with special methods."""


class AsyncMock(MagicMock):
    pass


class PropertyMock(Mock):
    """Stands in for a property: reading calls it, writing calls it with the value."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    """No more new attributes, here and in the children."""
    mock.__dict__['_mock_sealed'] = True
    for name in dir(mock):
        try:
            child = getattr(mock, name)
        except AttributeError:
            continue
        if not isinstance(child, NonCallableMock) or isinstance(child._mock_children.get(name), _SpecState):
            continue
        if child._mock_new_parent is mock:
            seal(child)


# ---- stand-ins that keep to a signature ----


class _SpecState:
    """A child to be made from its original when it is asked for."""

    def __init__(self, spec, spec_set, parent, name, instance):
        self.spec, self.spec_set, self.parent, self.name, self.instance = spec, spec_set, parent, name, instance


def _checked(mock, spec, signature):
    """A function around a mock that accepts what `spec` does."""
    def function(*args, **kwargs):
        signature.bind(*args, **kwargs)
        return mock(*args, **kwargs)
    name = getattr(spec, '__name__', None)
    for attribute in ('__name__', '__qualname__', '__doc__', '__module__'):
        value = getattr(spec, attribute, None)
        if value is not None:
            try:
                setattr(function, attribute, value)
            except TypeError:
                pass
    if name is None:
        function.__name__ = 'funcopy'
    function.__signature__ = signature
    function.mock = mock
    for attribute in dir(NonCallableMock):
        if attribute.startswith('assert_') or attribute in ('attach_mock', 'configure_mock'):
            setattr(function, attribute, getattr(mock, attribute))

    def reset_mock():
        function.method_calls = _CallList()
        function.mock_calls = _CallList()
        mock.reset_mock()
        result = function.return_value
        if _is_mock(result) and result is not mock:
            result.reset_mock()
    function.called = False
    function.call_count = 0
    function.call_args = None
    function.call_args_list = _CallList()
    function.method_calls = _CallList()
    function.mock_calls = _CallList()
    function.return_value = mock.return_value
    function.side_effect = mock.side_effect
    function._mock_children = mock._mock_children
    function.reset_mock = reset_mock
    mock.__dict__['_mock_delegate'] = function
    return function


def _check_calls(mock, signature):
    def check(self, /, *args, **kwargs):
        signature.bind(*args, **kwargs)
    type(mock)._mock_check_sig = check
    type(mock).__signature__ = signature


def _must_skip(spec, name, is_type):
    """Is the first parameter of this attribute the object it is looked up on?"""
    if not isinstance(spec, type):
        if name in getattr(spec, '__dict__', {}):
            return False
        spec = spec.__class__
    for cls in spec.__mro__:
        found = cls.__dict__.get(name, DEFAULT)
        if found is DEFAULT:
            continue
        if isinstance(found, (staticmethod, classmethod)):
            return False
        return is_type if isinstance(found, _function_types) else False
    return is_type


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock whose attributes and calls are those of `spec`."""
    if type(spec) in (list, tuple):
        spec = type(spec)
    is_type = isinstance(spec, type)
    if _is_mock(spec):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    options = {'spec_set' if spec_set else 'spec': spec}
    if spec is None:
        options = {}
    if options and instance:
        options['_spec_as_instance'] = True
    if not unsafe:
        for wrong in ('autospect', 'auto_spec', 'set_spec'):
            if wrong in kwargs:
                raise RuntimeError(f'{wrong!r} might be a typo; use unsafe=True if this is intended')
    options.update(kwargs)
    kind = MagicMock
    if not is_type and (hasattr(type(spec), '__set__') or hasattr(type(spec), '__delete__')):
        options = dict(kwargs)
    elif is_type and instance and not hasattr(spec, '__call__') or is_type and instance and not _instances_callable(spec):
        kind = NonCallableMagicMock
    elif not is_type and not callable(spec) and not isinstance(spec, (staticmethod, classmethod)):
        kind = NonCallableMagicMock
    _name = options.pop('name', _name)
    mock = kind(parent=_parent, _new_parent=_parent, _new_name='' if _parent is None else _name, name=_name, unsafe=unsafe, **options)
    signature = _signature(spec, instance, False) if options else None
    made = mock
    if isinstance(spec, _function_types):
        if signature is not None:
            made = _checked(mock, spec, signature)
    elif signature is not None:
        _check_calls(mock, signature)
    if _parent is not None and not instance:
        _parent._mock_children[_name] = made
    if is_type and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()', _parent=mock, unsafe=unsafe)
    for name in dir(spec):
        if _is_magic(name):
            continue
        try:
            original = getattr(spec, name)
        except AttributeError:
            continue
        if not isinstance(original, _function_types):
            mock._mock_children[name] = _SpecState(original, spec_set, mock, name, is_type and isinstance(original, type) and False)
            continue
        skip = _must_skip(spec, name, is_type)
        child = MagicMock(parent=mock, name=name, _new_name=name, _new_parent=mock, _eat_self=skip,
                          **{'spec_set' if spec_set else 'spec': original})
        mock._mock_children[name] = child
        checked = _signature(original, False, skip)
        if checked is not None:
            _check_calls(child, checked)
    return made


def _instances_callable(cls):
    return any('__call__' in base.__dict__ for base in cls.__mro__)


# ---- patching ----


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
        for wrong in ('autospect', 'auto_spec', 'set_spec'):
            if wrong in kwargs and not kwargs.get('unsafe'):
                raise RuntimeError(f'{wrong!r} might be a typo; use unsafe=True if this is intended')
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
                model = getattr(target, name) if isinstance(original, classmethod) else plain
                new = create_autospec(model if self.autospec is True else self.autospec, _name=name, **self.kwargs)
            else:
                spec = plain if self.spec is True else self.spec
                spec_set = plain if self.spec_set is True else self.spec_set
                make = self.new_callable or MagicMock
                kwargs = dict(self.kwargs)
                model = spec if spec_set is None else spec_set
                if make is MagicMock and model is not None and ('__call__' not in model if type(model) in (list, tuple) else not callable(model)):
                    make = NonCallableMagicMock
                if isinstance(make, type) and issubclass(make, NonCallableMock):
                    kwargs.setdefault('name', name)
                    if spec is not None:
                        kwargs['spec'] = spec
                    if spec_set is not None:
                        kwargs['spec_set'] = spec_set
                new = make(**kwargs)
                if isinstance(model, type):
                    kind = MagicMock if _instances_callable(model) else NonCallableMagicMock
                    kwargs.pop('name', None)
                    new.return_value = kind(_new_parent=new, _new_name='()', **kwargs)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temporary = new
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
        return self.__exit__() if hasattr(self, '_original') else None


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
    """A stand-in for open() whose files hold `read_data`."""
    import io
    handle = MagicMock(spec=['__enter__', '__exit__', '__iter__', '__next__', 'close', 'closed', 'detach', 'encoding', 'errors', 'fileno', 'flush',
                             'isatty', 'line_buffering', 'mode', 'name', 'newlines', 'read', 'readable', 'readline', 'readlines', 'seek',
                             'seekable', 'tell', 'truncate', 'writable', 'write', 'writelines', 'buffer', 'read1', 'readinto', 'getvalue'])
    state = {}

    def fresh():
        state['data'] = io.StringIO(read_data) if isinstance(read_data, str) else io.BytesIO(read_data)

    def reading(name):
        def read(*args, **kwargs):
            method = getattr(handle, name)
            if method._mock_return_value is not DEFAULT and method._mock_return_value is not None:
                return method.return_value
            return getattr(state['data'], name)(*args, **kwargs)
        return read

    def iterate():
        if handle.readline._mock_return_value not in (DEFAULT, None):
            while True:
                yield handle.readline.return_value
        yield from state['data']

    def advance():
        if handle.readline._mock_return_value not in (DEFAULT, None):
            return handle.readline.return_value
        return next(state['data'])
    fresh()
    handle.__enter__.return_value = handle
    handle.write.return_value = None
    for name in ('read', 'readline', 'readlines'):
        getattr(handle, name).return_value = None
        getattr(handle, name).side_effect = reading(name)
    handle.__iter__.side_effect = iterate
    handle.__next__.side_effect = advance
    if mock is None:
        mock = MagicMock(name='open', spec=open)

    def opened(*args, **kwargs):
        fresh()
        return DEFAULT
    mock.side_effect = opened
    mock.return_value = handle
    return mock
