"""Names for annotations; they are kept, not checked."""
import collections
import collections.abc
import contextlib
import re as _re
import sys
from abc import ABCMeta, abstractmethod
from types import GenericAlias, UnionType

__all__ = ['Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal', 'Optional', 'ParamSpec',
           'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union', 'AbstractSet', 'ByteString', 'Container', 'ContextManager',
           'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView', 'Mapping', 'MappingView', 'MutableMapping', 'MutableSequence',
           'MutableSet', 'Sequence', 'Sized', 'ValuesView', 'Awaitable', 'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection',
           'AsyncContextManager', 'AsyncGenerator', 'Reversible', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat', 'SupportsIndex',
           'SupportsInt', 'SupportsRound', 'ChainMap', 'Counter', 'Deque', 'Dict', 'DefaultDict', 'List', 'OrderedDict', 'Set', 'FrozenSet',
           'NamedTuple', 'TypedDict', 'Generator', 'BinaryIO', 'IO', 'Match', 'Pattern', 'TextIO', 'AnyStr', 'assert_type', 'assert_never',
           'cast', 'clear_overloads', 'dataclass_transform', 'final', 'get_args', 'get_origin', 'get_overloads', 'get_type_hints',
           'is_typeddict', 'LiteralString', 'Never', 'NewType', 'no_type_check', 'no_type_check_decorator', 'NoReturn', 'NotRequired',
           'overload', 'ParamSpecArgs', 'ParamSpecKwargs', 'Required', 'reveal_type', 'runtime_checkable', 'Self', 'Text', 'TYPE_CHECKING',
           'TypeAlias', 'TypeGuard', 'Unpack']

TYPE_CHECKING = False
Generic = Protocol = None    # classes, further down


def _show(t):
    if isinstance(t, type) and not isinstance(t, GenericAlias):
        return t.__qualname__ if t.__module__ == 'builtins' else f'{t.__module__}.{t.__qualname__}'
    if t is Ellipsis:
        return '...'
    if t is None:
        return 'None'
    if isinstance(t, list):
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


def _caller_name():
    """Name of the module that called into this one."""
    try:
        frame = sys._getframe(1)
    except (AttributeError, ValueError):    # sandboxes have no frames
        return '__main__'
    while frame.f_back and frame.f_globals.get('__name__') == 'typing':
        frame = frame.f_back
    return frame.f_globals.get('__name__', '__main__')


class _Base:
    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError('Cannot subclass special typing classes')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ForwardRef(_Base, _root=True):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        try:
            self.__forward_code__ = compile(f'({arg},)[0]' if arg[:1] == '*' else arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {arg!r}') from None
        except NameError:   # sandboxes have no compile
            pass
        self.__forward_arg__ = arg
        self.__forward_module__ = module
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_evaluated__ = False
        self.__forward_value__ = None

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r}' + (f', module={self.__forward_module__!r})' if self.__forward_module__ else ')')

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return self.__forward_arg__ == other.__forward_arg__ and self.__forward_value__ == other.__forward_value__
        return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))


class _Special(_Base, _root=True):
    """Any, Union, Literal ...: the name alone, or with arguments."""

    def __init__(self, name, build=None):
        self._name = self.__name__ = self.__qualname__ = name
        self._build = build
        self._is_classvar = name == 'ClassVar'
        self.__module__ = 'typing'

    __iter__ = None     # the items are types

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, item):
        if self._build is None:
            raise TypeError(f'{self!r} is not subscriptable')
        return self._build(self, item if isinstance(item, tuple) else (item,))

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __reduce__(self):
        return self._name

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __instancecheck__(self, obj):
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self!r} cannot be used with issubclass()')


_OWN_NAMES = '_name', '_special', '_is_classvar'


class _GenericAlias(_Base, _root=True):
    """An origin with arguments: List[int]."""

    def __init__(self, origin, args, name=None, special=None):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name
        self._special = special
        found = []
        for a in [x for a in args for x in (a if isinstance(a, tuple) else (a,))]:  # a tuple: the parameters a ParamSpec stands for
            for v in [a] if isinstance(a, TypeVar) else getattr(a, '__parameters__', ()) if not isinstance(a, type) or isinstance(a, GenericAlias) else ():
                if v not in found:
                    found.append(v)
        self.__parameters__ = tuple(found)
        self.__module__ = 'typing' if name else getattr(origin, '__module__', 'typing')
        self._is_classvar = name == 'ClassVar'

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _show(self.__origin__)
        args = self.__args__
        if self._name == 'Callable' and args:
            if len(args) == 2 and (args[0] is Ellipsis or isinstance(args[0], ParamSpec) or getattr(args[0], '_name', None) == 'Concatenate'):
                return f'typing.Callable[{_show(args[0])}, {_show(args[1])}]'
            return f'typing.Callable[[{", ".join([_show(a) for a in args[:-1]])}], {_show(args[-1])}]'
        if self._name == 'Optional':
            return f'typing.Optional[{_show([a for a in args if a is not type(None)][0])}]'
        if self._name == 'Literal':
            return f'typing.Literal[{", ".join([_show(a) if isinstance(a, type) else repr(a) for a in args])}]'
        if self._name == 'Unpack':
            return '*' + _show(args[0])
        if self._name == 'Annotated':
            return f'typing.Annotated[{_show(self.__origin__)}, {", ".join([repr(a) for a in self.__metadata__])}]'
        return f'{name}[{", ".join([_show(a) if not (a == ()) else "()" for a in args]) if args else "()"}]'

    def __call__(self, *args, **kwargs):
        if self._name == 'Annotated':
            return self.__origin__(*args, **kwargs)
        if not isinstance(self.__origin__, type):
            raise TypeError(f'Cannot instantiate {self!r}')
        if self._name and self.__origin__ in (list, dict, set, frozenset, tuple, type):
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return result

    def __getitem__(self, item):
        values = item if isinstance(item, tuple) else (item,)
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f'Cannot subscript already-subscripted {self!r}')
        if not self.__parameters__:
            raise TypeError(f'{self!r} is not a generic class')
        return _substitute(self, _assign(self, self.__parameters__, values))

    def __iter__(self):
        if self.__origin__ is Union or self._name in ('Callable', 'Annotated', 'Literal'):
            raise TypeError(f"'{type(self).__name__}' object is not iterable")
        return iter((Unpack[self],))

    def __reduce__(self):
        if self._name and self._name in globals():
            args = self.__args__
            if self._name == 'Annotated':
                return _getitem, (Annotated, (self.__origin__, *self.__metadata__))
            if self._name == 'Callable' and args[0] is not Ellipsis:
                args = list(args[:-1]), args[-1]
            if self._name == 'Optional':
                return _getitem, (Union, args)
            return _getitem, (globals()[self._name], args if len(args) != 1 else args[0])
        return _getitem, (self.__origin__, self.__args__ if len(self.__args__) != 1 else self.__args__[0])

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__') and self.__dict__.get('_name'):
            return self._name
        if name.startswith('__') and name.endswith('__') and name not in ('__name__', '__qualname__', '__doc__') or '__origin__' not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if not isinstance(origin, type):
            raise TypeError(f'Cannot subclass {self!r}')
        if origin is Generic:
            if Protocol in bases:
                return ()
            if any(isinstance(b, _GenericAlias) and b is not self for b in bases[bases.index(self) + 1:]):
                return ()
        return _entries(self, bases) if self._name and self._name != 'Annotated' else (origin,)

    def __setattr__(self, name, value):
        if name in _OWN_NAMES or name[:2] == name[-2:] == '__':
            object.__setattr__(self, name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, obj):
        if self._name in ('Union', 'Optional'):
            return isinstance(obj, self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __subclasscheck__(self, cls):
        if self._name in ('Union', 'Optional'):
            return issubclass(cls, self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __eq__(self, other):
        if self.__origin__ is Union and isinstance(other, UnionType):
            return set(self.__args__) == set(other.__args__)
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        if self._name == 'Literal' and other._name == 'Literal':
            return {(type(a), a) for a in self.__args__} == {(type(a), a) for a in other.__args__}
        if self._name == 'Annotated' or other._name == 'Annotated':
            return self._name == other._name and self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__
        if self.__origin__ is Union and other.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash(frozenset(self.__args__))
        if self._name == 'Literal':
            return hash(frozenset([(value, type(value)) for value in self.__args__]))
        return hash((self.__origin__, self.__args__))


def _entries(alias, bases):
    """The classes that List or List[int] stands for among the bases of a class."""
    entries = [] if alias.__origin__ in bases else [alias.__origin__]
    rest = bases[bases.index(alias) + 1:]
    if not any(isinstance(b, (_GenericAlias, _SpecialGenericAlias)) or isinstance(b, type) and issubclass(b, Generic) for b in rest):
        entries.append(Generic)
    return tuple(entries)


def _getitem(target, args):
    return target[args]


def _assign(shown, parameters, values):
    """What each type variable stands for. A TypeVarTuple takes what the others leave."""
    several = [i for i, p in enumerate(parameters) if isinstance(p, TypeVarTuple)]
    if len(parameters) == 1 and isinstance(parameters[0], ParamSpec) and not (len(values) == 1 and _is_parameter_list(values[0])):
        values = (tuple(values),)
    fixed = len(parameters) - len(several)
    if len(values) < fixed or not several and len(values) > fixed:
        raise TypeError(f'Too {"many" if len(values) > fixed else "few"} arguments for {shown!r}; actual {len(values)}, '
                        f'expected {"at least " if several else ""}{fixed}')
    mapping = {}
    at = 0
    for p in parameters:
        if isinstance(p, TypeVarTuple):
            count = len(values) - fixed
            mapping[p] = tuple([_check(v) for v in values[at:at + count]])
            at += count
        else:
            value = values[at]
            if isinstance(p, ParamSpec) and not (isinstance(shown, type) and not _is_parameter_list(value)):
                value = p.__typing_subst__(value)
            mapping[p] = tuple([_check(v) for v in value]) if isinstance(value, tuple) else value if value is ... else _type_check(value)
            at += 1
    return mapping


def _is_parameter_list(value):
    return value is ... or isinstance(value, (list, tuple, ParamSpec)) or getattr(value, '_name', None) == 'Concatenate'


def _substitute(alias, mapping):
    args = []
    for a in alias.__args__:
        if isinstance(a, TypeVar):
            value = mapping.get(a, a)
            if isinstance(value, tuple) and (alias._name or isinstance(a, TypeVarTuple)):
                args.extend(value)
            else:
                args.append(value)
        elif isinstance(a, _GenericAlias) and a._name == 'Unpack' and isinstance(a.__args__[0], TypeVarTuple):
            args.extend(mapping.get(a.__args__[0], (a,)))
        elif isinstance(a, _GenericAlias) and a.__parameters__:
            made = _substitute(a, mapping)
            if isinstance(made, tuple):
                args.extend(made)
            else:
                args.append(made)
        elif isinstance(a, tuple):
            args.append(tuple([mapping.get(x, x) if isinstance(x, TypeVar) else _substitute(x, mapping) if isinstance(x, _GenericAlias) else x for x in a]))
        elif isinstance(a, GenericAlias) and a.__parameters__:
            args.append(a[tuple([mapping.get(p, p) for p in a.__parameters__])])
        else:
            args.append(a)
    if alias.__origin__ is Union:
        return Union[tuple(args)]
    if alias._name == 'Annotated':
        return Annotated[(args[0], *alias.__metadata__)]
    if alias._name == 'Concatenate':
        if not (args[-1] is ... or isinstance(args[-1], ParamSpec)):
            if getattr(args[-1], '_name', None) != 'Concatenate':
                return tuple(args)
            args[-1:] = args[-1].__args__
    return _GenericAlias(alias.__origin__, tuple(args), alias._name)


class _SpecialGenericAlias(_Base, _root=True):
    """A bare container name: List, Dict ..."""

    def __init__(self, origin, name, count=1):
        self.__origin__ = origin
        self._name = self.__name__ = self.__qualname__ = name
        self._count = count
        self.__module__ = 'typing'
        self.__doc__ = f'A generic version of {origin.__module__}.{origin.__qualname__}.'
        self.__args__ = ()
        self.__parameters__ = ()

    __iter__ = None     # the items are types

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, item):
        args = item if isinstance(item, tuple) else (item,)
        if self._name == 'Tuple':
            if item == ():
                return _GenericAlias(tuple, (), 'Tuple')
        elif self._name == 'Callable':
            if not isinstance(item, tuple) or len(item) != 2:
                raise TypeError('Callable must be used as Callable[[arg, ...], result].')
            parameters = item[0]
            if isinstance(parameters, (list, tuple)):
                args = (*parameters, item[1])
        elif self._count is not None and len(args) != self._count:
            raise TypeError(f'Too {"many" if len(args) > self._count else "few"} arguments for {self!r}; actual {len(args)}, '
                            f'expected {self._count}')
        return _GenericAlias(self.__origin__, tuple([a if a is ... or isinstance(a, ParamSpec) else _type_check(a) for a in args]), self._name)

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__') or '__origin__' not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwargs):
        if self.__origin__ in (list, dict, set, frozenset, tuple, type):
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return _entries(self, bases)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return hash(self._name)


class TypeVar(_Base, _root=True):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self.__name__ = name
        self.__bound__ = None if bound is None else _type_check(bound)
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self.__constraints__ = tuple([_type_check(t) for t in constraints])
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

        self.__module__ = _caller_name()

    def __typing_subst__(self, arg):
        return _type_check(arg)

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def __reduce__(self):
        return self.__name__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__


class ParamSpecArgs(_Base, _root=True):
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((type(self), self.__origin__))


class ParamSpecKwargs(ParamSpecArgs, _root=True):
    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'


class ParamSpec(TypeVar, _root=True):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        super().__init__(name, bound=bound, covariant=covariant, contravariant=contravariant)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple([_type_check(a) for a in arg])
        if not _is_parameter_list(arg):
            raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}')
        return arg

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(TypeVar, _root=True):
    def __init__(self, name):
        super().__init__(name)

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


def _type_check(t):
    """The type an argument means; what is none is refused."""
    t = _check(t)
    if type(t) is tuple:
        raise TypeError(f'Parameters to generic types must be types. Got {t!r:.100}.')
    if t is Generic or t is Protocol:
        raise TypeError(f'Plain {t!r} is not valid as type argument')
    if isinstance(t, _GenericAlias) and t.__origin__ in (Generic, Protocol):
        raise TypeError(f'{t!r} is not valid as type argument')
    if isinstance(t, _Special) and t._name in _PLAIN_NAMES or isinstance(t, _GenericAlias) and t._name in _HINTS:
        raise TypeError(f'{"Plain " if isinstance(t, _Special) else ""}{t!r} is not valid as type argument')
    return t


_PLAIN_NAMES = 'Union', 'Optional', 'Literal', 'ClassVar', 'Final', 'TypeGuard', 'Required', 'NotRequired', 'Concatenate', 'Unpack'


def _build_union(special, args):
    flat = []
    for a in args:
        a = _check(a)
        if isinstance(a, _GenericAlias) and a.__origin__ is Union:
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
    return _GenericAlias(Union, tuple(flat), 'Optional' if len(flat) == 2 and type(None) in flat else 'Union')


def _build_optional(special, args):
    if len(args) != 1:
        raise TypeError(f'typing.Optional requires a single type. Got {args!r:.100}.')
    return Union[_type_check(args[0]), type(None)]


def _build_unpack(special, args):
    if len(args) != 1:
        raise TypeError(f'{special!r} accepts only single type. Got {args!r:.100}.')
    return _build_plain(special, args)


def _build_concatenate(special, args):
    if args == ((),):
        raise TypeError('Cannot take a Concatenate of no types.')
    if not (args[-1] is ... or isinstance(args[-1], ParamSpec)):
        raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or ellipsis.')
    return _build_plain(special, args)


def _build_plain(special, args):
    return _GenericAlias(special, tuple([_check(a) for a in args]), special._name)


def _build_single(special, args):
    if len(args) != 1:
        raise TypeError(f'{special!r} accepts only single type. Got {args!r:.100}.')
    return _GenericAlias(special, (_type_check(args[0]),), special._name)


def _build_literal(special, args):
    flat = []
    for a in args:
        for value in a.__args__ if isinstance(a, _GenericAlias) and a._name == 'Literal' else (a,):
            if not any(value is x or type(value) is type(x) and value == x for x in flat):
                flat.append(value)
    return _GenericAlias(special, tuple(flat), 'Literal')


class Annotated:
    """A type with further information: Annotated[int, 'seconds']."""
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError('Type Annotated cannot be instantiated.')

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
        origin, metadata = _check(params[0]), tuple(params[1:])
        if isinstance(origin, _GenericAlias) and origin._name == 'Annotated':
            origin, metadata = origin.__origin__, origin.__metadata__ + metadata
        alias = _GenericAlias(origin, (origin,), 'Annotated')
        alias.__metadata__ = metadata
        return alias

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f'Cannot subclass {cls.__module__}.Annotated')


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()

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
ClassVar = _Special('ClassVar', _build_single)
Final = _Special('Final', _build_single)
NoReturn = _Special('NoReturn')
Never = _Special('Never')
Self = _Special('Self')
LiteralString = _Special('LiteralString')
TypeAlias = _Special('TypeAlias')
TypeGuard = _Special('TypeGuard', _build_single)
Required = _Special('Required', _build_single)
NotRequired = _Special('NotRequired', _build_single)
Concatenate = _Special('Concatenate', _build_concatenate)
Unpack = _Special('Unpack', _build_unpack)

List = _SpecialGenericAlias(list, 'List')
Dict = _SpecialGenericAlias(dict, 'Dict', 2)
Set = _SpecialGenericAlias(set, 'Set')
FrozenSet = _SpecialGenericAlias(frozenset, 'FrozenSet')
Tuple = _SpecialGenericAlias(tuple, 'Tuple', None)
Type = _SpecialGenericAlias(type, 'Type')
Deque = _SpecialGenericAlias(collections.deque, 'Deque')
DefaultDict = _SpecialGenericAlias(collections.defaultdict, 'DefaultDict', 2)
OrderedDict = _SpecialGenericAlias(collections.OrderedDict, 'OrderedDict', 2)
Counter = _SpecialGenericAlias(collections.Counter, 'Counter')
ChainMap = _SpecialGenericAlias(collections.ChainMap, 'ChainMap', 2)
Callable = _SpecialGenericAlias(collections.abc.Callable, 'Callable', 2)
Hashable = _SpecialGenericAlias(collections.abc.Hashable, 'Hashable', 0)
Sized = _SpecialGenericAlias(collections.abc.Sized, 'Sized', 0)
Iterable = _SpecialGenericAlias(collections.abc.Iterable, 'Iterable')
Iterator = _SpecialGenericAlias(collections.abc.Iterator, 'Iterator')
Generator = _SpecialGenericAlias(collections.abc.Generator, 'Generator', 3)
Reversible = _SpecialGenericAlias(collections.abc.Reversible, 'Reversible')
Container = _SpecialGenericAlias(collections.abc.Container, 'Container')
Collection = _SpecialGenericAlias(collections.abc.Collection, 'Collection')
Sequence = _SpecialGenericAlias(collections.abc.Sequence, 'Sequence')
MutableSequence = _SpecialGenericAlias(collections.abc.MutableSequence, 'MutableSequence')
AbstractSet = _SpecialGenericAlias(collections.abc.Set, 'AbstractSet')
MutableSet = _SpecialGenericAlias(collections.abc.MutableSet, 'MutableSet')
Mapping = _SpecialGenericAlias(collections.abc.Mapping, 'Mapping', 2)
MutableMapping = _SpecialGenericAlias(collections.abc.MutableMapping, 'MutableMapping', 2)
MappingView = _SpecialGenericAlias(collections.abc.MappingView, 'MappingView')
KeysView = _SpecialGenericAlias(collections.abc.KeysView, 'KeysView')
ItemsView = _SpecialGenericAlias(collections.abc.ItemsView, 'ItemsView', 2)
ValuesView = _SpecialGenericAlias(collections.abc.ValuesView, 'ValuesView')
ByteString = _SpecialGenericAlias(collections.abc.ByteString, 'ByteString', 0)
Awaitable = _SpecialGenericAlias(collections.abc.Awaitable, 'Awaitable')
Coroutine = _SpecialGenericAlias(collections.abc.Coroutine, 'Coroutine', 3)
AsyncIterable = _SpecialGenericAlias(collections.abc.AsyncIterable, 'AsyncIterable')
AsyncIterator = _SpecialGenericAlias(collections.abc.AsyncIterator, 'AsyncIterator')
AsyncGenerator = _SpecialGenericAlias(collections.abc.AsyncGenerator, 'AsyncGenerator', 2)
ContextManager = _SpecialGenericAlias(contextlib.AbstractContextManager, 'ContextManager')
AsyncContextManager = _SpecialGenericAlias(contextlib.AbstractAsyncContextManager, 'AsyncContextManager')
Text = str


def _variables(types):
    found = []
    for t in types:
        for v in [t] if isinstance(t, TypeVar) else getattr(t, '__parameters__', ()) if not isinstance(t, type) or isinstance(t, GenericAlias) else ():
            if v not in found:
                found.append(v)
    return tuple(found)


class Generic:
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, item):
        args = item if isinstance(item, tuple) else (item,)
        if cls is Generic or cls is globals().get('Protocol'):
            if not args:
                raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
            for a in args:
                if not isinstance(a, TypeVar) and not (isinstance(a, _GenericAlias) and a._name == 'Unpack'):
                    raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.')
            if len(set(args)) != len(args):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
            return _GenericAlias(cls, args)
        parameters = getattr(cls, '__parameters__', ())
        if not parameters:
            raise TypeError(f'{cls!r} is not a generic class')
        mapping = _assign(cls, parameters, args)
        flat = []
        for p in parameters:
            flat.extend(mapping[p]) if isinstance(p, TypeVarTuple) else flat.append(mapping[p])
        return _GenericAlias(cls, tuple(flat))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__')
        if bases is None:
            if Generic in cls.__bases__ and cls.__name__ != 'Protocol':
                raise TypeError('Cannot inherit from plain Generic')
            cls.__parameters__ = ()
            return
        if Generic in bases and cls.__name__ != 'Protocol':
            raise TypeError('Cannot inherit from plain Generic')
        parameters = _variables(bases)
        listed = None
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, globals().get('Protocol')) and base.__parameters__:
                if listed is not None:
                    raise TypeError('Cannot inherit from Generic[...] multiple times.')
                listed = base.__parameters__
                name = base.__origin__.__name__
        if listed is not None:
            missing = [v for v in parameters if v not in listed]
            if missing:
                raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not listed in {name}[{', '.join(map(str, listed))}]")
            parameters = listed
        cls.__parameters__ = tuple(parameters)


T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
AnyStr = TypeVar('AnyStr', bytes, str)

Pattern = _SpecialGenericAlias(_re.Pattern, 'Pattern')
Match = _SpecialGenericAlias(_re.Match, 'Match')


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if not cls.__dict__.get('_is_protocol'):
            return super().__instancecheck__(instance)
        if not cls.__dict__.get('_is_runtime_protocol') and cls is not Protocol:
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        members = _protocol_members(cls)
        if _only_methods(cls, members) and super().__instancecheck__(instance):
            return True
        return bool(members) and all(hasattr(instance, name) and not (callable(getattr(cls, name, None)) and getattr(instance, name) is None)
                                     for name in members)

    def __subclasscheck__(cls, subclass):
        if not cls.__dict__.get('_is_protocol'):
            return super().__subclasscheck__(subclass)
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        if not cls.__dict__.get('_is_runtime_protocol') and cls is not Protocol:
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        members = _protocol_members(cls)
        if not _only_methods(cls, members):
            raise TypeError("Protocols with non-method members don't support issubclass()")
        return super().__subclasscheck__(subclass)


def _only_methods(cls, members):
    return all(callable(getattr(cls, name, None)) for name in members)


def _implements(cls, subclass):
    """Has the class every method of the protocol, none of them None?"""
    if not cls.__dict__.get('_is_protocol'):
        return NotImplemented
    for name in _protocol_members(cls):
        for base in subclass.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            annotations = base.__dict__.get('__annotations__')
            if isinstance(annotations, dict) and name in annotations and issubclass(subclass, Generic) and base.__dict__.get('_is_protocol'):
                break
        else:
            return NotImplemented
    return True


def _protocol_members(cls):
    found = []
    for c in cls.__mro__:
        if c.__dict__.get('_is_protocol') and c is not Protocol:
            for name in list(c.__dict__) + list(c.__dict__.get('__annotations__', {})):
                if name not in _protocol_ignored and not name.startswith('_abc_') and name not in found:
                    found.append(name)
    return found


_protocol_ignored = frozenset(['__module__', '__qualname__', '__dict__', '__weakref__', '__doc__', '__annotations__', '__abstractmethods__',
                               '__slots__', '__init__', '__subclasshook__', '_is_protocol', '_is_runtime_protocol', '__final__', '__parameters__', '__new__',
                               '__class_getitem__', '__init_subclass__', '__match_args__', '__orig_bases__', '__hash__', '__static_attributes__'])


_plain_protocols = {
    'collections.abc': ('Callable', 'Awaitable', 'Iterable', 'Iterator', 'AsyncIterable', 'AsyncIterator', 'Hashable', 'Sized', 'Container', 'Collection', 'Reversible'),
    'contextlib': ('AbstractContextManager', 'AbstractAsyncContextManager'),
}


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if '_is_protocol' not in cls.__dict__:
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_implements)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if base not in (object, Generic) and not getattr(base, '_is_protocol', False) and base.__name__ not in _plain_protocols.get(base.__module__, ()):
                raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        cls._is_runtime_protocol = False
        if cls.__init__ is Protocol.__init__ or '__init__' not in cls.__dict__:
            cls.__init__ = _no_init

    def __init__(self, *args, **kwargs):
        pass


def _no_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if cls.__init__ is not _no_init:    # called by its super().__init__()
        return
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _no_init)
        if init is not _no_init and base is not Protocol:
            return init(self, *args, **kwargs)


class IO(Generic[AnyStr]):
    """Streams of text or bytes."""
    __slots__ = ()


class TextIO(IO[str]):
    """Streams of text."""
    __slots__ = ()


class BinaryIO(IO[bytes]):
    """Streams of bytes."""
    __slots__ = ()


def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
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
class SupportsComplex(Protocol):
    @abstractmethod
    def __complex__(self): pass


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
        for base in bases:
            if base is not _NamedTupleRoot and base is not Generic or bases.count(base) > 1:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        annotations = {n: _check(t) for n, t in namespace.get('__annotations__', {}).items()}
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
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_make', '_replace', '_asdict', '_source'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in annotations and key not in ('__module__', '__qualname__', '__annotations__', '__dict__', '__weakref__'):
                setattr(made, key, value)
        made.__qualname__ = namespace.get('__qualname__', name)
        if Generic in bases:
            made.__bases__ = tuple([tuple if base is _NamedTupleRoot else base for base in bases])
            Generic.__init_subclass__.__func__(made)
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """Makes a named tuple with types: a base class, or a function of name and fields."""
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not both')
    pairs = [(n, _type_check(t)) for n, t in fields]
    made = collections.namedtuple(typename, [n for n, _ in pairs])
    made.__annotations__ = dict(pairs)
    made.__module__ = _caller_name()
    return made


_NamedTupleRoot = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTupleRoot,)


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        home = namespace.get('__module__')
        namespace['__annotations__'] = {n: ForwardRef(t, module=home) if isinstance(t, str) else _check(t)
                                        for n, t in namespace.get('__annotations__', {}).items()}
        annotations = {}
        required, optional = set(), set()
        for base in bases:
            if not isinstance(base, _TypedDictMeta) and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
            annotations.update(base.__dict__.get('__annotations__', {}))
            needed, spare = getattr(base, '__required_keys__', frozenset()), getattr(base, '__optional_keys__', frozenset())
            required = required - spare | needed
            optional = optional - needed | spare
        own = namespace.get('__annotations__', {})
        annotations.update(own)
        for key, value in own.items():
            kind = getattr(value, '_name', None)
            if kind == 'Annotated':
                kind = getattr(value.__origin__, '_name', None)
            needed = kind == 'Required' or total and kind != 'NotRequired'
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        generic = any(issubclass(b, Generic) for b in bases)
        made = type.__new__(mcls, name, (Generic, dict) if generic else (dict,), dict(namespace))
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


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """Describes dicts by the types of their keys: a base class, or a function of name and fields."""
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError('TypedDict takes either a dict or keyword arguments, but not both')
    namespace = {'__annotations__': dict(fields), '__module__': _caller_name()}
    return _TypedDictMeta(typename, (), namespace, total=total)


_TypedDictRoot = type.__new__(_TypedDictMeta, 'TypedDict', (dict,), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDictRoot,)


def cast(typ, val):
    return val


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not @overload-ed.')


_overloads = {}


def overload(func):
    inner = getattr(func, '__func__', func)
    try:
        _overloads.setdefault((inner.__module__, inner.__qualname__), {})[inner.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    inner = getattr(func, '__func__', func)
    return list(_overloads.get((inner.__module__, inner.__qualname__), {}).values())


def clear_overloads():
    _overloads.clear()


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    if isinstance(arg, type):
        for name, value in vars(arg).items():
            if isinstance(value, (type(cast), staticmethod, classmethod, type)) and getattr(value, '__qualname__', '').startswith(arg.__qualname__):
                try:
                    no_type_check(getattr(value, '__func__', value))
                except (AttributeError, TypeError):
                    pass
    try:
        arg.__no_type_check__ = True
    except (AttributeError, TypeError):
        pass
    return arg


def no_type_check_decorator(decorator):
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    wrapped.__wrapped__ = decorator
    return wrapped


_ASSERT_NEVER_REPR_MAX_LENGTH = 100


def assert_never(arg, /):
    shown = repr(arg)
    if len(shown) > _ASSERT_NEVER_REPR_MAX_LENGTH:
        shown = shown[:_ASSERT_NEVER_REPR_MAX_LENGTH] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {shown}')


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default,
                                             'field_specifiers': field_specifiers, 'kwargs': kwargs}
        return cls_or_fn
    return decorator


class NewType(_Base, _root=True):
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = _caller_name()

    def __reduce__(self):
        return self.__qualname__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: `{bases[0].__name__ if bases else 'X'} = NewType('X', {self.__name__})`")

    def __call__(self, x):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'


def get_origin(tp):
    if isinstance(tp, _GenericAlias):
        return Annotated if tp._name == 'Annotated' else tp.__origin__
    if isinstance(tp, (_SpecialGenericAlias, GenericAlias, ParamSpecArgs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return UnionType if isinstance(tp, UnionType) else None


def get_args(tp):
    if isinstance(tp, _GenericAlias):
        if tp._name == 'Annotated':
            return (tp.__origin__,) + tuple(tp.__metadata__)
        args = tp.__args__
        if tp._name == 'Callable' and args and not (len(args) == 2 and _is_parameter_list(args[0])):
            return (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, GenericAlias):
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (len(args) == 2 and _is_parameter_list(args[0])):
            return (list(args[:-1]), args[-1])
        return args
    return tp.__args__ if isinstance(tp, UnionType) else ()


_HINTS = 'ClassVar', 'Final'     # of variables, not of parameters


def _resolve(value, globalns, localns, guard=frozenset()):
    if value is None:
        return type(None)
    if isinstance(value, str):
        value = ForwardRef(value)
    if isinstance(value, ForwardRef):
        if value.__forward_arg__ in guard:      # refers to itself
            return value
        names = globalns
        if value.__forward_module__ is not None:
            names = getattr(sys.modules.get(value.__forward_module__), '__dict__', globalns)
        source = value.__forward_arg__
        found = eval(f'({source},)[0]' if source[:1] == '*' else source, names, localns)
        found = _resolve(found, globalns, localns, guard | {source})
        if isinstance(found, _GenericAlias) and found._name in _HINTS and value.__forward_is_argument__ and not value.__forward_is_class__:
            raise TypeError(f'{found!r} is not valid as type argument')
        value.__forward_value__, value.__forward_evaluated__ = found, True
        return found
    if isinstance(value, _GenericAlias):
        args = tuple([_resolve(a, globalns, localns, guard) if isinstance(a, (ForwardRef, _GenericAlias, GenericAlias, UnionType)) else a for a in value.__args__])
        if all(a is b for a, b in zip(args, value.__args__)):
            return value
        if value.__origin__ is Union:
            return Union[args]
        if value._name == 'Annotated':
            return Annotated[(args[0], *value.__metadata__)]
        return _GenericAlias(value.__origin__, args, value._name)
    if isinstance(value, GenericAlias):
        args = tuple([_resolve(a, globalns, localns, guard) if isinstance(a, (str, ForwardRef, _GenericAlias, GenericAlias, UnionType)) else a for a in value.__args__])
        return value if all(a is b for a, b in zip(args, value.__args__)) else GenericAlias(value.__origin__, args)
    if isinstance(value, UnionType):
        args = [_resolve(a, globalns, localns, guard) for a in value.__args__]
        if all(a is b for a, b in zip(args, value.__args__)):
            return value
        made = args[0]
        for a in args[1:]:
            made = made | a
        return made
    return value


def _stripped(t):
    """The type without Annotated, Required and NotRequired."""
    if isinstance(t, _GenericAlias):
        if t._name == 'Annotated':
            return _stripped(t.__origin__)
        if t._name in ('Required', 'NotRequired'):
            return _stripped(t.__args__[0])
        args = tuple([_stripped(a) for a in t.__args__])
        if all(a is b for a, b in zip(args, t.__args__)):
            return t
        return Union[args] if t.__origin__ is Union else _GenericAlias(t.__origin__, args, t._name)
    if isinstance(t, GenericAlias):
        args = tuple([_stripped(a) for a in t.__args__])
        return t if all(a is b for a, b in zip(args, t.__args__)) else GenericAlias(t.__origin__, args)
    return t


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, '__no_type_check__', None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for c in reversed(obj.__mro__):
            module = sys.modules.get(c.__module__)
            names = globalns if globalns is not None else dict(vars(module)) if module is not None else {}
            inner = dict(vars(c)) if localns is None else localns
            own = c.__dict__.get('__annotations__', {})
            for name, value in own.items() if isinstance(own, dict) else ():
                if isinstance(value, str):
                    value = ForwardRef(value, is_argument=False, is_class=True)
                hints[name] = _resolve(value, names, inner)
    else:
        if globalns is None:
            if isinstance(obj, type(sys)):
                names = dict(vars(obj))
            else:
                inner = obj
                while hasattr(inner, '__wrapped__'):
                    inner = inner.__wrapped__
                names = dict(getattr(inner, '__globals__', {}))
        else:
            names = globalns
        found = getattr(obj, '__annotations__', None)
        if found is None:
            if isinstance(obj, (type(cast), type(len), type(sys))) or callable(obj):
                return {}
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')
        for name, value in found.items():
            if isinstance(value, str):
                value = ForwardRef(value, is_argument=not isinstance(obj, type(sys)))
            hints[name] = _resolve(value, names, localns)
    return hints if include_extras else {n: _stripped(v) for n, v in hints.items()}


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)
