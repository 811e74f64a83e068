"""Objects to and from bytes, in CPython's format (protocols 0 to 5)."""
import struct as _struct
import sys as _sys

import _pickle

__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler', 'dump', 'dumps', 'load', 'loads', 'HIGHEST_PROTOCOL',
           'DEFAULT_PROTOCOL']

from _pickle_writer import DEFAULT_PROTOCOL, HIGHEST_PROTOCOL, PickleError, Pickler, PicklingError, UnpicklingError, describe as _describe, protocol_of as _protocol_of

format_version = '4.0'


def _find_class(module, name):
    if module == '_codecs':
        module = 'codecs'
    __import__(module)
    found = _sys.modules[module]
    for part in name.split('.'):
        try:
            found = getattr(found, part)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {_sys.modules[module]!r}") from None
    return found


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        self._file = file
        self._fix_imports = fix_imports
        self._encoding = encoding
        self._errors = errors
        self._protocol = 0
        self._memo = []  # a dict once a pickle was not read natively

    def persistent_load(self, pid):
        raise UnpicklingError('unsupported persistent id encountered')

    def find_class(self, module, name):
        if self._protocol < 3 and self._fix_imports:
            from _pickle_names import name_of_python3
            module, name = name_of_python3(module, name)
        return _find_class(module, name)

    def load(self):
        file = self._file
        if hasattr(file, 'seek') and hasattr(file, 'tell'):
            start = file.tell()
            data = file.read()
            value, used = (type(self) is Unpickler and type(self._memo) is list and _pickle.load(data, _find_class, _build, self._memo)) or self._run(data)
            file.seek(start + used)
            return value
        return self._run(file.read())[0]

    def _old_text(self, data):
        return data if self._encoding == 'bytes' else data.decode(self._encoding, self._errors)

    def _extension(self, code):
        import copyreg
        key = copyreg._inverted_registry.get(code)
        if key is None:
            raise ValueError(f'unregistered extension code {code}')
        return self.find_class(*key)

    def _run(self, data):
        if not data:
            raise EOFError('Ran out of input')
        self._protocol = 0
        if type(self._memo) is list:
            self._memo = dict(enumerate(self._memo))
        stack, marks, memo = [], [], self._memo
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
                    if not stack:
                        raise UnpicklingError('unpickling stack underflow')
                    return stack.pop(), at
                elif op == b'\x80':
                    self._protocol = data[at]
                    if self._protocol > HIGHEST_PROTOCOL:
                        raise ValueError(f'unsupported pickle protocol: {self._protocol}')
                    at += 1
                elif op == b'\x95':
                    size = _struct.unpack('<Q', data[at:at + 8])[0]
                    at += 8
                    if at + size > n:
                        raise UnpicklingError('pickle data was truncated')
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
                    if marks and marks[-1] == len(stack):
                        marks.pop()
                    else:
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
                elif op == b'I':
                    text = line()
                    push(text == b'01' if text in (b'00', b'01') else int(text))
                elif op == b'L':
                    text = line()
                    push(int(text[:-1] if text.endswith(b'L') else text))
                elif op == b'F':
                    push(float(line()))
                elif op == b'V':
                    push(line().decode('raw-unicode-escape'))
                elif op == b'S':
                    text = line()
                    if len(text) < 2 or text[:1] != text[-1:] or text[:1] not in (b'"', b"'"):
                        raise UnpicklingError('the STRING opcode argument must be quoted')
                    import codecs
                    push(self._old_text(codecs.escape_decode(text[1:-1])[0]))
                elif op == b'T':
                    push(self._old_text(sized('<i')))
                elif op == b'U':
                    push(self._old_text(sized('<B')))
                elif op == b'd':
                    items = to_mark()
                    push(dict(zip(items[::2], items[1::2])))
                elif op == b'p':
                    memo[int(line())] = stack[-1]
                elif op == b'g':
                    push(memo[int(line())])
                elif op == b'P':
                    push(self.persistent_load(line().decode('ascii')))
                elif op in (b'i', b'o'):
                    if op == b'i':
                        cls = self.find_class(line().decode(), line().decode())
                        args = to_mark()
                    else:
                        cls, *args = to_mark()
                    if args or not isinstance(cls, type) or hasattr(cls, '__getinitargs__'):
                        push(cls(*args))
                    else:
                        push(cls.__new__(cls))
                elif op in (b'\x82', b'\x83', b'\x84'):
                    width = {b'\x82': 1, b'\x83': 2, b'\x84': 4}[op]
                    push(self._extension(int.from_bytes(data[at:at + width], 'little')))
                    at += width
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
        except KeyError as e:
            if e.args and isinstance(e.args[0], int) and e.args[0] not in memo:
                raise UnpicklingError(f'Memo value not found at index {e.args[0]}') from None
            raise
        except _struct.error:
            raise UnpicklingError('pickle data was truncated') from None
        except IndexError:
            if at >= n:
                raise UnpicklingError('pickle data was truncated') from None
            raise UnpicklingError('unpickling stack underflow') from None


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
    protocol = _protocol_of(protocol)
    write = getattr(file, 'write', None)
    if protocol >= 2 and write is not None:
        data = _pickle.dump(obj, protocol, _describe)
        if data is not None:
            write(data)
            return
    Pickler(file, protocol, fix_imports=fix_imports).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    protocol = _protocol_of(protocol)
    if protocol >= 2:
        data = _pickle.dump(obj, protocol, _describe)
        if data is not None:
            return data
    out = _Bytes()
    Pickler(out, protocol, fix_imports=fix_imports).dump(obj)
    return b''.join(out.parts)


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors).load()


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    data = bytes(data)
    found = _pickle.load(data, _find_class, _build)
    if found is not None:
        return found[0]
    return Unpickler(None, fix_imports=fix_imports, encoding=encoding, errors=errors)._run(data)[0]


bytes_types = (bytes, bytearray)
_Pickler, _Unpickler, _dump, _dumps, _load, _loads = Pickler, Unpickler, dump, dumps, load, loads
