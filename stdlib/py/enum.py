"""Enumerations."""

__all__ = ['EnumMeta', 'EnumType', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique', 'member',
           'nonmember', 'property', 'CONFORM', 'STRICT', 'EJECT', 'KEEP', 'verify', 'UNIQUE', 'CONTINUOUS', 'NAMED_FLAGS']

import builtins as _builtins
from operator import attrgetter as _attrgetter
from types import DynamicClassAttribute as _DynamicClassAttribute

_property = _builtins.property
_unset = object()


class property(_DynamicClassAttribute):
    """A property of members that leaves its name to a member of the class."""
    member = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
        if self.fget is not None:
            return self.fget(instance)
        if self.member is not None:
            return self.member
        raise AttributeError(f'{ownerclass!r} member has no attribute {self.name!r}')

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot delete attribute {self.name!r}')
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name, self.clsname = name, ownerclass.__name__


def _fixed_property(name):
    # Plain properties are read in line, those of the class above are not.
    def refuse(self, *value):
        raise AttributeError(f"<enum 'Enum'> cannot {'set' if value else 'delete'} attribute {name!r}")
    return _property(_attrgetter(f'_{name}_'), refuse, refuse)


class auto:
    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value



def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


class _EnumDict(dict):
    """The names of a class body; members are collected under the key '#members'."""

    def __init__(self, cls_name=None, generate=None):
        dict.__init__(self)
        dict.__setitem__(self, '#members', {})
        dict.__setitem__(self, '#last', [])
        dict.__setitem__(self, '#ignore', [])
        dict.__setitem__(self, '#generate', generate)
        dict.__setitem__(self, '#class', cls_name)

    def __setitem__(self, key, value):
        members = self['#members']
        if _is_dunder(key) or key[:1] == '#':
            pass
        elif self['#class'] is not None and key.startswith('_' + self['#class'] + '__'):
            pass
        elif _is_sunder(key):
            if key not in ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
                           '_iter_member_by_value_', '_iter_member_by_def_', '_value_repr_', '_boundary_'):
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
            if key == '_generate_next_value_':
                if members:
                    raise TypeError('_generate_next_value_ must be defined before members')
                dict.__setitem__(self, '#generate', value.__func__ if isinstance(value, staticmethod) else value)
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                dict.__setitem__(self, '#ignore', value)
        elif key in members:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self['#ignore']:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value) and not (isinstance(value, type) and False):
            if isinstance(value, member):
                value = value.value
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, auto):
                if value.value is _unset:
                    value.value = self['#generate'](key, 1, len(members), self['#last'][:])
                value = value.value
            elif isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
                parts = []
                for v in value:
                    if isinstance(v, auto):
                        if v.value is _unset:
                            v.value = self['#generate'](key, 1, len(members), self['#last'][:])
                        v = v.value
                        self['#last'].append(v)
                    parts.append(v)
                value = tuple(parts)
            members[key] = value
            self['#last'].append(value)
        dict.__setitem__(self, key, value)

    def update(self, members, **more):
        for key in members.keys() if hasattr(members, 'keys') else ():
            self[key] = members[key]
        for key, value in () if hasattr(members, 'keys') else members:
            self[key] = value
        for key, value in more.items():
            self[key] = value


def _data_type(name, bases):
    found = []
    for base in bases:
        candidate = None
        for c in base.__mro__:
            if c is object:
                continue
            if isinstance(c, EnumType):
                if c._member_type_ is not object:
                    found.append(c._member_type_)
                    break
            elif '__new__' in c.__dict__ or c in _builtin_types or '__dataclass_fields__' in c.__dict__:
                found.append(candidate or c)
                break
            else:
                candidate = candidate or c
    found = list(dict.fromkeys(found))
    if len(found) > 1:
        raise TypeError(f'too many data types for {name!r}: {set(found)!r}')
    return found[0] if found else object


_builtin_types = (int, float, str, bytes, tuple, complex, frozenset)


def _find_value_repr(bases):
    """How the data type among the bases shows its values, when it has its own way."""
    for base in bases:
        for c in base.__mro__:
            if c is object:
                continue
            if isinstance(c, EnumType):
                found = c.__dict__.get('_value_repr_')
                return found if found is not object.__repr__ and found is not repr else None
            if '__repr__' in c.__dict__:
                return c.__dict__['__repr__']
    return None


def _find_new(bases, namespace):
    made = namespace.get('__new__')
    if made is not None:
        return made.__func__ if isinstance(made, staticmethod) else made
    for base in bases:
        for c in base.__mro__:
            made = c.__dict__.get('_user_new_')
            if made is not None:
                return made
    return None


def _bit_count(n):
    return bin(n).count('1')


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        generate = None
        for base in bases:
            for c in base.__mro__:
                if isinstance(c, EnumType) and c.__dict__.get('_member_names_'):
                    raise TypeError(f'<enum {cls!r}> cannot extend {c!r}')
        for base in bases:
            generate = getattr(base, '_generate_next_value_', None)
            if generate is not None:
                break
        return _EnumDict(cls, generate or _next_value)

    def __new__(metacls, name, bases, namespace, *, boundary=None, _simple=False, **kwds):
        for base in bases:
            for c in base.__mro__:
                if isinstance(c, EnumType) and c.__dict__.get('_member_names_'):
                    raise TypeError(f'<enum {name!r}> cannot extend {c!r}')
        namespace = dict(namespace)
        members = namespace.pop('#members', None)
        for key in ('#generate', '#class', '#last'):
            namespace.pop(key, None)
        for key in namespace.pop('#ignore', ()):
            namespace.pop(key, None)
        namespace.pop('_ignore_', None)
        order = namespace.pop('_order_', None)
        members = members or {}
        for key in members:
            namespace.pop(key, None)
        invalid = set(members) & {'mro', ''}
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join(repr(n) for n in invalid)}")
        data_type = _data_type(name, bases)
        if bases and not isinstance(bases[-1], EnumType):
            raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
        new = _find_new(bases, namespace)
        if '__new__' in namespace and bases:
            namespace['_user_new_'] = new
            del namespace['__new__']
        generate = namespace.get('_generate_next_value_')
        if generate is not None and not isinstance(generate, staticmethod):
            namespace['_generate_next_value_'] = staticmethod(generate)
        namespace['_member_names_'] = []
        namespace['_member_map_'] = {}
        namespace['_value2member_map_'] = {}
        namespace['_unhashable_values_'] = []
        namespace['_member_type_'] = data_type
        namespace['_new_member_'] = (new if bases else None) or (object.__new__ if data_type is object else data_type.__new__)
        namespace['_use_args_'] = new is not None or data_type is not object
        namespace['_value_repr_'] = _find_value_repr(bases) or repr if data_type is object else _find_value_repr(bases) or data_type.__repr__
        cls = super().__new__(metacls, name, bases, namespace, **kwds)
        if bases:
            if new is not None:
                type.__setattr__(cls, '__new_member__', new)
            type.__setattr__(cls, '__new__', Enum.__new__)
            _choose_methods(cls, bases, namespace, data_type)
        if boundary is not None:
            cls._boundary_ = boundary
        flags = 'Flag' in globals() and issubclass(cls, Flag)
        if flags:
            cls._flag_mask_ = cls._singles_mask_ = cls._all_bits_ = 0
        for key, value in members.items():
            _add_member(cls, key, value, new, data_type, flags)
        if order is not None:
            names = order.replace(',', ' ').split() if isinstance(order, str) else list(order)
            if [n for n in names if n not in cls._member_map_ or n in cls._member_names_] != cls._member_names_:
                raise TypeError(f'member order does not match _order_:\n  {cls._member_names_}\n  {names}')
        if flags:
            for m in cls._member_map_.values():
                if isinstance(m._value_, int) and m._value_ >= 0:
                    if m._value_ and _bit_count(m._value_) == 1:
                        cls._singles_mask_ |= m._value_
            mask = 0
            for m in cls._member_map_.values():
                if isinstance(m._value_, int):
                    mask |= m._value_
            cls._flag_mask_ = mask
            cls._all_bits_ = (1 << mask.bit_length()) - 1 if mask >= 0 else mask
            cls._member_names_ = [n for n in cls._member_names_ if _bit_count(cls._member_map_[n]._value_) == 1]
        return cls

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None and type is None:
            return _lookup(cls, value)
        return _functional(cls, value, names, module, qualname, type, start, boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Makes an enumeration of a module's constants and puts it in their place."""
        import sys
        space = sys.modules[module].__dict__
        source = source.__dict__ if source else space
        found = [(n, value) for n, value in source.items() if filter(n)]
        try:
            found.sort(key=lambda pair: (pair[1], pair[0]))
        except TypeError:
            found.sort(key=lambda pair: pair[0])
        made = _functional(cls, name, found, module, None, None, 1, boundary or KEEP)
        made.__reduce_ex__ = lambda self, proto: self._name_
        if as_global:
            global_enum(made)
        else:
            sys.modules[made.__module__].__dict__.update(made.__members__)
        space[name] = made
        return made

    def __iter__(cls):
        return iter([cls._member_map_[n] for n in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[n] for n in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, item):
        if not isinstance(item, Enum):
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(item).__qualname__}' and '{type(cls).__qualname__}'")
        return isinstance(item, cls) and item._name_ in cls._member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    def __dir__(cls):
        found = {'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__', '__module__', '__name__',
                 '__qualname__', *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            found.add('__new__')
        found.add('__init_subclass__')
        if cls._member_type_ is not object:
            found.update(dir(cls._member_type_))
        return sorted(found)

    @_property
    def __members__(cls):
        import types
        return types.MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if 'Flag' in globals() and issubclass(cls, Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"


EnumMeta = EnumType


def _choose_methods(cls, bases, namespace, data_type):
    """Members show themselves as their Enum does, not as the data type mixed in."""
    first = bases[-1]
    kept = set(namespace)
    if 'ReprEnum' in globals() and ReprEnum in bases:
        if data_type is object:
            raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)')
        if '__format__' not in kept:
            type.__setattr__(cls, '__format__', data_type.__format__)
        if '__str__' not in kept:
            type.__setattr__(cls, '__str__', data_type.__repr__ if data_type.__str__ is object.__str__ else data_type.__str__)
        kept.update(['__format__', '__str__'])
    for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
        if name not in kept and getattr(cls, name) in (getattr(data_type, name), getattr(object, name)):
            type.__setattr__(cls, name, getattr(first, name))
    if 'Flag' in globals() and issubclass(cls, Flag) and data_type is not object:
        for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
            if name not in kept:
                type.__setattr__(cls, name, getattr(Flag, name))


def _fill_value(m, data_type, args):
    try:
        m._value_ = data_type(*args)
    except Exception as exc:
        error = TypeError('_value_ not set in __new__, unable to create it')
        error.__cause__ = exc
        raise error


def _add_member(cls, key, value, new, data_type, flags):
    args = value if isinstance(value, tuple) else (value,)
    if data_type is tuple:
        args = (args,)
    if new is not None:
        m = new(cls, *args)
        if not hasattr(m, '_value_'):
            if data_type is object:
                m._value_ = value
            else:
                _fill_value(m, data_type, args)
    elif data_type is object:
        m = object.__new__(cls)
        m._value_ = value
    else:
        m = object.__new__(cls) if data_type.__new__ is object.__new__ else data_type.__new__(cls, *args)
        if data_type in _builtin_types or any(b in _builtin_types for b in data_type.__mro__):
            m._value_ = data_type(*args)
        else:
            _fill_value(m, data_type, args)
    value = m._value_
    m._name_ = key
    m.__objclass__ = cls
    if not _native_init(cls):
        m.__init__(*args)
    value = m._value_
    canonical = None
    try:
        canonical = cls._value2member_map_.get(value)
    except TypeError:
        for other in cls._member_map_.values():
            if other._value_ == value:
                canonical = other
                break
    if canonical is not None:
        m = canonical
    else:
        m._sort_order_ = len(cls._member_names_)
        cls._member_names_.append(key)
        try:
            cls._value2member_map_[value] = m
        except TypeError:
            cls._unhashable_values_.append(value)
    hidden = next((base.__dict__[key] for base in cls.__mro__[1:] if key in base.__dict__), None)
    if isinstance(hidden, (_property, property)):   # members still have the property
        redirect = property(hidden.fget, hidden.fset, hidden.fdel)
        redirect.member = m
        redirect.__set_name__(cls, key)
        type.__setattr__(cls, key, redirect)
    else:
        type.__setattr__(cls, key, m)
    cls._member_map_[key] = m


_function = type(_add_member)


def _native_init(cls):
    for c in cls.__mro__:
        f = c.__dict__.get('__init__')
        if f is not None:
            return not isinstance(f, _function) or c.__name__ in ('Enum',) or c is object
    return True


def _lookup(cls, value):
    if type(value) is cls:
        return value
    try:
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
    except TypeError:
        for m in cls._member_map_.values():
            if m._value_ == value:
                return m
    error = None
    try:
        result = cls._missing_(value)
    except Exception as exc:
        error, result = exc, None
    if isinstance(result, cls):
        return result
    if 'Flag' in globals() and issubclass(cls, Flag) and isinstance(result, int) and cls._boundary_ == EJECT:
        return result
    invalid = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
    if result is None and error is None:
        raise invalid
    if error is None:
        error = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
    if not isinstance(error, ValueError):
        error.__context__ = invalid
    raise error


def _functional(cls, class_name, names, module, qualname, mixin, start, boundary=None):
    metacls = cls.__class__
    bases = (cls,) if mixin is None else (mixin, cls)
    namespace = metacls.__prepare__(class_name, bases)
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        original, names = names, []
        last = []
        generate = getattr(cls, '_generate_next_value_', _next_value)
        for count, name in enumerate(original):
            value = generate(name, start, count, last[:])
            last.append(value)
            names.append((name, value))
    for item in names.items() if hasattr(names, 'items') else names or ():
        if isinstance(item, str):
            name, value = item, names[item]
        else:
            name, value = item
        namespace[name] = value
    if module is None:
        import sys
        frame = sys._getframe(2)
        while frame.f_globals.get('__name__') == 'enum' and frame.f_back:
            frame = frame.f_back
        module = frame.f_globals.get('__name__', '__main__')
    namespace['__module__'] = module
    if qualname is not None:
        namespace['__qualname__'] = qualname
    return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)


def _next_value(name, start, count, last_values):
    if not last_values:
        return start
    try:
        last = last_values[-1]
        last_values.sort()
        if last == last_values[-1]:
            return last + 1
        return max(last_values) + 1
    except TypeError:
        for v in reversed(last_values):
            try:
                return v + 1
            except TypeError:
                pass
        return start


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        """Looks a member up: members come into being with their class."""
        if not cls.__dict__.get('_member_map_'):
            raise TypeError(f'{cls!r} has no members defined')
        return _lookup(cls, value)

    name = _fixed_property('name')
    value = _fixed_property('value')

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return _next_value(name, start, count, last_values)

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self.__class__._value_repr_(self._value_)}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __dir__(self):
        cls = self.__class__
        found = set() if cls._member_type_ is object else set(object.__dir__(self))
        found.update([name for name in getattr(self, '__dict__', ()) if name[0] != '_'])
        for c in cls.__mro__:
            for name, value in c.__dict__.items():
                if name[0] == '_':
                    continue
                if name in cls._member_map_ and not (isinstance(value, (property, _property)) and value.fget is not None):
                    found.discard(name)
                else:
                    found.add(name)
        return sorted(found | {'__class__', '__doc__', '__eq__', '__hash__', '__module__'})

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    """Members are ints too."""


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f'encoding must be a string, not {values[1]!r}')
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError('errors must be a string, not %r' % (values[2]))
        value = str(*values)
        self = str.__new__(cls, value)
        self._value_ = value
        return self

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits_of(num):
    while num:
        b = num & (~num + 1)
        yield b
        num ^= b


def _flag_value(cls, value):
    if not isinstance(value, int):
        raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
    flag_mask = cls._flag_mask_
    all_bits = cls._all_bits_
    negative = None
    if value < 0:
        negative = value
    if not ~all_bits <= value <= all_bits or value & (all_bits ^ flag_mask):
        if cls._boundary_ is STRICT:
            max_bits = max(value.bit_length(), flag_mask.bit_length())
            raise ValueError("%r invalid value %r\n    given %s\n  allowed %s" %
                             (cls, value, _bin(value, max_bits), _bin(flag_mask, max_bits)))
        if cls._boundary_ is CONFORM:
            value = value & flag_mask
        elif cls._boundary_ is EJECT:
            return value
        elif cls._boundary_ is KEEP:
            if value < 0:
                value = max(all_bits + 1, 2 ** value.bit_length()) + value
    if value < 0:
        value += all_bits + 1
    known = cls._value2member_map_.get(value)
    if known is not None:
        return known
    kind = cls._member_type_
    m = object.__new__(cls) if kind is object else kind.__new__(cls, value)
    m._value_ = value
    names = []
    covered = 0
    for n in cls._member_names_:
        v = cls._member_map_[n]._value_
        if v & value == v and v:
            names.append(n)
            covered |= v
    if value & ~cls._singles_mask_:     # members of several bits take part as well
        for n, other in cls._member_map_.items():
            v = other._value_
            if n == other._name_ and n not in names and v and v & value == v:
                names.append(n)
                covered |= v
    rest = value & ~covered
    if names:
        if rest and cls._boundary_ is STRICT:
            raise ValueError(f'{cls!r}: no members with value {rest!r}')
        m._name_ = '|'.join(names)
        if rest:
            m._name_ += f'|{cls._numeric_repr_(rest)}'
    else:
        m._name_ = None
    cls._value2member_map_[value] = m
    if negative is not None:
        cls._value2member_map_[negative] = m
    return m


def _bin(num, max_bits):
    ceiling = 2 ** num.bit_length()
    if num >= 0:
        s = bin(num + ceiling).replace('1', '0', 1)
    else:
        s = bin(~num ^ (ceiling - 1) + ceiling)
    sign = s[:3]
    digits = s[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return f'{sign} {digits}'


class Flag(Enum):
    _boundary_ = STRICT
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except AttributeError:
            raise TypeError(f'invalid flag value {last!r}') from None

    @classmethod
    def _missing_(cls, value):
        return _flag_value(cls, value)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(other).__qualname__}' and '{self.__class__.__qualname__}'")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for n in self.__class__._member_names_:
            m = self.__class__._member_map_[n]
            if m._value_ & self._value_:
                yield m

    def __len__(self):
        return _bit_count(self._value_)

    def __repr__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return f'<{name}: {self._value_!r}>'
        return f'<{name}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return f'{name}({self._value_!r})'
        return f'{name}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self.__class__._member_type_ is not object and isinstance(other, int):
            return int(other)
        return None

    def __or__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    def __invert__(self):
        try:
            return self._inverted_
        except AttributeError:
            cls = self.__class__
            self._inverted_ = cls(~self._value_ if cls._boundary_ in (EJECT, KEEP) else cls._singles_mask_ & ~self._value_)
        return self._inverted_

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __hash__(self):
        return hash(self._value_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Members are ints too."""


def unique(enumeration):
    duplicates = []
    for name, m in enumeration._member_map_.items():
        if name != m._name_:
            duplicates.append((name, m._name_))
    if duplicates:
        details = ', '.join(["%s -> %s" % (alias, name) for alias, name in duplicates])
        raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [(n, m._name_) for n, m in enumeration._member_map_.items() if n != m._name_]
                if duplicates:
                    raise ValueError(f"aliases found in {enumeration!r}: {', '.join(['%s -> %s' % d for d in duplicates])}")
            elif check is CONTINUOUS:
                values = set([m._value_ for m in enumeration])
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if issubclass(enumeration, Flag):
                    missing = [2 ** i for i in range(low.bit_length(), high.bit_length()) if 2 ** i not in values]
                else:
                    missing = [v for v in range(low + 1, high) if v not in values]
                if missing:
                    raise ValueError(f"invalid {'flag' if issubclass(enumeration, Flag) else 'enum'} {enumeration.__name__!r}: "
                                     f"missing values {', '.join(map(str, missing))}")
            elif check is NAMED_FLAGS:
                names, total, single = [], 0, enumeration._singles_mask_
                for name, alias in enumeration._member_map_.items():
                    missed = [bit for bit in _bits_of(alias._value_) if not bit & single] if name not in enumeration._member_names_ and alias._value_ > 0 else []
                    if missed:
                        names.append(name)
                        for bit in missed:
                            total |= bit
                if names:
                    several = 'alias %s is' % names[0] if len(names) == 1 else 'aliases %s and %s are' % (', '.join(names[:-1]), names[-1])
                    value = f'value 0x{total:x}' if bin(total).count('1') == 1 else f'combined values of 0x{total:x}'
                    raise ValueError(f'invalid Flag {enumeration.__name__!r}: {several} missing {value} [use enum.show_flag_values(value) for details]')
        return enumeration


def show_flag_values(value):
    """The bits of a flag, each as a number."""
    return list(_bits_of(int(value)))


def pickle_by_global_name(self, proto):
    """For __reduce_ex__ of enumerations whose members are names of their module."""
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


_reduce_ex_by_global_name = pickle_by_global_name


def _make_class_unpicklable(obj):
    def refuse(self, proto):
        raise TypeError(f'{self!r} cannot be pickled')
    type.__setattr__(obj, '__reduce_ex__', refuse) if isinstance(obj, type) else setattr(obj, '__reduce_ex__', refuse)
    setattr(obj, '__module__', '<unknown>')


def _module_of(member):
    return member.__class__.__module__.rpartition('.')[2]


def global_enum_repr(self):
    """A member as a name of its module."""
    return f'{_module_of(self)}.{self._name_}'


def global_flag_repr(self):
    """The parts of a flag as names of their module."""
    module, cls = _module_of(self), self.__class__.__name__
    if self._name_ is None:
        return f'{module}.{cls}({self._value_!r})'
    if _bit_count(self._value_) == 1 or self._boundary_ is not KEEP and '|' not in self._name_:
        return f'{module}.{self._name_}'
    return '|'.join([n if n[0].isdigit() or n[0] == '-' else f'{module}.{n}' for n in self._name_.split('|')])


def global_str(self):
    if self._name_ is None:
        return f'{self.__class__.__name__}({self._value_!r})'
    return self._name_


def global_enum(cls, update_str=False):
    """Puts the members into their module, by whose name they are shown from then on."""
    import sys
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls._member_map_)
    return cls
