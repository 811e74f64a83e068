"""Classes made from annotated fields."""
import abc
import keyword
import re
import sys
from reprlib import recursive_repr
from types import GenericAlias

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict', 'astuple',
           'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return '<dataclasses._MISSING_TYPE object>'


MISSING = _Missing()


class _HasDefaultFactory:
    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _HasDefaultFactory()


class _KwOnly:
    pass


KW_ONLY = _KwOnly()


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class _FieldKind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FieldKind('_FIELD')
_FIELD_CLASSVAR = _FieldKind('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FieldKind('_FIELD_INITVAR')


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _proxy(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @recursive_repr()
    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},'
                f'init={self.init!r},repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},'
                f'kw_only={self.kw_only!r},_field_type={self._field_type})')

    def __set_name__(self, owner, name):
        given = getattr(type(self.default), '__set_name__', None)
        if given:
            given(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


def _proxy(metadata):
    from types import MappingProxyType
    return MappingProxyType(metadata if metadata is not None else {})


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _means(annotation, cls, module, accepted):
    """Does the text of an annotation name something of `module` that `accepted` knows?"""
    found = re.match(r'^(?:\s*(\w+)\s*\.)?\s*(\w+)', annotation)
    if not found:
        return False
    home = sys.modules.get(cls.__module__)
    if home is None:
        return False
    prefix, name = found.groups()
    if not prefix:
        return accepted(vars(home).get(name))
    return vars(home).get(prefix) is module and accepted(getattr(module, name, None))


def _is_class_var(annotation):
    origin = getattr(annotation, '__origin__', annotation)
    return not isinstance(annotation, type) and (getattr(annotation, '_is_classvar', False) or getattr(origin, '_is_classvar', False)) is True


def _is_init_var(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _kind_of(annotation, cls):
    text = isinstance(annotation, str)
    typing = sys.modules.get('typing')
    if typing and (_means(annotation, cls, typing, _is_class_var) if text else _is_class_var(annotation)):
        return _FIELD_CLASSVAR
    if _means(annotation, cls, sys.modules[__name__], _is_init_var) if text else _is_init_var(annotation):
        return _FIELD_INITVAR
    return _FIELD


def _is_kw_only(annotation, cls):
    if isinstance(annotation, str):
        return _means(annotation, cls, sys.modules[__name__], lambda t: t is KW_ONLY)
    return annotation is KW_ONLY


def _make_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == 'member_descriptor':
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _kind_of(annotation, cls)
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a default factory')
    if f._field_type is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    elif f.kw_only is MISSING:
        f.kw_only = default_kw_only
    if f._field_type is _FIELD and type(f.default).__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory')
    return f


def _build(name, params, body, scope):
    exec(f'def {name}({params}):\n' + '\n'.join(['  ' + line for line in body]) + '\n', scope)
    return scope[name]


def _init_function(cls, fields, frozen, has_post_init, slots):
    seen_default = False
    positional = [f for f in fields if f.init and not f.kw_only]
    named = [f for f in fields if f.init and f.kw_only]
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError(f'non-default argument {f.name!r} follows default argument')
    scope = {'_MISSING': MISSING, '_FACTORY': _HAS_DEFAULT_FACTORY, '_set': object.__setattr__}
    self_name = '__dataclass_self__' if 'self' in [f.name for f in fields] else 'self'

    def parameter(f):
        if f.default is not MISSING:
            scope['_d_' + f.name] = f.default
            return f'{f.name}=_d_{f.name}'
        if f.default_factory is not MISSING:
            return f'{f.name}=_FACTORY'
        return f.name

    params = [self_name] + [parameter(f) for f in positional]
    if named:
        params.append('*')
        params.extend([parameter(f) for f in named])
    body = []
    for f in fields:
        if f.default_factory is not MISSING:
            scope['_f_' + f.name] = f.default_factory
            value = f'_f_{f.name}() if {f.name} is _FACTORY else {f.name}' if f.init else f'_f_{f.name}()'
        elif f.init:
            value = f.name
        elif f.default is not MISSING and slots:
            scope['_d_' + f.name] = f.default
            value = '_d_' + f.name
        else:
            continue
        if f._field_type is _FIELD_INITVAR:
            continue
        body.append(f'_set({self_name}, {f.name!r}, {value})' if frozen else f'{self_name}.{f.name} = {value}')
    if has_post_init:
        passed = ', '.join([f.name for f in fields if f._field_type is _FIELD_INITVAR])
        body.append(f'{self_name}.__post_init__({passed})')
    try:
        function = _build('__init__', ', '.join(params), body or ['pass'], scope)
    except NameError:   # sandboxes have no exec
        function = _generic_init(cls, positional, named, fields, has_post_init)
    annotations = {f.name: f.type for f in fields if f.init}
    annotations['return'] = None
    function.__annotations__ = annotations
    return function


def _generic_init(cls, positional, named, fields, has_post_init):
    order = [f.name for f in positional]
    known = set(order + [f.name for f in named])

    def __init__(self, /, *args, **kwargs):
        if len(args) > len(order):
            raise TypeError(f'{cls.__name__}.__init__() takes {len(order) + 1} positional arguments but {len(args) + 1} were given')
        given = dict(zip(order, args))
        for name, value in kwargs.items():
            if name in given:
                raise TypeError(f'{cls.__name__}.__init__() got multiple values for argument {name!r}')
            if name not in known:
                raise TypeError(f'{cls.__name__}.__init__() got an unexpected keyword argument {name!r}')
            given[name] = value
        passed = []
        for f in fields:
            if f.name in given:
                value = given[f.name]
            elif f.default_factory is not MISSING:
                value = f.default_factory()
            elif f.default is not MISSING:
                value = f.default
            elif f.init:
                raise TypeError(f'{cls.__name__}.__init__() missing 1 required positional argument: {f.name!r}')
            else:
                continue
            if f._field_type is _FIELD_INITVAR:
                passed.append(value)
            else:
                object.__setattr__(self, f.name, value)
        if has_post_init:
            self.__post_init__(*passed)
    return __init__


_operators = {'==': lambda a, b: a == b, '<': lambda a, b: a < b, '<=': lambda a, b: a <= b, '>': lambda a, b: a > b, '>=': lambda a, b: a >= b}


def _define(cls, name, function):
    if name in cls.__dict__:
        return True
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    function.__name__ = name
    function.__module__ = cls.__module__
    setattr(cls, name, function)
    return False


_running = set()


def _repr_function(names):
    text = ', '.join([f'{n}={{self.{n}!r}}' for n in names])
    try:
        return _build('__repr__', 'self', ['key = id(self)', 'if key in running:', "  return '...'", 'running.add(key)', 'try:',
                                           f"  return f'{{self.__class__.__qualname__}}({text})'", 'finally:', '  running.discard(key)'],
                      {'running': _running})
    except NameError:
        return _generic_repr(names)


def _generic_repr(names):
    def __repr__(self):
        key = id(self)
        if key in _running:
            return '...'
        _running.add(key)
        try:
            return self.__class__.__qualname__ + '(' + ', '.join([f'{n}={getattr(self, n)!r}' for n in names]) + ')'
        finally:
            _running.discard(key)
    return __repr__


def _compare_function(op, names):
    one = ', '.join([f'self.{n}' for n in names]) + (',' if len(names) == 1 else '')
    two = ', '.join([f'other.{n}' for n in names]) + (',' if len(names) == 1 else '')

    def make(name):
        try:
            return _build(name, 'self, other', ['if other.__class__ is self.__class__:', f'  return ({one}) {op} ({two})',
                                                'return NotImplemented'], {})
        except NameError:
            apply = _operators[op]

            def compare(self, other):
                if other.__class__ is self.__class__:
                    return apply([getattr(self, n) for n in names], [getattr(other, n) for n in names])
                return NotImplemented
            return compare
    return make


def _hash_function(names):
    try:
        return _build('__hash__', 'self', ['return hash((' + ''.join([f'self.{n}, ' for n in names]) + '))'], {})
    except NameError:
        return lambda self: hash(tuple([getattr(self, n) for n in names]))


def _frozen_functions(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)
    return __setattr__, __delattr__


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    any_frozen_base = has_dataclass_bases = False
    for b in cls.__mro__[-1:0:-1]:
        base_fields = b.__dict__.get('__dataclass_fields__')
        if base_fields is not None:
            has_dataclass_bases = True
            for f in base_fields.values():
                fields[f.name] = f
            if b.__dataclass_params__.frozen:
                any_frozen_base = True
    annotations = cls.__dict__.get('__annotations__', {})
    own = []
    kw_only_seen = False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation, cls):
            if kw_only_seen:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            kw_only_seen = kw_only = True
            continue
        own.append(_make_field(cls, name, annotation, kw_only))
    for f in own:
        fields[f.name] = f
        if isinstance(cls.__dict__.get(f.name), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if not any_frozen_base and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    cls.__dataclass_fields__ = fields
    cls.__dataclass_params__ = _Params(init, repr, eq, order, unsafe_hash, frozen)
    explicit_hash = '__hash__' in cls.__dict__ and not (cls.__dict__['__hash__'] is None and '__eq__' in cls.__dict__)
    ordinary = [f for f in fields.values() if f._field_type is _FIELD]
    init_fields = [f for f in fields.values() if f._field_type is not _FIELD_CLASSVAR]
    if init:
        _define(cls, '__init__', _init_function(cls, init_fields, frozen, hasattr(cls, '__post_init__'), slots))
    if repr:
        _define(cls, '__repr__', _repr_function([f.name for f in ordinary if f.repr]))
    compared = [f.name for f in ordinary if f.compare]
    if eq:
        _define(cls, '__eq__', _compare_function('==', compared)('__eq__'))
    if order:
        for name, op in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
            if _define(cls, name, _compare_function(op, compared)(name)):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering')
    if frozen:
        names = frozenset([f.name for f in ordinary])
        for function in _frozen_functions(cls, names):
            if _define(cls, function.__name__, function):
                raise TypeError(f'Cannot overwrite attribute {function.__name__} in class {cls.__name__}')
    if unsafe_hash and explicit_hash:
        raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    if unsafe_hash or eq and frozen and not explicit_hash:
        hashed = [f.name for f in ordinary if (f.compare if f.hash is None else f.hash)]

        function = _hash_function(hashed)
        function.__name__ = '__hash__'
        function.__qualname__ = f'{cls.__qualname__}.__hash__'
        cls.__hash__ = function
    elif eq and not frozen and not explicit_hash:
        cls.__hash__ = None
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in init_fields if f.init and not f.kw_only])
    if cls.__dict__.get('__doc__') is None:
        cls.__doc__ = cls.__name__ + _signature(init_fields)
    if slots:
        return abc.update_abstractmethods(_with_slots(cls, frozen, weakref_slot))
    if weakref_slot:
        raise TypeError('weakref_slot is True but slots is False')
    return abc.update_abstractmethods(cls)


def _slots_of(cls):
    declared = cls.__dict__.get('__slots__')
    if declared is None:
        return
    if isinstance(declared, str):
        yield declared
    elif hasattr(declared, '__next__'):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    else:
        yield from declared


def _get_state(self):
    return [getattr(self, f.name) for f in fields(self)]


def _set_state(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _with_slots(cls, frozen, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    names = [f.name for f in cls.__dict__['__dataclass_fields__'].values() if f._field_type is _FIELD]
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited.update(_slots_of(base))
    namespace = dict(cls.__dict__)
    namespace['__slots__'] = tuple([name for name in [*names, *(['__weakref__'] if weakref_slot else [])] if name not in inherited])
    for name in names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    namespace['__qualname__'] = cls.__qualname__
    namespace['__module__'] = cls.__module__
    if frozen and '__getstate__' not in namespace:
        namespace['__getstate__'], namespace['__setstate__'] = _get_state, _set_state
    return type(cls)(cls.__name__, cls.__bases__, namespace)


def _annotation_text(t):
    if getattr(t, '__module__', None) == 'typing':
        return re.sub(r'[\w.]+', lambda found: found.group().removeprefix('typing.'), repr(t))
    if isinstance(t, GenericAlias) or not isinstance(t, type):
        return repr(t)
    return t.__qualname__ if t.__module__ == 'builtins' else f'{t.__module__}.{t.__qualname__}'


def _signature(fields):
    parts = []
    star = False
    for f in sorted([f for f in fields if f.init], key=lambda f: bool(f.kw_only)):
        if f.kw_only and not star:
            star = True
            parts.append('*')
        text = f'{f.name}: {_annotation_text(f.type)}'
        if f.default is not MISSING:
            text += f' = {f.default!r}'
        elif f.default_factory is not MISSING:
            text += ' = <factory>'
        parts.append(text)
    return '(' + ', '.join(parts) + ')'


class _Params:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen')

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        return (f'_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},'
                f'unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})')


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) and not isinstance(obj, GenericAlias) else type(obj)
    return hasattr(cls, '__dataclass_fields__')


def _is_instance(obj):
    return hasattr(type(obj), '__dataclass_fields__')


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _asdict(obj, dict_factory)


def _asdict(obj, dict_factory):
    if _is_instance(obj):
        return dict_factory([(f.name, _asdict(getattr(obj, f.name), dict_factory)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_asdict(v, dict_factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_asdict(v, dict_factory) for v in obj])
    if isinstance(obj, dict):
        if hasattr(type(obj), 'default_factory') or hasattr(obj, 'default_factory'):
            result = type(obj)(obj.default_factory)
            for k, v in obj.items():
                result[_asdict(k, dict_factory)] = _asdict(v, dict_factory)
            return result
        return type(obj)([(_asdict(k, dict_factory), _asdict(v, dict_factory)) for k, v in obj.items()])
    from copy import deepcopy
    return deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _astuple(obj, tuple_factory)


def _astuple(obj, tuple_factory):
    if _is_instance(obj):
        return tuple_factory([_astuple(getattr(obj, f.name), tuple_factory) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_astuple(v, tuple_factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_astuple(v, tuple_factory) for v in obj])
    if isinstance(obj, dict):
        return type(obj)([(_astuple(k, tuple_factory), _astuple(v, tuple_factory)) for k, v in obj.items()])
    from copy import deepcopy
    return deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    namespace = dict(namespace) if namespace else {}
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, tp = item, 'typing.Any'
        elif len(item) == 2:
            name, tp = item
        elif len(item) == 3:
            name, tp, namespace[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if keyword.iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = tp
    namespace['__annotations__'] = annotations
    namespace.setdefault('__module__', 'types')
    cls = type(cls_name, bases, namespace) if not bases else type(bases[0])(cls_name, bases, namespace)
    return dataclass(cls, **options)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for f in obj.__dataclass_fields__.values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
