"""Encodings: between text and bytes, in one piece, in several, or over streams."""
import builtins
import sys

__all__ = ['register', 'lookup', 'open', 'EncodedFile', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE', 'BOM32_LE', 'BOM64_BE', 'BOM64_LE',
           'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE', 'BOM_UTF32_BE', 'CodecInfo', 'Codec',
           'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader', 'StreamWriter', 'StreamReaderWriter', 'StreamRecoder', 'getencoder',
           'getdecoder', 'getincrementalencoder', 'getincrementaldecoder', 'getreader', 'getwriter', 'encode', 'decode', 'iterencode',
           'iterdecode', 'strict_errors', 'ignore_errors', 'replace_errors', 'xmlcharrefreplace_errors', 'backslashreplace_errors',
           'namereplace_errors', 'register_error', 'lookup_error']

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'
BOM = BOM_UTF16 = BOM_LE
BOM_UTF32 = BOM_UTF32_LE
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE

# Names whose codec is called otherwise.
_names = {'utf8': 'utf-8', 'u8': 'utf-8', 'utf': 'utf-8', 'utf_8': 'utf-8', 'utf8_ucs2': 'utf-8', 'utf8_ucs4': 'utf-8', 'cp65001': 'utf-8',
          'us_ascii': 'ascii', 'ascii': 'ascii', '646': 'ascii', 'us': 'ascii', 'latin_1': 'iso8859-1', 'latin1': 'iso8859-1',
          'latin': 'iso8859-1', 'l1': 'iso8859-1', 'iso_8859_1': 'iso8859-1', 'iso8859_1': 'iso8859-1', 'iso8859': 'iso8859-1',
          '8859': 'iso8859-1', 'cp819': 'iso8859-1', 'utf_16': 'utf-16', 'utf16': 'utf-16', 'u16': 'utf-16', 'utf_16_le': 'utf-16-le',
          'utf_16le': 'utf-16-le', 'utf_16_be': 'utf-16-be', 'utf_16be': 'utf-16-be', 'utf_32': 'utf-32', 'utf32': 'utf-32', 'u32': 'utf-32',
          'utf_32_le': 'utf-32-le', 'utf_32le': 'utf-32-le', 'utf_32_be': 'utf-32-be', 'utf_32be': 'utf-32-be', 'utf_8_sig': 'utf-8-sig',
          'utf8_sig': 'utf-8-sig', 'utf_7': 'utf-7', 'utf7': 'utf-7', 'u7': 'utf-7', 'unicode_escape': 'unicode-escape',
          'unicodeescape': 'unicode-escape', 'sjis': 'shift_jis', 's_jis': 'shift_jis', 'shiftjis': 'shift_jis', 'eucjp': 'euc_jp',
          'ujis': 'euc_jp', 'euckr': 'euc_kr', 'korean': 'euc_kr', 'euccn': 'gb2312', 'euc_cn': 'gb2312', 'chinese': 'gb2312',
          'big5_tw': 'big5', 'iso2022jp': 'iso2022_jp', 'iso_2022_jp': 'iso2022_jp', 'macroman': 'mac-roman', 'mac_roman': 'mac-roman',
          'macintosh': 'mac-roman', 'koi8_r': 'koi8-r', 'koi8_u': 'koi8-u', '437': 'cp437', 'ibm437': 'cp437', '850': 'cp850',
          'latin2': 'iso8859-2', 'l2': 'iso8859-2', 'latin9': 'iso8859-15', 'l9': 'iso8859-15', 'cyrillic': 'iso8859-5',
          'greek': 'iso8859-7', 'hebrew': 'iso8859-8', 'arabic': 'iso8859-6', 'ms_kanji': 'cp932', '936': 'gbk', 'cp936': 'gbk'}
_searchers = []
_found = {}
_handlers = {}


class CodecInfo(tuple):
    """What lookup() finds: a tuple of four, and further attributes."""
    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None, *,
                _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode = encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} object for encoding {self.name} at {id(self):#x}>'


# ---- the registry ---------------------------------------------------------------------------

def register(search_function, /):
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _searchers.append(search_function)


def unregister(search_function, /):
    if search_function in _searchers:
        _searchers.remove(search_function)
        _found.clear()


def _key(encoding):
    if '\0' in encoding:
        raise ValueError('embedded null character')
    return encoding.lower().replace('-', '_').replace(' ', '_')


def lookup(encoding, /):
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    key = _key(encoding)
    info = _found.get(key)
    if info is None:
        info = _found[key] = _search(key, encoding)
    return info


def _search(key, encoding):
    import _codecs_more
    info = _codecs_more.find(key)
    if info is not None:
        return info
    for search in _searchers:
        info = search(key)
        if info is not None:
            if not isinstance(info, tuple) or len(info) != 4:
                raise TypeError('codec search functions must return 4-tuples')
            return info
    if not _codecs_more.known(key):
        raise LookupError('unknown encoding: ' + encoding)
    name = _names.get(key)
    if name is None:
        name = key.replace('iso_8859_', 'iso8859_').replace('iso8859_', 'iso8859-').replace('windows_', 'cp')
    return _codecs_more.engine_codec(name)


def _text_codec(encoding, function):
    info = lookup(encoding)
    if not getattr(info, '_is_text_encoding', True):
        raise LookupError(f"{encoding!r} is not a text encoding; use codecs.{function}() to handle arbitrary codecs")
    return info


def _encode_text(text, encoding, errors):
    """str.encode for encodings the engine does not know itself."""
    result = _text_codec(encoding, 'encode')[0](text, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError('encoder must return a tuple (object, integer)')
    if not isinstance(result[0], (bytes, bytearray)):
        raise TypeError(f"{encoding!r} encoder returned {type(result[0]).__name__!r} instead of 'bytes'; use codecs.encode() to encode to arbitrary types")
    return bytes(result[0])


def _decode_text(data, encoding, errors):
    result = _text_codec(encoding, 'decode')[1](data, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError('decoder must return a tuple (object,integer)')
    if not isinstance(result[0], str):
        raise TypeError(f"{encoding!r} decoder returned {type(result[0]).__name__!r} instead of 'str'; use codecs.decode() to decode to arbitrary types")
    return result[0]


def encode(obj, encoding='utf-8', errors='strict'):
    result = lookup(encoding)[0](obj, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError('encoder must return a tuple (object, integer)')
    return result[0]


def decode(obj, encoding='utf-8', errors='strict'):
    result = lookup(encoding)[1](obj, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError('decoder must return a tuple (object,integer)')
    return result[0]


# ---- error handlers -------------------------------------------------------------------------

def _span(exc):
    if not isinstance(exc, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        raise _wrong(exc)
    start = min(max(exc.start, 0), max(len(exc.object) - 1, 0))
    return start, min(max(exc.end, 1), len(exc.object))


def _wrong(exc):
    return TypeError(f"don't know how to handle {type(exc).__name__} in error callback")


def strict_errors(exc, /):
    if not isinstance(exc, Exception):
        raise TypeError('codec must pass exception instance')
    raise exc


def ignore_errors(exc, /):
    if not isinstance(exc, UnicodeError):
        raise _wrong(exc)
    return '', _span(exc)[1]


def replace_errors(exc, /):
    if isinstance(exc, UnicodeEncodeError):
        start, end = _span(exc)
        return '?' * (end - start), end
    if isinstance(exc, UnicodeDecodeError):
        return '\ufffd', _span(exc)[1]
    if isinstance(exc, UnicodeTranslateError):
        start, end = _span(exc)
        return '\ufffd' * (end - start), end
    raise _wrong(exc)


def xmlcharrefreplace_errors(exc, /):
    if not isinstance(exc, UnicodeEncodeError):
        raise _wrong(exc)
    start, end = _span(exc)
    return ''.join([f'&#{ord(c)};' for c in exc.object[start:end]]), end


def _escaped(c):
    n = ord(c)
    return f'\\x{n:02x}' if n < 0x100 else f'\\u{n:04x}' if n < 0x10000 else f'\\U{n:08x}'


def backslashreplace_errors(exc, /):
    if not isinstance(exc, UnicodeError):
        raise _wrong(exc)
    start, end = _span(exc)
    part = exc.object[start:end]
    if isinstance(exc, UnicodeDecodeError):
        return ''.join([f'\\x{byte:02x}' for byte in part]), end
    return ''.join(map(_escaped, part)), end


def namereplace_errors(exc, /):
    if not isinstance(exc, UnicodeEncodeError):
        raise _wrong(exc)
    import unicodedata
    start, end = _span(exc)
    out = []
    for c in exc.object[start:end]:
        name = unicodedata.name(c, None)
        out.append(_escaped(c) if name is None else f'\\N{{{name}}}')
    return ''.join(out), end


def _surrogateescape(exc, /):
    start, end = _span(exc)
    part = exc.object[start:end]
    if isinstance(exc, UnicodeEncodeError):
        if not all('\udc80' <= c <= '\udcff' for c in part):
            raise exc
        return bytes([ord(c) - 0xdc00 for c in part]), end
    if isinstance(exc, UnicodeDecodeError):
        out = []
        for byte in part:
            if byte < 128:
                break
            out.append(chr(0xdc00 + byte))
        if not out:
            raise exc
        return ''.join(out), start + len(out)
    raise _wrong(exc)


def _surrogatepass(exc, /):
    if not isinstance(exc, (UnicodeEncodeError, UnicodeDecodeError)):
        raise _wrong(exc)
    if isinstance(exc, UnicodeEncodeError):
        start, end = _span(exc)
        return exc.object[start:end].encode(exc.encoding, 'surrogatepass'), end
    if isinstance(exc, UnicodeDecodeError):
        width = 3 if exc.encoding == 'utf-8' else 2 if '16' in exc.encoding else 4
        try:
            return exc.object[exc.start:exc.start + width].decode(exc.encoding, 'surrogatepass'), exc.start + width
        except UnicodeDecodeError:
            raise exc from None
    raise _wrong(exc)


_BUILTIN_HANDLERS = {'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors, 'xmlcharrefreplace': xmlcharrefreplace_errors,
                     'backslashreplace': backslashreplace_errors, 'namereplace': namereplace_errors, 'surrogateescape': _surrogateescape,
                     'surrogatepass': _surrogatepass}


def register_error(errors, handler, /):
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[errors] = handler


def lookup_error(name, /):
    found = _handlers.get(name) or _BUILTIN_HANDLERS.get(name)
    if found is None:
        raise LookupError(f"unknown error handler name '{name}'")
    return found


def _handle(name, exc):
    """Asks a handler for the engine: (replacement, position)."""
    answer = lookup_error(name)(exc)
    kind = 'str/bytes' if isinstance(exc, UnicodeEncodeError) else 'str'
    if not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[1], int):
        raise TypeError(f"{'encoding' if isinstance(exc, UnicodeEncodeError) else 'decoding'} error handler must return ({kind}, int) tuple")
    return answer


# ---- codecs ---------------------------------------------------------------------------------

class Codec:
    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder:
    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ''

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    """For encodings that may have to wait for more text."""

    def __init__(self, errors='strict'):
        IncrementalEncoder.__init__(self, errors)
        self.buffer = ''

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        IncrementalEncoder.reset(self)
        self.buffer = ''

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ''


class IncrementalDecoder:
    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b'', 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps the bytes of an unfinished character."""

    def __init__(self, errors='strict'):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b''

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        IncrementalDecoder.reset(self)
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


# ---- streams --------------------------------------------------------------------------------

class _OverStream:
    """What the stream classes share: other attributes, and the end of a with, are the stream's."""

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {self.__class__.__name__}")


class StreamWriter(Codec, _OverStream):
    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(Codec, _OverStream):
    charbuffertype = str

    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors
        self.bytebuffer = b''
        self._empty_charbuffer = self.charbuffertype()
        self.charbuffer = self._empty_charbuffer
        self.linebuffer = None

    def decode(self, input, errors='strict'):
        raise NotImplementedError

    def read(self, size=-1, chars=-1, firstline=False):
        if self.linebuffer:
            self.charbuffer = self._empty_charbuffer.join(self.linebuffer)
            self.linebuffer = None
        if chars < 0:
            chars = size
        while True:
            if chars >= 0 and len(self.charbuffer) >= chars:
                break
            new = self.stream.read() if size < 0 else self.stream.read(size)
            data = self.bytebuffer + new
            if not data:
                break
            try:
                text, used = self.decode(data, self.errors)
            except UnicodeDecodeError as exc:
                if not firstline:
                    raise
                text, used = self.decode(data[:exc.start], self.errors)
                if len(text.splitlines(keepends=True)) <= 1:
                    raise
            self.bytebuffer = data[used:]
            self.charbuffer += text
            if not new or size < 0:
                break
        if chars < 0:
            result, self.charbuffer = self.charbuffer, self._empty_charbuffer
        else:
            result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        if self.linebuffer:
            line = self.linebuffer.pop(0)
            if len(self.linebuffer) == 1:
                self.charbuffer, self.linebuffer = self.linebuffer[0], None
            return line if keepends else line.splitlines(keepends=False)[0]
        readsize = size or 72
        line = self._empty_charbuffer
        while True:
            data = self.read(readsize, firstline=True)
            if data and (isinstance(data, str) and data.endswith('\r') or isinstance(data, bytes) and data.endswith(b'\r')):
                data += self.read(size=1, chars=1)      # perhaps the first half of \r\n
            line += data
            lines = line.splitlines(keepends=True)
            if lines:
                if len(lines) > 1:
                    line = lines.pop(0)
                    if len(lines) > 1:
                        lines[-1] += self.charbuffer
                        self.linebuffer, self.charbuffer = lines, None
                    else:
                        self.charbuffer = lines[0] + self.charbuffer
                    return line if keepends else line.splitlines(keepends=False)[0]
                with_end, without = lines[0], lines[0].splitlines(keepends=False)[0]
                if with_end != without:
                    self.charbuffer = self._empty_charbuffer.join(lines[1:]) + self.charbuffer
                    return with_end if keepends else without
            if not data or size is not None:
                return line.splitlines(keepends=False)[0] if line and not keepends else line
            readsize = min(readsize * 2, 8000)

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self.bytebuffer = b''
        self.charbuffer = self._empty_charbuffer
        self.linebuffer = None

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self


class StreamReaderWriter(_OverStream):
    """A stream that is read through one codec's reader and written through its writer."""
    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()


class StreamRecoder(_OverStream):
    """Bytes in one encoding over a stream in another."""
    data_encoding = 'unknown'
    file_encoding = 'unknown'

    def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
        self.stream, self.errors = stream, errors
        self.encode, self.decode = encode, decode
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        text = self.reader.readline() if size is None else self.reader.readline(size)
        return self.encode(text, self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.writer.write(self.decode(b''.join(list), self.errors)[0])

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    if encoding is not None and 'b' not in mode:
        mode = mode.replace('t', '') + 'b'
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        stream = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        stream.encoding = encoding
        return stream
    except BaseException:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    if file_encoding is None:
        file_encoding = data_encoding
    data, inner = lookup(data_encoding), lookup(file_encoding)
    recoder = StreamRecoder(file, data.encode, data.decode, inner.streamreader, inner.streamwriter, errors)
    recoder.data_encoding, recoder.file_encoding = data_encoding, file_encoding
    return recoder


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    found = lookup(encoding).incrementalencoder
    if found is None:
        raise LookupError(encoding)
    return found


def getincrementaldecoder(encoding):
    found = lookup(encoding).incrementaldecoder
    if found is None:
        raise LookupError(encoding)
    return found


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        output = encoder.encode(piece)
        if output:
            yield output
    output = encoder.encode('', True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        output = decoder.decode(piece)
        if output:
            yield output
    output = decoder.decode(b'', True)
    if output:
        yield output


def make_identity_dict(rng):
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    found = {}
    for key, value in decoding_map.items():
        found[value] = None if value in found else key
    return found


def __getattr__(name):
    import _codecs_more
    try:
        return getattr(_codecs_more, name)
    except AttributeError:
        raise AttributeError(f"module 'codecs' has no attribute {name!r}") from None
