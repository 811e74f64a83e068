"""Names for annotations; they are kept, not checked."""
import collections
import collections.abc
import contextlib
from abc import ABCMeta, abstractmethod

TYPE_CHECKING = False


def _show(t):
    if isinstance(t, type) and not hasattr(t, '__origin__'):
        return t.__qualname__ if t.__module__ == 'builtins' else f'{t.__module__}.{t.__qualname__}'
    if t is Ellipsis:
        return '...'
    if t is None:
        return 'None'
    if isinstance(t, (list, tuple)):
        return '[' + ', '.join([_show(x) for x in t]) + ']'
    if isinstance(t, type(_show)):
        return t.__name__
    return repr(t)


def _check(t):
    if t is None:
        return type(None)
    if isinstance(t, str):
        return ForwardRef(t)
    return t


class _Base:
    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ForwardRef(_Base):
    def __init__(self, arg, is_argument=True):
        self.__forward_arg__ = arg

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)


class _Special(_Base):
    """Any, Union, Literal ...: the name alone, or with arguments."""

    def __init__(self, name, build=None):
        self._name = name
        self._build = build
        self._is_classvar = name == 'ClassVar'

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, item):
        if self._build is None:
            raise TypeError(f'{self!r} is not subscriptable')
        return self._build(self, item if isinstance(item, tuple) else (item,))

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __instancecheck__(self, obj):
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self!r} cannot be used with issubclass()')


class _Alias(_Base):
    """An origin with arguments: List[int]."""

    def __init__(self, origin, args, name=None, special=None):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name
        self._special = special
        found = []
        for a in args:
            for v in [a] if isinstance(a, TypeVar) else getattr(a, '__parameters__', ()) if not isinstance(a, type) else ():
                if v not in found:
                    found.append(v)
        self.__parameters__ = tuple(found)
        self._is_classvar = name == 'ClassVar'

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _show(self.__origin__)
        args = self.__args__
        if self._name == 'Callable' and args:
            if len(args) == 2 and args[0] is Ellipsis:
                return f'typing.Callable[..., {_show(args[1])}]'
            return f'typing.Callable[[{", ".join([_show(a) for a in args[:-1]])}], {_show(args[-1])}]'
        if self._name == 'Optional':
            return f'typing.Optional[{_show([a for a in args if a is not type(None)][0])}]'
        if self._name == 'Literal':
            return f'typing.Literal[{", ".join([repr(a) for a in args])}]'
        if self._name == 'Annotated':
            return f'typing.Annotated[{_show(self.__origin__)}, {", ".join([repr(a) for a in self.__metadata__])}]'
        return f'{name}[{", ".join([_show(a) if not (a == ()) else "()" for a in args]) if args else "()"}]'

    def __call__(self, *args, **kwargs):
        if not isinstance(self.__origin__, type):
            raise TypeError(f'Cannot instantiate {self!r}')
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return result

    def __getitem__(self, item):
        values = item if isinstance(item, tuple) else (item,)
        if not self.__parameters__:
            raise TypeError(f'{self!r} is not a generic class')
        mapping = dict(zip(self.__parameters__, values))
        return _substitute(self, mapping)

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__') or '__origin__' not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if not isinstance(origin, type):
            raise TypeError(f'Cannot subclass {self!r}')
        if origin is Generic and any(isinstance(b, _Alias) and b is not self and isinstance(b.__origin__, type) and
                                     issubclass(b.__origin__, Generic) and b.__origin__ is not Generic for b in bases):
            return ()
        return (origin,)

    def __instancecheck__(self, obj):
        if self._name in ('Union', 'Optional'):
            return isinstance(obj, self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __subclasscheck__(self, cls):
        if self._name in ('Union', 'Optional'):
            return issubclass(cls, self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        if self.__origin__ is Union and other.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash(frozenset(self.__args__))
        return hash((self.__origin__, self.__args__))


def _substitute(alias, mapping):
    args = []
    for a in alias.__args__:
        if isinstance(a, TypeVar):
            args.append(mapping.get(a, a))
        elif isinstance(a, _Alias) and a.__parameters__:
            args.append(_substitute(a, mapping))
        else:
            args.append(a)
    if alias.__origin__ is Union:
        return Union[tuple(args)]
    return _Alias(alias.__origin__, tuple(args), alias._name)


class _Generic(_Base):
    """A bare container name: List, Dict ..."""

    def __init__(self, origin, name, count=1):
        self.__origin__ = origin
        self._name = name
        self._count = count
        self.__doc__ = f'A generic version of {origin.__module__}.{origin.__qualname__}.'
        self.__args__ = ()
        self.__parameters__ = ()

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, item):
        args = item if isinstance(item, tuple) else (item,)
        if self._name == 'Tuple':
            if item == ():
                return _Alias(tuple, (), 'Tuple')
        elif self._name == 'Callable':
            if not isinstance(item, tuple) or len(item) != 2:
                raise TypeError('Callable must be used as Callable[[arg, ...], result].')
            parameters = item[0]
            if isinstance(parameters, (list, tuple)):
                args = (*parameters, item[1])
        elif self._count is not None and len(args) != self._count:
            raise TypeError(f'Too {"many" if len(args) > self._count else "few"} arguments for {self!r}; actual {len(args)}, '
                            f'expected {self._count}')
        return _Alias(self.__origin__, tuple([_check(a) for a in args]), self._name)

    def __call__(self, *args, **kwargs):
        if self.__origin__ in (list, dict, set, frozenset, tuple, type):
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return hash(self._name)


class TypeVar(_Base):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self.__name__ = name
        self.__bound__ = bound
        self.__constraints__ = constraints
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__


class ParamSpec(TypeVar):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield self


def _build_union(special, args):
    flat = []
    for a in args:
        a = _check(a)
        if isinstance(a, _Alias) and a.__origin__ is Union:
            parts = a.__args__
        elif isinstance(a, tuple):
            parts = a
        elif not isinstance(a, (type, _Base)) and type(a).__name__ == 'UnionType':
            parts = a.__args__
        else:
            parts = (a,)
        for p in parts:
            if p not in flat:
                flat.append(p)
    if not flat:
        raise TypeError('Cannot take a Union of no types.')
    if len(flat) == 1:
        return flat[0]
    return _Alias(Union, tuple(flat), 'Optional' if len(flat) == 2 and type(None) in flat else 'Union')


def _build_optional(special, args):
    if len(args) != 1:
        raise TypeError('typing.Optional requires a single type.')
    return Union[args[0], type(None)]


def _build_plain(special, args):
    return _Alias(special, tuple([_check(a) for a in args]), special._name)


def _build_literal(special, args):
    flat = []
    for a in args:
        for value in a.__args__ if isinstance(a, _Alias) and a._name == 'Literal' else (a,):
            if not any(value is x or type(value) is type(x) and value == x for x in flat):
                flat.append(value)
    return _Alias(special, tuple(flat), 'Literal')


def _build_annotated(special, args):
    if len(args) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    alias = _Alias(args[0], (args[0],), 'Annotated')
    alias.__metadata__ = args[1:]
    return alias


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        raise TypeError('typing.Any cannot be used with isinstance()')

    def __repr__(self):
        return 'typing.Any'

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


Union = _Special('Union', _build_union)
Optional = _Special('Optional', _build_optional)
Literal = _Special('Literal', _build_literal)
ClassVar = _Special('ClassVar', _build_plain)
Final = _Special('Final', _build_plain)
Annotated = _Special('Annotated', _build_annotated)
NoReturn = _Special('NoReturn')
Never = _Special('Never')
Self = _Special('Self')
LiteralString = _Special('LiteralString')
TypeAlias = _Special('TypeAlias')
TypeGuard = _Special('TypeGuard', _build_plain)
Required = _Special('Required', _build_plain)
NotRequired = _Special('NotRequired', _build_plain)
Concatenate = _Special('Concatenate', _build_plain)
Unpack = _Special('Unpack', _build_plain)

List = _Generic(list, 'List')
Dict = _Generic(dict, 'Dict', 2)
Set = _Generic(set, 'Set')
FrozenSet = _Generic(frozenset, 'FrozenSet')
Tuple = _Generic(tuple, 'Tuple', None)
Type = _Generic(type, 'Type')
Deque = _Generic(collections.deque, 'Deque')
DefaultDict = _Generic(collections.defaultdict, 'DefaultDict', 2)
OrderedDict = _Generic(collections.OrderedDict, 'OrderedDict', 2)
Counter = _Generic(collections.Counter, 'Counter')
ChainMap = _Generic(collections.ChainMap, 'ChainMap', 2)
Callable = _Generic(collections.abc.Callable, 'Callable', 2)
Hashable = _Generic(collections.abc.Hashable, 'Hashable', 0)
Sized = _Generic(collections.abc.Sized, 'Sized', 0)
Iterable = _Generic(collections.abc.Iterable, 'Iterable')
Iterator = _Generic(collections.abc.Iterator, 'Iterator')
Generator = _Generic(collections.abc.Generator, 'Generator', 3)
Reversible = _Generic(collections.abc.Reversible, 'Reversible')
Container = _Generic(collections.abc.Container, 'Container')
Collection = _Generic(collections.abc.Collection, 'Collection')
Sequence = _Generic(collections.abc.Sequence, 'Sequence')
MutableSequence = _Generic(collections.abc.MutableSequence, 'MutableSequence')
AbstractSet = _Generic(collections.abc.Set, 'AbstractSet')
MutableSet = _Generic(collections.abc.MutableSet, 'MutableSet')
Mapping = _Generic(collections.abc.Mapping, 'Mapping', 2)
MutableMapping = _Generic(collections.abc.MutableMapping, 'MutableMapping', 2)
MappingView = _Generic(collections.abc.MappingView, 'MappingView')
KeysView = _Generic(collections.abc.KeysView, 'KeysView')
ItemsView = _Generic(collections.abc.ItemsView, 'ItemsView', 2)
ValuesView = _Generic(collections.abc.ValuesView, 'ValuesView')
ByteString = _Generic(collections.abc.ByteString, 'ByteString', 0)
Awaitable = _Generic(collections.abc.Awaitable, 'Awaitable')
Coroutine = _Generic(collections.abc.Coroutine, 'Coroutine', 3)
AsyncIterable = _Generic(collections.abc.AsyncIterable, 'AsyncIterable')
AsyncIterator = _Generic(collections.abc.AsyncIterator, 'AsyncIterator')
AsyncGenerator = _Generic(collections.abc.AsyncGenerator, 'AsyncGenerator', 2)
ContextManager = _Generic(contextlib.AbstractContextManager, 'ContextManager')
Text = str


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, item):
        args = item if isinstance(item, tuple) else (item,)
        if cls is Generic:
            for a in args:
                if not isinstance(a, TypeVar):
                    raise TypeError('Parameters to Generic[...] must all be type variables or parameter specification variables.')
            if len(set(args)) != len(args):
                raise TypeError('Parameters to Generic[...] must all be unique')
        return _Alias(cls, tuple([_check(a) for a in args]))


T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
AnyStr = TypeVar('AnyStr', bytes, str)

IO = _Generic(Generic, 'IO')
TextIO = _Special('TextIO')
BinaryIO = _Special('BinaryIO')
Pattern = _Special('Pattern', _build_plain)
Match = _Special('Match', _build_plain)


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if not cls.__dict__.get('_is_protocol'):
            return super().__instancecheck__(instance)
        if not cls.__dict__.get('_is_runtime'):
            raise TypeError('Instance and static protocol checks require @runtime_checkable'
                            if False else 'Instance and class checks can only be used with @runtime_checkable protocols')
        return all(hasattr(instance, name) for name in _protocol_members(cls))

    def __subclasscheck__(cls, subclass):
        if not cls.__dict__.get('_is_protocol'):
            return super().__subclasscheck__(subclass)
        if not cls.__dict__.get('_is_runtime'):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        return all(hasattr(subclass, name) for name in _protocol_members(cls))


def _protocol_members(cls):
    found = []
    for c in cls.__mro__:
        if c.__dict__.get('_is_protocol') and c is not Protocol:
            for name in list(c.__dict__) + list(c.__dict__.get('__annotations__', {})):
                if name not in _protocol_ignored and not name.startswith('_abc_') and name not in found:
                    found.append(name)
    return found


_protocol_ignored = frozenset(['__module__', '__qualname__', '__dict__', '__weakref__', '__doc__', '__annotations__', '__abstractmethods__',
                               '__slots__', '__init__', '__subclasshook__', '_is_protocol', '_is_runtime', '__parameters__', '__new__',
                               '__class_getitem__', '__init_subclass__', '__match_args__', '__orig_bases__', '__hash__', '__static_attributes__'])


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if '_is_protocol' not in cls.__dict__:
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        cls._is_runtime = False

    def __new__(cls, *args, **kwargs):
        if cls.__dict__.get('_is_protocol'):
            raise TypeError('Protocols cannot be instantiated')
        return super().__new__(cls)


def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    @abstractmethod
    def __int__(self): pass


@runtime_checkable
class SupportsFloat(Protocol):
    @abstractmethod
    def __float__(self): pass


@runtime_checkable
class SupportsIndex(Protocol):
    @abstractmethod
    def __index__(self): pass


@runtime_checkable
class SupportsBytes(Protocol):
    @abstractmethod
    def __bytes__(self): pass


@runtime_checkable
class SupportsAbs(Protocol):
    @abstractmethod
    def __abs__(self): pass


@runtime_checkable
class SupportsRound(Protocol):
    @abstractmethod
    def __round__(self, ndigits=0): pass


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        annotations = namespace.get('__annotations__', {})
        defaults = []
        for field in annotations:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                raise TypeError(f'Non-default namedtuple field {field} cannot follow default field{"s" if len(defaults) > 1 else ""} '
                                + ', '.join([f for f in annotations if f in namespace][:len(defaults)]))
        made = collections.namedtuple(name, list(annotations), defaults=defaults, module=namespace.get('__module__'))
        made.__annotations__ = dict(annotations)
        made.__new__.__annotations__ = dict(annotations)
        for key, value in namespace.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_make', '_replace', '_asdict'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in annotations and key not in ('__module__', '__qualname__', '__annotations__', '__dict__', '__weakref__'):
                setattr(made, key, value)
        made.__qualname__ = namespace.get('__qualname__', name)
        return made


class _NamedTuple:
    def __call__(self, typename, fields=None, /, **kwargs):
        pairs = list(fields) if fields is not None else list(kwargs.items())
        made = collections.namedtuple(typename, [n for n, _ in pairs])
        made.__annotations__ = {n: _check(t) for n, t in pairs}
        return made

    def __mro_entries__(self, bases):
        return (_NamedTupleRoot,)

    def __repr__(self):
        return '<function NamedTuple>'


_NamedTupleRoot = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})
NamedTuple = _NamedTuple()


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        annotations = {}
        required, optional = set(), set()
        for base in bases:
            annotations.update(getattr(base, '__annotations__', {}))
            required.update(getattr(base, '__required_keys__', ()))
            optional.update(getattr(base, '__optional_keys__', ()))
        own = namespace.get('__annotations__', {})
        annotations.update(own)
        for key, value in own.items():
            kind = getattr(value, '_name', None)
            (required if kind == 'Required' or total and kind != 'NotRequired' else optional).add(key)
        made = type.__new__(mcls, name, (dict,), dict(namespace))
        made.__annotations__ = annotations
        made.__total__ = total
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, obj):
        raise TypeError('TypedDict does not support instance and class checks')

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')


class _TypedDict:
    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        return _TypedDictMeta(typename, (), {'__annotations__': dict(fields or kwargs)}, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDictRoot,)

    def __repr__(self):
        return '<function TypedDict>'


_TypedDictRoot = type.__new__(_TypedDictMeta, 'TypedDict', (dict,), {})
TypedDict = _TypedDict()


def cast(typ, val):
    return val


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not @overload-ed.')


def overload(func):
    return _overload_dummy


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    return arg


def override(method):
    return method


def assert_never(arg, /):
    raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    import sys
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def dataclass_transform(**kwargs):
    return lambda cls_or_fn: cls_or_fn


class NewType(_Base):
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = '__main__'

    def __call__(self, x):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'


def get_origin(tp):
    if isinstance(tp, _Alias):
        return Annotated if tp._name == 'Annotated' else tp.__origin__
    if isinstance(tp, _Generic):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if type(tp).__name__ == 'GenericAlias' or hasattr(tp, '__origin__') and not isinstance(tp, type):
        return tp.__origin__
    return None


def get_args(tp):
    if isinstance(tp, _Alias):
        if tp._name == 'Annotated':
            return (tp.__origin__,) + tuple(tp.__metadata__)
        if tp._name == 'Callable' and tp.__args__:
            if tp.__args__[0] is Ellipsis:
                return tp.__args__
            return (list(tp.__args__[:-1]), tp.__args__[-1])
        return tp.__args__
    if isinstance(tp, (_Generic, type)) and not hasattr(tp, '__metadata__'):
        return ()
    return getattr(tp, '__args__', ())


def _resolve(value, globalns, localns):
    if value is None:
        return type(None)
    if isinstance(value, str):
        return _resolve(eval(value, globalns, localns), globalns, localns)
    if isinstance(value, ForwardRef):
        return eval(value.__forward_arg__, globalns, localns)
    if isinstance(value, _Alias) and any(isinstance(a, (ForwardRef, _Alias)) for a in value.__args__):
        args = tuple([_resolve(a, globalns, localns) if isinstance(a, (ForwardRef, _Alias)) else a for a in value.__args__])
        return _Alias(value.__origin__, args, value._name)
    return value


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    import sys
    hints = {}
    if isinstance(obj, type):
        for c in reversed(obj.__mro__):
            module = sys.modules.get(c.__module__)
            names = globalns if globalns is not None else dict(vars(module)) if module is not None else {}
            for name, value in c.__dict__.get('__annotations__', {}).items():
                hints[name] = _resolve(value, names, localns)
    else:
        names = globalns if globalns is not None else dict(getattr(getattr(obj, '__wrapped__', obj), '__globals__', None) or vars(obj))
        for name, value in getattr(obj, '__annotations__', {}).items():
            hints[name] = _resolve(value, names, localns)
    if not include_extras:
        hints = {n: (v.__origin__ if isinstance(v, _Alias) and v._name == 'Annotated' else v) for n, v in hints.items()}
    return hints


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)
