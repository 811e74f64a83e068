"""Property lists, Apple's files of settings, in XML and binary form."""
import binascii as _binascii
import codecs as _codecs
import datetime as _datetime
import enum as _enum
import os as _os
import re as _re
import struct as _struct
from io import BytesIO as _BytesIO
from xml.parsers.expat import ParserCreate as _ParserCreate

__all__ = ['InvalidFileException', 'FMT_XML', 'FMT_BINARY', 'load', 'dump', 'loads', 'dumps', 'UID']

PlistFormat = _enum.Enum('PlistFormat', 'FMT_XML FMT_BINARY', module=__name__)
FMT_XML, FMT_BINARY = PlistFormat.FMT_XML, PlistFormat.FMT_BINARY


class UID:
    """A reference in a keyed archive."""

    def __init__(self, data):
        if not isinstance(data, int):
            raise TypeError('data must be an int')
        if data >= 1 << 64:
            raise ValueError('UIDs cannot be >= 2**64')
        if data < 0:
            raise ValueError('UIDs must be positive')
        self.data = data

    def __index__(self):
        return self.data

    def __repr__(self):
        return f'{type(self).__name__}({self.data!r})'

    def __reduce__(self):
        return type(self), (self.data,)

    def __eq__(self, other):
        return self.data == other.data if isinstance(other, UID) else NotImplemented

    def __hash__(self):
        return hash(self.data)


class InvalidFileException(ValueError):
    def __init__(self, message='Invalid file'):
        ValueError.__init__(self, message)


# ---- XML ----

_HEADER = b'''\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
'''
_CONTROLS = _re.compile('[\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f]')
_DATE = _re.compile(r'(?P<year>\d\d\d\d)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?)?)?)?Z', _re.ASCII)


def _date_from_string(text):
    parts = _DATE.match(text).groupdict()
    return _datetime.datetime(*(int(parts[k]) for k in ('year', 'month', 'day', 'hour', 'minute', 'second') if parts[k] is not None))


def _date_to_string(d):
    return f'{d.year:04d}-{d.month:02d}-{d.day:02d}T{d.hour:02d}:{d.minute:02d}:{d.second:02d}Z'


def _escape(text):
    if _CONTROLS.search(text) is not None:
        raise ValueError("strings can't contain control characters; use bytes instead")
    return text.replace('\r\n', '\n').replace('\r', '\n').replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


class _XmlReader:
    def __init__(self, dict_type):
        self.stack, self.key, self.root, self.text = [], None, None, []
        self.dict_type = dict_type

    def parse(self, data):
        self.parser = parser = _ParserCreate()
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text.append
        parser.EntityDeclHandler = self.entity
        parser.Parse(data, True)
        return self.root

    def entity(self, *args):
        raise InvalidFileException('XML entity declarations are not supported in plist files')

    def start(self, name, attributes):
        self.text.clear()
        if name == 'dict':
            made = self.dict_type()
            self.add(made)
            self.stack.append(made)
        elif name == 'array':
            made = []
            self.add(made)
            self.stack.append(made)

    def end(self, name):
        done = getattr(self, '_end_' + name, None)
        if done:
            done()

    def add(self, value):
        if self.key is not None:
            if not isinstance(self.stack[-1], dict):
                raise ValueError(f'unexpected element at line {self.parser.CurrentLineNumber}')
            self.stack[-1][self.key] = value
            self.key = None
        elif not self.stack:
            self.root = value
        else:
            if not isinstance(self.stack[-1], list):
                raise ValueError(f'unexpected element at line {self.parser.CurrentLineNumber}')
            self.stack[-1].append(value)

    def take(self):
        text = ''.join(self.text)
        self.text.clear()
        return text

    def _end_dict(self):
        if self.key is not None:
            raise ValueError(f"missing value for key '{self.key}' at line {self.parser.CurrentLineNumber}")
        self.stack.pop()

    def _end_array(self):
        self.stack.pop()

    def _end_key(self):
        if self.key is not None or not isinstance(self.stack[-1], dict):
            raise ValueError(f'unexpected key at line {self.parser.CurrentLineNumber}')
        self.key = self.take()

    def _end_true(self):
        self.add(True)

    def _end_false(self):
        self.add(False)

    def _end_integer(self):
        text = self.take()
        self.add(int(text, 16) if text.startswith(('0x', '0X')) else int(text))

    def _end_real(self):
        self.add(float(self.take()))

    def _end_string(self):
        self.add(self.take())

    def _end_data(self):
        self.add(_binascii.a2b_base64(self.take().encode()))

    def _end_date(self):
        self.add(_date_from_string(self.take()))


class _XmlWriter:
    def __init__(self, file, level=0, indent=b'\t', sort_keys=True, skipkeys=False):
        self.file, self.level, self.indent = file, level, indent
        self.sort_keys, self.skipkeys = sort_keys, skipkeys

    def line(self, text):
        self.file.write(self.level * self.indent + text.encode('utf-8') + b'\n')

    def begin(self, name):
        self.line(f'<{name}>')
        self.level += 1

    def finish(self, name):
        self.level -= 1
        self.line(f'</{name}>')

    def simple(self, name, text):
        self.line(f'<{name}>{_escape(text)}</{name}>')

    def value(self, v):
        if isinstance(v, str):
            self.simple('string', v)
        elif v is True:
            self.line('<true/>')
        elif v is False:
            self.line('<false/>')
        elif isinstance(v, int):
            if not -1 << 63 <= v < 1 << 64:
                raise OverflowError(v)
            self.simple('integer', '%d' % v)
        elif isinstance(v, float):
            self.simple('real', repr(v))
        elif isinstance(v, dict):
            self.mapping(v)
        elif isinstance(v, (bytes, bytearray)):
            self.data(v)
        elif isinstance(v, _datetime.datetime):
            self.simple('date', _date_to_string(v))
        elif isinstance(v, (tuple, list)):
            if not v:
                return self.line('<array/>')
            self.begin('array')
            for item in v:
                self.value(item)
            self.finish('array')
        else:
            raise TypeError(f'unsupported type: {type(v)}')

    def data(self, data):
        self.begin('data')
        self.level -= 1
        width = max(16, 76 - len((self.indent * self.level).replace(b'\t', b' ' * 8)))
        size = width // 4 * 3
        for i in range(0, len(data), size):
            self.line(_binascii.b2a_base64(data[i:i + size], newline=False).decode())
        self.level += 1
        self.finish('data')

    def mapping(self, d):
        if not d:
            return self.line('<dict/>')
        self.begin('dict')
        for key, value in sorted(d.items()) if self.sort_keys else d.items():
            if not isinstance(key, str):
                if self.skipkeys:
                    continue
                raise TypeError('keys must be strings')
            self.simple('key', key)
            self.value(value)
        self.finish('dict')

    def write(self, value):
        self.file.write(_HEADER)
        self.line('<plist version="1.0">')
        self.value(value)
        self.line('</plist>')


# ---- binary ----

_EPOCH = _datetime.datetime(2001, 1, 1)
_END = object()


class _BinaryReader:
    def __init__(self, dict_type):
        self.dict_type = dict_type

    def parse(self, file):
        try:
            self.file = file
            file.seek(-32, _os.SEEK_END)
            trailer = file.read(32)
            if len(trailer) != 32:
                raise InvalidFileException()
            self.offset_size, self.ref_size, count, top, table = _struct.unpack('>6xBBQQQ', trailer)
            file.seek(table)
            self.offsets = self.integers(count, self.offset_size)
            self.objects = [_END] * count
            return self.read(top)
        except (OSError, IndexError, _struct.error, OverflowError, ValueError) as e:
            if isinstance(e, InvalidFileException):
                raise
            raise InvalidFileException() from e

    def integers(self, count, size):
        data = self.file.read(size * count)
        if not size or len(data) != size * count:
            raise InvalidFileException()
        return [int.from_bytes(data[i:i + size], 'big') for i in range(0, size * count, size)]

    def size(self, low):
        if low != 15:
            return low
        power = self.file.read(1)[0] & 3
        return int.from_bytes(self.file.read(1 << power), 'big')

    def bytes(self, n):
        data = self.file.read(n)
        if len(data) != n:
            raise InvalidFileException()
        return data

    def read(self, ref):
        result = self.objects[ref]
        if result is not _END:
            return result
        self.file.seek(self.offsets[ref])
        token = self.file.read(1)[0]
        high, low = token & 0xF0, token & 0x0F
        if token == 0:
            result = None
        elif token == 8:
            result = False
        elif token == 9:
            result = True
        elif token == 0x0f:
            result = b''
        elif high == 0x10:
            result = int.from_bytes(self.bytes(1 << low), 'big', signed=low >= 3)
        elif token == 0x22:
            result = _struct.unpack('>f', self.bytes(4))[0]
        elif token == 0x23:
            result = _struct.unpack('>d', self.bytes(8))[0]
        elif token == 0x33:
            result = _EPOCH + _datetime.timedelta(seconds=_struct.unpack('>d', self.bytes(8))[0])
        elif high == 0x40:
            result = self.bytes(self.size(low))
        elif high == 0x50:
            result = self.bytes(self.size(low)).decode('ascii')
        elif high == 0x60:
            result = self.bytes(self.size(low) * 2).decode('utf-16be')
        elif high == 0x80:
            result = UID(int.from_bytes(self.bytes(1 + low), 'big'))
        elif high == 0xA0:
            refs = self.integers(self.size(low), self.ref_size) if low else []
            result = self.objects[ref] = []
            result.extend(self.read(r) for r in refs)
        elif high == 0xD0:
            n = self.size(low)
            keys = self.integers(n, self.ref_size) if n else []
            values = self.integers(n, self.ref_size) if n else []
            result = self.objects[ref] = self.dict_type()
            try:
                for k, v in zip(keys, values):
                    result[self.read(k)] = self.read(v)
            except TypeError:
                raise InvalidFileException()
        else:
            raise InvalidFileException()
        self.objects[ref] = result
        return result


def _bytes_for(n):
    return 1 if n < 1 << 8 else 2 if n < 1 << 16 else 4 if n < 1 << 32 else 8


class _BinaryWriter:
    def __init__(self, file, sort_keys, skipkeys):
        self.file, self.sort_keys, self.skipkeys = file, sort_keys, skipkeys

    def write(self, value):
        self.items, self.known, self.by_id = [], {}, {}
        self.collect(value)
        self.offsets = [0] * len(self.items)
        self.ref_size = _bytes_for(len(self.items))
        self.file.write(b'bplist00')
        for i, item in enumerate(self.items):
            self.offsets[i] = self.file.tell()
            self.item(item)
        table = self.file.tell()
        size = _bytes_for(table)
        for offset in self.offsets:
            self.file.write(offset.to_bytes(size, 'big'))
        self.file.write(_struct.pack('>5xBBBQQQ', 0, size, self.ref_size, len(self.items), self.ref(value), table))

    def key(self, v):
        return (type(v), v) if isinstance(v, (str, int, float, _datetime.datetime, bytes)) else (bytearray, bytes(v)) if isinstance(v, bytearray) else None

    def pairs(self, d):
        pairs = []
        for k, v in sorted(d.items()) if self.sort_keys else d.items():
            if not isinstance(k, str):
                if self.skipkeys:
                    continue
                raise TypeError('keys must be strings')
            pairs.append((k, v))
        return pairs

    def collect(self, v):
        key = self.key(v)
        if key is not None:
            if key in self.known:
                return
            self.known[key] = len(self.items)
        elif id(v) in self.by_id:
            return
        else:
            self.by_id[id(v)] = len(self.items)
        self.items.append(v)
        if isinstance(v, dict):
            pairs = self.pairs(v)
            for k, _ in pairs:
                self.collect(k)
            for _, x in pairs:
                self.collect(x)
        elif isinstance(v, (list, tuple)):
            for x in v:
                self.collect(x)

    def ref(self, v):
        key = self.key(v)
        return self.known[key] if key is not None else self.by_id[id(v)]

    def sized(self, token, size):
        if size < 15:
            return self.file.write(bytes([token | size]))
        n = _bytes_for(size)
        self.file.write(bytes([token | 15, 0x10 | n.bit_length() - 1]) + size.to_bytes(n, 'big'))

    def refs(self, values):
        for v in values:
            self.file.write(self.ref(v).to_bytes(self.ref_size, 'big'))

    def item(self, v):
        write = self.file.write
        if v is None:
            write(b'\x00')
        elif v is False:
            write(b'\x08')
        elif v is True:
            write(b'\x09')
        elif isinstance(v, int):
            if v < 0:
                try:
                    write(_struct.pack('>Bq', 0x13, v))
                except _struct.error:
                    raise OverflowError(v) from None
            elif v < 1 << 63:
                n = _bytes_for(v)
                write(bytes([0x10 | n.bit_length() - 1]) + v.to_bytes(n, 'big'))
            elif v < 1 << 64:
                write(b'\x14' + v.to_bytes(16, 'big', signed=True))
            else:
                raise OverflowError(v)
        elif isinstance(v, float):
            write(_struct.pack('>Bd', 0x23, v))
        elif isinstance(v, _datetime.datetime):
            write(_struct.pack('>Bd', 0x33, (v - _EPOCH).total_seconds()))
        elif isinstance(v, (bytes, bytearray)):
            self.sized(0x40, len(v))
            write(v)
        elif isinstance(v, str):
            try:
                data = v.encode('ascii')
                self.sized(0x50, len(data))
            except UnicodeEncodeError:
                data = v.encode('utf-16be')
                self.sized(0x60, len(data) // 2)
            write(data)
        elif isinstance(v, UID):
            if v.data < 0:
                raise ValueError('UIDs must be positive')
            if v.data >= 1 << 64:
                raise OverflowError(v.data)
            n = _bytes_for(v.data)
            write(bytes([0x80 | n - 1]) + v.data.to_bytes(n, 'big'))
        elif isinstance(v, (list, tuple)):
            self.sized(0xA0, len(v))
            self.refs(v)
        elif isinstance(v, dict):
            pairs = self.pairs(v)
            self.sized(0xD0, len(pairs))
            self.refs(k for k, _ in pairs)
            self.refs(x for _, x in pairs)
        else:
            raise TypeError(v)


# ---- the functions ----

_MARKS = ((_codecs.BOM_UTF8, 'utf-8'), (_codecs.BOM_UTF16_BE, 'utf-16-be'), (_codecs.BOM_UTF16_LE, 'utf-16-le'))


def _is_xml(header):
    if header.startswith((b'<?xml', b'<plist')):
        return True
    for mark, encoding in _MARKS:
        if header.startswith(mark) and any(header[:len(start)] == start for start in (mark + p.decode('ascii').encode(encoding) for p in (b'<?xml', b'<plist'))):
            return True
    return False


def load(fp, *, fmt=None, dict_type=dict):
    """Read a property list from a binary file."""
    if fmt is None:
        header = fp.read(32)
        fp.seek(0)
        if _is_xml(header):
            fmt = FMT_XML
        elif header[:8] == b'bplist00':
            fmt = FMT_BINARY
        else:
            raise InvalidFileException()
    if fmt is FMT_XML:
        return _XmlReader(dict_type).parse(fp.read())
    return _BinaryReader(dict_type).parse(fp)


def loads(value, *, fmt=None, dict_type=dict):
    """Read a property list from bytes."""
    return load(_BytesIO(value), fmt=fmt, dict_type=dict_type)


def dump(value, fp, *, fmt=FMT_XML, sort_keys=True, skipkeys=False):
    """Write a property list to a binary file."""
    if fmt is FMT_XML:
        _XmlWriter(fp, sort_keys=sort_keys, skipkeys=skipkeys).write(value)
    elif fmt is FMT_BINARY:
        _BinaryWriter(fp, sort_keys, skipkeys).write(value)
    else:
        raise ValueError(f'Unsupported format: {fmt!r}')


def dumps(value, *, fmt=FMT_XML, skipkeys=False, sort_keys=True):
    """A property list as bytes."""
    fp = _BytesIO()
    dump(value, fp, fmt=fmt, skipkeys=skipkeys, sort_keys=sort_keys)
    return fp.getvalue()
