"""Writing pickles in the protocols 0 to 5, byte for byte as CPython does."""
import copyreg
import struct as _struct
import sys as _sys

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
_BATCH = 1000
_FRAME = 64 * 1024      # a frame this long ends before the next value


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


for _class in (PickleError, PicklingError, UnpicklingError):
    _class.__module__ = '_pickle'
del _class


def protocol_of(protocol):
    if protocol is None:
        return DEFAULT_PROTOCOL
    if protocol < 0:
        return HIGHEST_PROTOCOL
    if protocol > HIGHEST_PROTOCOL:
        raise ValueError(f'pickle protocol must be <= {HIGHEST_PROTOCOL}')
    return protocol


def _global_name(obj):
    name = getattr(obj, '__qualname__', None) or obj.__name__
    module = getattr(obj, '__module__', None) or '__main__'
    if module == 'codecs' and name in ('encode', 'decode'):
        return '_codecs', name
    found = _sys.modules.get(module)
    if found is None:
        found = __import__(module)
        found = _sys.modules[module]
    target = found
    for part in name.split('.'):
        target = getattr(target, part, None) if part != '<locals>' else None
        if target is None:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module} failed") if '<locals>' not in name else \
                AttributeError(f"Can't pickle local object '{name}'")
    if target is not obj:
        raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
    return module, name


def _description(obj, cls, protocol, table=None):
    """Where a class or function is found, as a list of module and name, or the tuple that tells how to rebuild an object."""
    if cls is type or cls.__name__ == 'function':
        return _where(obj)
    if cls.__name__ == 'builtin_function_or_method':
        owner = getattr(obj, '__self__', None)
        if owner is not None and type(owner) is not type(_sys):
            return getattr, (owner, obj.__name__)
        return _where(obj)
    if obj is ... or obj is NotImplemented:
        return ['builtins', 'Ellipsis' if obj is ... else 'NotImplemented']
    reduce = (copyreg.dispatch_table if table is None else table).get(cls)
    if reduce is not None:
        found = reduce(obj)
    elif issubclass(cls, type):
        return _where(obj)
    else:
        found = obj.__reduce_ex__(protocol)
    if isinstance(found, str):
        return [getattr(obj, '__module__', None) or '__main__', found]
    return found


def _where(obj):
    if obj is type(None) or obj is type(...) or obj is type(NotImplemented):
        return type, (None if obj is type(None) else ... if obj is type(...) else NotImplemented,)
    return list(_global_name(obj))


def _checked(parts):
    if not isinstance(parts, tuple):
        raise PicklingError('__reduce__ must return a string or tuple')
    if not 2 <= len(parts) <= 6:
        raise PicklingError('tuple returned by __reduce__ must contain 2 through 6 elements')
    if len(parts) < 6:
        parts += (None,) * (6 - len(parts))
    if not callable(parts[0]):
        raise PicklingError('first item of the tuple returned by __reduce__ must be callable')
    if not isinstance(parts[1], tuple):
        raise PicklingError('second item of the tuple returned by __reduce__ must be a tuple')
    return parts


def describe(obj, protocol):
    """What _pickle.dump() writes of an object: a list of module and name, or (kind, callable, arguments, keywords, state,
    items, pairs, function for the state); None where the class Pickler has to write it."""
    if type(obj) is bytearray:
        return 0, bytearray, (bytes(obj),) if obj else (), None, None, None, None, None
    found = _description(obj, type(obj), protocol)
    if isinstance(found, list):
        module, name = found
        if copyreg._extension_registry.get((module, name)):
            return None
        return [module, name if name != module else (name + ' ')[:-1]]      # two objects in CPython
    function, args, state, items, pairs, set_state = _checked(found)
    name = getattr(function, '__name__', '')
    if name == '__newobj__':
        return 1, args[0], args[1:], None, state, items, pairs, set_state
    if name == '__newobj_ex__':
        return 2, *args, state, items, pairs, set_state
    return 0, function, args, None, state, items, pairs, set_state


class Pickler:
    dispatch_table = None

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        self.proto = protocol_of(protocol)
        self.bin = self.proto >= 1
        self.fast = False
        self._frames = self.proto >= 4
        self.fix_imports = fix_imports and self.proto < 3
        try:
            self._write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self._memo = {}
        self._out = []
        self._asks = type(self).persistent_id is not Pickler.persistent_id
        self._overrides = getattr(type(self), 'reducer_override', None) is not None

    def clear_memo(self):
        self._memo.clear()

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        self._done = []
        self._out = []          # of the current frame
        self._length = self._seen = 0
        if self.proto >= 2:
            self._done.append(bytes((0x80, self.proto)))
        self.save(obj)
        self._out.append(b'.')
        self._end_frame()
        self._write(b''.join(self._done))

    def _end_frame(self):
        data = b''.join(self._out)
        if self.proto >= 4 and len(data) >= 4:
            self._done.append(b'\x95' + _struct.pack('<Q', len(data)))
        self._done.append(data)
        self._out.clear()
        self._length = self._seen = 0

    def _boundary(self):
        out = self._out
        for i in range(self._seen, len(out)):
            self._length += len(out[i])
        self._seen = len(out)
        if self._length >= _FRAME:
            self._end_frame()

    def _payload(self, head, data):
        if self.proto >= 4 and len(data) >= _FRAME:     # outside of any frame
            self._end_frame()
            self._done.append(head + data)
        else:
            self._out.append(head + data)

    def _memoize(self, obj):
        if self.fast:
            return
        index = len(self._memo)
        self._memo[id(obj)] = index, obj
        if self.proto >= 4:
            self._out.append(b'\x94')
        elif self.bin:
            self._out.append(b'q' + bytes([index]) if index < 256 else b'r' + _struct.pack('<I', index))
        else:
            self._out.append(b'p%d\n' % index)

    def _get(self, index):
        if self.bin:
            self._out.append(b'h' + bytes([index]) if index < 256 else b'j' + _struct.pack('<I', index))
        else:
            self._out.append(b'g%d\n' % index)

    def save(self, obj):
        if self._frames:
            self._boundary()
        cls = type(obj)
        if self._asks:
            pid = self.persistent_id(obj)
            if pid is not None:
                return self._persistent(pid)
        write = _scalars.get(cls)
        if write is not None:
            return write(self, obj)
        found = self._memo.get(id(obj))
        if found is not None:
            return self._get(found[0])
        if self._overrides:
            reduced = self.reducer_override(obj)
            if reduced is not NotImplemented:
                return self._reduced(reduced, obj)
        write = _containers.get(cls)
        if write is not None:
            return write(self, obj)
        found = _description(obj, cls, self.proto, self.dispatch_table)
        if isinstance(found, list):
            self._named(*found, obj)
        else:
            self._reduced(found, obj)

    def _persistent(self, pid):
        if self.bin:
            asks, self._asks = self._asks, False
            self.save(pid)
            self._asks = asks
            self._out.append(b'Q')
        else:
            try:
                self._out.append(b'P' + str(pid).encode('ascii') + b'\n')
            except UnicodeEncodeError:
                raise PicklingError('persistent IDs in protocol 0 must be ASCII strings') from None

    # ---- scalars ----

    def _none(self, obj):
        self._out.append(b'N')

    def _bool(self, obj):
        if self.proto >= 2:
            self._out.append(b'\x88' if obj else b'\x89')
        else:
            self._out.append(b'I01\n' if obj else b'I00\n')

    def _int(self, obj):
        if -0x80000000 <= obj <= 0x7fffffff:
            if not self.bin:
                data = b'I%d\n' % obj
            elif 0 <= obj < 256:
                data = b'K' + bytes((obj,))
            elif 0 <= obj < 65536:
                data = b'M' + _struct.pack('<H', obj)
            else:
                data = b'J' + _struct.pack('<i', obj)
        elif self.proto >= 2:
            n = (obj.bit_length() >> 3) + 1
            data = obj.to_bytes(n, 'little', signed=True)
            if obj < 0 and n > 1 and data[-1] == 0xff and data[-2] & 0x80:
                data = data[:-1]
            data = (b'\x8a' + bytes((len(data),)) if len(data) < 256 else b'\x8b' + _struct.pack('<i', len(data))) + data
        else:
            data = b'L%dL\n' % obj
        self._out.append(data)

    def _float(self, obj):
        self._out.append(b'G' + _struct.pack('>d', obj) if self.bin else b'F' + repr(obj).encode() + b'\n')

    # ---- text and bytes ----

    def _str(self, obj):
        if self.bin:
            data = obj.encode('utf-8', 'surrogatepass')
            n = len(data)
            if self.proto >= 4 and n < 256:
                self._out.append(b'\x8c' + bytes((n,)) + data)
            elif n > 0xffffffff and self.proto >= 4:
                self._payload(b'\x8d' + _struct.pack('<Q', n), data)
            else:
                self._payload(b'X' + _struct.pack('<I', n), data)
        else:
            for c in '\\\0\n\r\x1a':
                obj_text = obj if c == '\\' else text
                text = obj_text.replace(c, f'\\u{ord(c):04x}')
            self._out.append(b'V' + text.encode('raw-unicode-escape') + b'\n')
        self._memoize(obj)

    def _bytes(self, obj):
        n = len(obj)
        if self.proto < 3:
            if obj:
                from codecs import encode
                self._reduced((encode, (str(obj, 'latin1'), 'latin1')), obj)
            else:
                self._reduced((bytes, ()), obj)
            return
        if n < 256:
            self._out.append(b'C' + bytes((n,)) + obj)
        elif n > 0xffffffff and self.proto >= 4:
            self._payload(b'\x8e' + _struct.pack('<Q', n), obj)
        else:
            self._payload(b'B' + _struct.pack('<I', n), obj)
        self._memoize(obj)

    def _bytearray(self, obj):
        if self.proto < 5:
            return self._reduced((bytearray, (bytes(obj),) if obj else ()), obj)
        self._payload(b'\x96' + _struct.pack('<Q', len(obj)), bytes(obj))
        self._memoize(obj)

    # ---- containers ----

    def _tuple(self, obj):
        out, n = self._out, len(obj)
        if n == 0:
            out.append(b')' if self.bin else b'(t')
            return
        small = n <= 3 and self.proto >= 2
        if not small:
            out.append(b'(')
        for item in obj:
            self.save(item)
        found = self._memo.get(id(obj))
        if found is not None:       # a cycle led back here: the copy exists
            out.append(b'0' * n if small else b'1' if self.bin else b'0' * (n + 1))
            return self._get(found[0])
        out.append((b'\x85', b'\x86', b'\x87')[n - 1] if small else b't')
        self._memoize(obj)

    def _list(self, obj):
        self._out.append(b']' if self.bin else b'(l')
        self._memoize(obj)
        if len(obj) == 1 or not self.bin:
            return self._items(obj)
        for start in range(0, len(obj), _BATCH):
            self._out.append(b'(')
            for item in obj[start:start + _BATCH]:
                self.save(item)
            self._out.append(b'e')

    def _dict(self, obj):
        self._out.append(b'}' if self.bin else b'(d')
        self._memoize(obj)
        pairs = list(obj.items())
        if len(pairs) == 1 or not self.bin:
            return self._pairs(pairs)
        # A last full batch is followed by an empty one, as in CPython.
        for start in range(0, len(pairs) + (len(pairs) > 0), _BATCH):
            self._out.append(b'(')
            for key, value in pairs[start:start + _BATCH]:
                self.save(key)
                self.save(value)
            self._out.append(b'u')

    def _items(self, items):
        """Appends what an iterator gives."""
        items = list(items)
        batch = _BATCH if self.bin else 1
        for start in range(0, len(items), batch):
            some = items[start:start + batch]
            if len(some) > 1:
                self._out.append(b'(')
            for item in some:
                self.save(item)
            self._out.append(b'e' if len(some) > 1 else b'a')

    def _pairs(self, pairs):
        pairs = list(pairs)
        batch = _BATCH if self.bin else 1
        for start in range(0, len(pairs), batch):
            some = pairs[start:start + batch]
            if len(some) > 1:
                self._out.append(b'(')
            for key, value in some:
                self.save(key)
                self.save(value)
            self._out.append(b'u' if len(some) > 1 else b's')

    def _set(self, obj):
        if self.proto < 4:
            return self._reduced((set, (list(obj),)), obj)
        self._out.append(b'\x8f')
        self._memoize(obj)
        items = list(obj)
        for start in range(0, len(items) + (len(items) > 0), _BATCH):
            self._out.append(b'(')
            for item in items[start:start + _BATCH]:
                self.save(item)
            self._out.append(b'\x90')

    def _frozenset(self, obj):
        if self.proto < 4:
            return self._reduced((frozenset, (list(obj),)), obj)
        self._out.append(b'(')
        for item in obj:
            self.save(item)
        found = self._memo.get(id(obj))
        if found is not None:
            self._out.append(b'1')
            return self._get(found[0])
        self._out.append(b'\x91')
        self._memoize(obj)

    # ---- everything else ----

    def _named(self, module, name, obj):
        if self.proto >= 2:
            code = copyreg._extension_registry.get((module, name))
            if code:
                self._out.append(b'\x82' + bytes((code,)) if code < 256 else b'\x83' + _struct.pack('<H', code) if code < 65536 else
                                 b'\x84' + _struct.pack('<i', code))
                return
        if self.proto >= 4:
            self.save(module)
            self.save(name if name != module else (name + ' ')[:-1])    # two objects in CPython
            self._out.append(b'\x93')
        elif '.' in name:
            owner, _, last = name.rpartition('.')
            parent = _sys.modules[module]
            for part in owner.split('.'):
                parent = getattr(parent, part)
            return self._reduced((getattr, (parent, last)), obj)
        else:
            if self.fix_imports:
                from _pickle_names import name_of_python2
                module, name = name_of_python2(module, name)
            encoding = 'utf-8' if self.proto >= 3 else 'ascii'
            self._out.append(b'c' + module.encode(encoding) + b'\n' + name.encode(encoding) + b'\n')
        self._memoize(obj)

    def _reduced(self, parts, obj):
        function, args, state, items, pairs, set_state = _checked(parts)
        name = getattr(function, '__name__', '')
        if name == '__newobj_ex__' and self.proto >= 2:
            cls, args, kwargs = args
            if self.proto >= 4:
                for part in (cls, args, kwargs):
                    self.save(part)
                self._out.append(b'\x92')
            else:
                from functools import partial
                self.save(partial(cls.__new__, cls, *args, **kwargs))
                self.save(())
                self._out.append(b'R')
        elif name == '__newobj__' and self.proto >= 2:
            self.save(args[0])
            self.save(args[1:])
            self._out.append(b'\x81')
        else:
            self.save(function)
            self.save(args)
            self._out.append(b'R')
        found = self._memo.get(id(obj))
        if found is not None:       # a cycle led back here: the copy exists
            self._out.append(b'0')
            self._get(found[0])
        else:
            self._memoize(obj)
        if items is not None:
            self._items(items)
        if pairs is not None:
            self._pairs(pairs)
        if state is not None:
            if set_state is not None:
                self.save(set_state)
                self.save(obj)
                self.save(state)
                self._out.append(b'\x86R0')
            else:
                self.save(state)
                self._out.append(b'b')


_scalars = {type(None): Pickler._none, bool: Pickler._bool, int: Pickler._int, float: Pickler._float}
_containers = {str: Pickler._str, bytes: Pickler._bytes, bytearray: Pickler._bytearray, tuple: Pickler._tuple, list: Pickler._list,
               dict: Pickler._dict, set: Pickler._set, frozenset: Pickler._frozenset}
Pickler.__module__ = 'pickle'
