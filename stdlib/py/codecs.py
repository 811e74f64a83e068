"""Encodings."""
__all__ = ['register', 'lookup', 'open', 'BOM_UTF8', 'BOM', 'BOM_LE', 'BOM_BE', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32',
           'BOM_UTF32_LE', 'BOM_UTF32_BE', 'CodecInfo', 'encode', 'decode', 'getencoder', 'getdecoder', 'getreader', 'getwriter',
           'getincrementaldecoder', 'getincrementalencoder', 'iterencode', 'iterdecode', 'register_error', 'lookup_error']

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM = BOM_UTF16 = BOM_LE
BOM_UTF32_LE = BOM_UTF32 = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'
_open = open
_names = {'utf8': 'utf-8', 'u8': 'utf-8', 'utf': 'utf-8', 'utf_8': 'utf-8', 'cp65001': 'utf-8', 'us_ascii': 'ascii', 'ascii': 'ascii',
          '646': 'ascii', 'latin_1': 'iso8859-1', 'latin1': 'iso8859-1', 'latin': 'iso8859-1', 'l1': 'iso8859-1', 'iso_8859_1': 'iso8859-1',
          'iso8859_1': 'iso8859-1', 'iso8859': 'iso8859-1', '8859': 'iso8859-1', 'utf_16': 'utf-16', 'utf16': 'utf-16', 'u16': 'utf-16',
          'utf_16_le': 'utf-16-le', 'utf_16le': 'utf-16-le', 'utf_16_be': 'utf-16-be', 'utf_16be': 'utf-16-be', 'utf_32': 'utf-32',
          'utf32': 'utf-32', 'u32': 'utf-32', 'utf_32_le': 'utf-32-le', 'utf_32_be': 'utf-32-be', 'utf_8_sig': 'utf-8-sig',
          'unicode_escape': 'unicode_escape', 'raw_unicode_escape': 'raw-unicode-escape', 'idna': 'idna'}
_searchers = []
_handlers = {}


class CodecInfo(tuple):
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode = encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        return self

    def __repr__(self):
        return f'<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>'


def register(search_function):
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _searchers.append(search_function)


def unregister(search_function):
    if search_function in _searchers:
        _searchers.remove(search_function)


def _rot13(text):
    lower, upper = 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    return text.translate(str.maketrans(lower + upper, lower[13:] + lower[:13] + upper[13:] + upper[:13]))


def _special(name):
    """(encode, decode) between other types than text and bytes."""
    if name in ('rot13', 'rot_13'):
        return _rot13, _rot13, 'rot13'
    if name in ('hex', 'hex_codec'):
        return lambda data: bytes(data).hex().encode(), lambda data: bytes.fromhex(bytes(data).decode('ascii')), 'hex'
    if name in ('base64', 'base64_codec', 'base_64'):
        import base64
        return base64.encodebytes, base64.decodebytes, 'base64'
    if name in ('zlib', 'zlib_codec', 'zip'):
        import zlib
        return zlib.compress, zlib.decompress, 'zlib'


def lookup(encoding, /):
    key = encoding.lower().replace('-', '_').replace(' ', '_')
    special = _special(key)
    if special:
        enc, dec, name = special
        return CodecInfo(lambda x, errors='strict': (enc(x), len(x)), lambda x, errors='strict': (dec(x), len(x)), name=name)
    for search in _searchers:
        found = search(key)
        if found is not None:
            return found
    name = _names.get(key)
    if name is None:
        ''.encode(encoding)
        name = key.replace('_', '-')

    def enc(text, errors='strict'):
        return text.encode(name, errors), len(text)

    def dec(data, errors='strict'):
        return bytes(data).decode(name, errors), len(data)

    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return input.encode(name, self.errors)

    class Decoder(BufferedIncrementalDecoder):
        encoding = name

    class Reader(StreamReader):
        encoding = name

    class Writer(StreamWriter):
        encoding = name
    return CodecInfo(enc, dec, Reader, Writer, Encoder, Decoder, name)


def encode(obj, encoding='utf-8', errors='strict'):
    special = _special(encoding.lower().replace('-', '_'))
    if special:
        return special[0](obj)
    return lookup(encoding).encode(obj, errors)[0] if _searchers else obj.encode(encoding, errors)


def decode(obj, encoding='utf-8', errors='strict'):
    special = _special(encoding.lower().replace('-', '_'))
    if special:
        return special[1](obj)
    return lookup(encoding).decode(obj, errors)[0] if _searchers else bytes(obj).decode(encoding, errors)


class IncrementalEncoder:
    def __init__(self, errors='strict'):
        self.errors = errors

    def reset(self):
        pass


class IncrementalDecoder:
    def __init__(self, errors='strict'):
        self.errors = errors

    def reset(self):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    encoding = 'utf-8'

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = b''

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        if final:
            self.buffer = b''
            return data.decode(self.encoding, self.errors)
        for cut in range(0, min(4, len(data)) + 1):     # an unfinished character waits for its rest
            try:
                text = data[:len(data) - cut].decode(self.encoding)
            except UnicodeDecodeError:
                continue
            self.buffer = data[len(data) - cut:]
            return text
        self.buffer = b''
        return data.decode(self.encoding, self.errors)

    def reset(self):
        self.buffer = b''


class StreamWriter:
    encoding = 'utf-8'

    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors

    def write(self, text):
        self.stream.write(text.encode(self.encoding, self.errors))

    def writelines(self, lines):
        self.write(''.join(lines))

    def __getattr__(self, name):
        return getattr(self.stream, name)


class StreamReader:
    encoding = 'utf-8'

    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors

    def read(self, size=-1):
        return self.stream.read().decode(self.encoding, self.errors)

    def readline(self):
        return self.stream.readline().decode(self.encoding, self.errors)

    def readlines(self):
        return self.read().splitlines(keepends=True)

    def __iter__(self):
        return iter(self.readlines())

    def __getattr__(self, name):
        return getattr(self.stream, name)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def getincrementalencoder(encoding):
    return lookup(encoding).incrementalencoder


def getincrementaldecoder(encoding):
    return lookup(encoding).incrementaldecoder


def iterencode(iterator, encoding, errors='strict'):
    for text in iterator:
        yield text.encode(encoding, errors)


def iterdecode(iterator, encoding, errors='strict'):
    decoder = getincrementaldecoder(encoding)(errors)
    for data in iterator:
        text = decoder.decode(data)
        if text:
            yield text
    text = decoder.decode(b'', True)
    if text:
        yield text


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    return _open(filename, mode.replace('U', ''), encoding=encoding, errors=errors, newline='') if 'b' not in mode else _open(filename, mode)


def register_error(name, handler):
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[name] = handler


def lookup_error(name):
    if name in _handlers:
        return _handlers[name]
    if name in ('strict', 'ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'namereplace', 'surrogateescape', 'surrogatepass'):
        return globals()[name + '_errors'] if name + '_errors' in globals() else strict_errors
    raise LookupError(f"unknown error handler name '{name}'")


def strict_errors(exception):
    raise exception


def ignore_errors(exception):
    return '', exception.end


def replace_errors(exception):
    return ('?' if isinstance(exception, UnicodeEncodeError) else '\ufffd') * (exception.end - exception.start), exception.end
