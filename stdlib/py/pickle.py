"""Objects to and from bytes, in CPython's format (protocol 4; loading knows what protocols 2 to 5 write)."""
import struct as _struct
import sys as _sys

import _pickle

__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler', 'dump', 'dumps', 'load', 'loads', 'HIGHEST_PROTOCOL',
           'DEFAULT_PROTOCOL']

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
format_version = '4.0'


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


for _class in (PickleError, PicklingError, UnpicklingError):
    _class.__module__ = '_pickle'
del _class


def _global_name(obj):
    name = getattr(obj, '__qualname__', None) or obj.__name__
    module = getattr(obj, '__module__', None) or '__main__'
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


_FRAME_TARGET = 64 * 1024


def _framed(pieces, starts):
    """The pieces in frames, cut where the saving of an object started behind 64 KiB; long data stands between frames."""
    frames, frame, size, starts = [], [], 0, iter(starts)
    start = next(starts, None)

    def close():
        nonlocal size
        if size >= 4:
            frames.append(b'\x95' + _struct.pack('<Q', size))
        frames.extend(frame)
        frame.clear()
        size = 0
    for i, piece in enumerate(pieces):
        while start is not None and start <= i:
            if size >= _FRAME_TARGET:
                close()
            start = next(starts, None)
        if len(piece) >= _FRAME_TARGET and piece[:1] in b'XB':
            close()
            frames.append(piece)
        else:
            frame.append(piece)
            size += len(piece)
    close()
    return b''.join(frames)


class Pickler:
    dispatch_table = None

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        self._write = file.write
        self._memo = {}
        self._out = []
        self._asks = type(self).persistent_id is not Pickler.persistent_id
        self.proto = DEFAULT_PROTOCOL if protocol is None or protocol > DEFAULT_PROTOCOL else max(protocol, 2)

    def clear_memo(self):
        self._memo.clear()

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        self._out = out = []
        self._starts = []
        self.save(obj)
        out.append(b'.')
        self._write(b'\x80\x04' + _framed(out, self._starts))

    def _memoize(self, obj):
        self._memo[id(obj)] = len(self._memo), obj
        self._out.append(b'\x94')

    def _get(self, index):
        self._out.append(b'h' + bytes([index]) if index < 256 else b'j' + _struct.pack('<I', index))

    def save(self, obj):
        out = self._out
        cls = type(obj)
        self._starts.append(len(out))
        if self._asks:
            pid = self.persistent_id(obj)
            if pid is not None:
                self.save(pid)
                out.append(b'Q')
                return
        if obj is None:
            out.append(b'N')
        elif cls is bool:
            out.append(b'\x88' if obj else b'\x89')
        elif cls is int:
            if -0x80000000 <= obj <= 0x7fffffff:
                out.append(b'K' + bytes([obj]) if 0 <= obj < 256 else b'M' + _struct.pack('<H', obj) if 0 <= obj < 65536 else
                           b'J' + _struct.pack('<i', obj))
            else:
                data = obj.to_bytes(obj.bit_length() // 8 + 1, 'little', signed=True)
                out.append((b'\x8a' + bytes([len(data)]) if len(data) < 256 else b'\x8b' + _struct.pack('<i', len(data))) + data)
        elif cls is float:
            out.append(b'G' + _struct.pack('>d', obj))
        elif id(obj) in self._memo:
            self._get(self._memo[id(obj)][0])
        elif cls is str:
            data = obj.encode('utf-8', 'surrogatepass')
            out.append((b'\x8c' + bytes([len(data)]) if len(data) < 256 else b'X' + _struct.pack('<I', len(data))) + data)
            self._memoize(obj)
        elif cls is bytes:
            out.append((b'C' + bytes([len(obj)]) if len(obj) < 256 else b'B' + _struct.pack('<I', len(obj))) + obj)
            self._memoize(obj)
        elif cls is tuple:
            self._tuple(obj)
        elif cls is list:
            out.append(b']')
            self._memoize(obj)
            self._items(obj)
        elif cls is dict:
            out.append(b'}')
            self._memoize(obj)
            self._pairs(obj.items())
        elif cls is set:
            out.append(b'\x8f')
            self._memoize(obj)
            if obj:
                out.append(b'(')
                for item in obj:
                    self.save(item)
                out.append(b'\x90')
        elif cls is frozenset:
            out.append(b'(')
            for item in obj:
                self.save(item)
            out.append(b'\x91')
            self._memoize(obj)
        elif cls is type or cls.__name__ == 'function':
            self._global(obj)
        elif cls.__name__ == 'builtin_function_or_method':
            owner = getattr(obj, '__self__', None)
            if owner is not None and type(owner) is not type(_sys):
                return self._reduce(getattr, (owner, obj.__name__), obj)
            self._global(obj)
        elif obj is ... or obj is NotImplemented:
            self.save('builtins')
            self.save('Ellipsis' if obj is ... else 'NotImplemented')
            out.append(b'\x93')
            self._memoize(obj)
        else:
            self._other(obj, cls)

    def _global(self, obj):
        if obj is type(None) or obj is type(...) or obj is type(NotImplemented):
            self.save(type)
            self.save((None if obj is type(None) else ... if obj is type(...) else NotImplemented,))
            self._out.append(b'R')
            return
        module, name = _global_name(obj)
        self.save(module)
        self.save(name)
        self._out.append(b'\x93')
        self._memoize(obj)

    def _tuple(self, obj):
        out, n = self._out, len(obj)
        if n == 0:
            out.append(b')')
            return
        if n > 3:
            out.append(b'(')
        for item in obj:
            self.save(item)
        if id(obj) in self._memo:       # a cycle led back here: the copy exists
            out.append(b'0' * n if n <= 3 else b'1')
            self._get(self._memo[id(obj)][0])
            return
        out.append((b'\x85', b'\x86', b'\x87')[n - 1] if n <= 3 else b't')
        self._memoize(obj)

    def _items(self, items):
        items = list(items)
        if len(items) == 1:
            self.save(items[0])
            self._out.append(b'a')
            return
        for start in range(0, len(items), 1000):
            self._out.append(b'(')
            for item in items[start:start + 1000]:
                self.save(item)
            self._out.append(b'e')

    def _pairs(self, pairs):
        pairs = list(pairs)
        if len(pairs) == 1:
            self.save(pairs[0][0])
            self.save(pairs[0][1])
            self._out.append(b's')
            return
        for start in range(0, len(pairs), 1000):
            self._out.append(b'(')
            for key, value in pairs[start:start + 1000]:
                self.save(key)
                self.save(value)
            self._out.append(b'u')

    def _other(self, obj, cls):
        import copyreg
        table = self.dispatch_table if self.dispatch_table is not None else copyreg.dispatch_table
        reduce = table.get(cls)
        if reduce is not None:
            found = reduce(obj)
        elif issubclass(cls, type):
            return self._global(obj)
        else:
            found = obj.__reduce_ex__(self.proto)
        if isinstance(found, str):
            module = getattr(obj, '__module__', None) or '__main__'
            self.save(module)
            self.save(found)
            self._out.append(b'\x93')
            return self._memoize(obj)
        self._reduced(found, obj)

    def _reduce(self, function, args, obj):
        self._reduced((function, args), obj)

    def _reduced(self, parts, obj):
        if not isinstance(parts, tuple):
            raise PicklingError('__reduce__ must return a string or tuple')
        if not 2 <= len(parts) <= 6:
            raise PicklingError('tuple returned by __reduce__ must contain 2 through 6 elements')
        function, args, state, items, pairs, set_state = (parts + (None,) * 4)[:6]
        if callable(function) and not isinstance(args, tuple):
            raise PicklingError('second item of the tuple returned by __reduce__ must be a tuple')
        if not callable(function):
            raise PicklingError('first item of the tuple returned by __reduce__ must be callable')
        name = getattr(function, '__name__', '')
        if name == '__newobj__':
            self.save(args[0])
            self.save(args[1:])
            self._out.append(b'\x81')
        elif name == '__newobj_ex__':
            for arg in args:
                self.save(arg)
            self._out.append(b'\x92')
        else:
            self.save(function)
            self.save(args)
            self._out.append(b'R')
        if id(obj) in self._memo:       # a cycle led back here: the copy exists
            self._out.append(b'0')
            return self._get(self._memo[id(obj)][0])
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


_mark = object()


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        self._file = file
        self._data = None

    def persistent_load(self, pid):
        raise UnpicklingError('unsupported persistent id encountered')

    def find_class(self, module, name):
        __import__(module)
        found = _sys.modules[module]
        for part in name.split('.'):
            try:
                found = getattr(found, part)
            except AttributeError:
                raise AttributeError(f"Can't get attribute {name!r} on {_sys.modules[module]!r}") from None
        return found

    def load(self):
        file = self._file
        if hasattr(file, 'seek') and hasattr(file, 'tell'):
            start = file.tell()
            data = file.read()
            value, used = self._run(data)
            file.seek(start + used)
            return value
        return self._run(file.read())[0]

    def _run(self, data):
        if not data:
            raise EOFError('Ran out of input')
        stack, marks, memo = [], [], {}
        at, n = 0, len(data)
        push = stack.append

        def to_mark():
            start = marks.pop()
            items = stack[start:]
            del stack[start:]
            return items

        def sized(fmt):
            nonlocal at
            width = _struct.calcsize(fmt)
            if at + width > n:
                raise UnpicklingError('pickle data was truncated')
            size = _struct.unpack(fmt, data[at:at + width])[0]
            at += width
            if size < 0 or at + size > n:
                raise UnpicklingError('pickle data was truncated')
            piece = data[at:at + size]
            at += size
            return piece

        def line():
            nonlocal at
            end = data.find(b'\n', at)
            if end < 0:
                raise UnpicklingError('pickle data was truncated')
            piece = data[at:end]
            at = end + 1
            return piece
        try:
            while True:
                if at >= n:
                    raise EOFError('Ran out of input')
                op = data[at:at + 1]
                at += 1
                if op == b'.':
                    return stack.pop(), at
                elif op == b'\x80':
                    at += 1
                elif op == b'\x95':
                    at += 8
                elif op == b'N':
                    push(None)
                elif op == b'\x88':
                    push(True)
                elif op == b'\x89':
                    push(False)
                elif op == b'K':
                    push(data[at])
                    at += 1
                elif op == b'M':
                    push(_struct.unpack('<H', data[at:at + 2])[0])
                    at += 2
                elif op == b'J':
                    push(_struct.unpack('<i', data[at:at + 4])[0])
                    at += 4
                elif op == b'\x8a':
                    push(int.from_bytes(sized('<B'), 'little', signed=True))
                elif op == b'\x8b':
                    push(int.from_bytes(sized('<i'), 'little', signed=True))
                elif op == b'G':
                    push(_struct.unpack('>d', data[at:at + 8])[0])
                    at += 8
                elif op == b'\x8c':
                    push(sized('<B').decode('utf-8', 'surrogatepass'))
                elif op == b'X':
                    push(sized('<I').decode('utf-8', 'surrogatepass'))
                elif op == b'\x8d':
                    push(sized('<Q').decode('utf-8', 'surrogatepass'))
                elif op == b'C':
                    push(bytes(sized('<B')))
                elif op == b'B':
                    push(bytes(sized('<I')))
                elif op == b'\x8e':
                    push(bytes(sized('<Q')))
                elif op == b'\x96':
                    push(bytearray(sized('<Q')))
                elif op == b'(':
                    marks.append(len(stack))
                elif op == b'0':
                    stack.pop()
                elif op == b'1':
                    to_mark()
                elif op == b'2':
                    push(stack[-1])
                elif op == b')':
                    push(())
                elif op in (b'\x85', b'\x86', b'\x87'):
                    count = op[0] - 0x84
                    items = tuple(stack[-count:])
                    del stack[-count:]
                    push(items)
                elif op == b't':
                    push(tuple(to_mark()))
                elif op == b']':
                    push([])
                elif op == b'l':
                    push(to_mark())
                elif op == b'}':
                    push({})
                elif op == b'\x8f':
                    push(set())
                elif op == b'\x91':
                    push(frozenset(to_mark()))
                elif op == b'a':
                    item = stack.pop()
                    stack[-1].append(item)
                elif op == b'e':
                    items = to_mark()
                    stack[-1].extend(items)
                elif op == b's':
                    value, key = stack.pop(), stack.pop()
                    stack[-1][key] = value
                elif op == b'u':
                    items = to_mark()
                    target = stack[-1]
                    for i in range(0, len(items), 2):
                        target[items[i]] = items[i + 1]
                elif op == b'\x90':
                    items = to_mark()
                    stack[-1].update(items)
                elif op == b'\x94':
                    memo[len(memo)] = stack[-1]
                elif op == b'q':
                    memo[data[at]] = stack[-1]
                    at += 1
                elif op == b'r':
                    memo[_struct.unpack('<I', data[at:at + 4])[0]] = stack[-1]
                    at += 4
                elif op == b'h':
                    push(memo[data[at]])
                    at += 1
                elif op == b'j':
                    push(memo[_struct.unpack('<I', data[at:at + 4])[0]])
                    at += 4
                elif op == b'c':
                    module, name = line().decode(), line().decode()
                    push(self.find_class(module, name))
                elif op == b'\x93':
                    name, module = stack.pop(), stack.pop()
                    push(self.find_class(module, name))
                elif op == b'R':
                    args, function = stack.pop(), stack.pop()
                    push(function(*args))
                elif op == b'\x81':
                    args, cls = stack.pop(), stack.pop()
                    push(cls.__new__(cls, *args))
                elif op == b'\x92':
                    kwargs, args, cls = stack.pop(), stack.pop(), stack.pop()
                    push(cls.__new__(cls, *args, **kwargs))
                elif op == b'Q':
                    push(self.persistent_load(stack.pop()))
                elif op == b'b':
                    state = stack.pop()
                    _build(stack[-1], state)
                else:
                    raise UnpicklingError(f"invalid load key, {chr(op[0])!r}.")
        except (IndexError, _struct.error):
            raise UnpicklingError('pickle data was truncated') from None


def _build(obj, state):
    setstate = getattr(obj, '__setstate__', None)
    if setstate is not None:
        setstate(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        try:
            obj.__dict__.update(state)
        except (AttributeError, TypeError):
            for key, value in state.items():
                object.__setattr__(obj, key, value)
    if slots:
        for key, value in slots.items():
            object.__setattr__(obj, key, value)


class _Bytes:
    def __init__(self):
        self.parts = []

    def write(self, data):
        self.parts.append(data)


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    plain = _pickle.dump_plain(obj)
    if plain is not None:
        return plain
    out = _Bytes()
    Pickler(out, protocol).dump(obj)
    return b''.join(out.parts)


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    return Unpickler(file).load()


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    data = bytes(data)
    plain = _pickle.load_plain(data)
    return plain[0] if plain is not None else Unpickler(None)._run(data)[0]


bytes_types = (bytes, bytearray)
_Pickler, _Unpickler, _dump, _dumps, _load, _loads = Pickler, Unpickler, dump, dumps, load, loads
