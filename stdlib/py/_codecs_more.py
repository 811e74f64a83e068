"""Codecs made of the engine's encodings and of pieces in the script language."""
import codecs
from codecs import BufferedIncrementalDecoder, CodecInfo, IncrementalDecoder, IncrementalEncoder, StreamReader, StreamWriter

_ENGINE = None


def known(key):
    """Does the engine have this encoding?"""
    import _codecs_engine
    return _codecs_engine.known(key)


def _marks(name):
    return {'utf-16': ('utf-16-le', 'utf-16-be'), 'utf-32': ('utf-32-le', 'utf-32-be')}.get(name)


def partial_decode(data, name, errors, final):
    """(text, bytes used): an unfinished character at the end waits unless this is the end."""
    if final or not data:
        return data.decode(name, errors), len(data)
    longest = {'utf-16': 3, 'utf-16-le': 3, 'utf-16-be': 3, 'utf-32': 3, 'utf-32-le': 3, 'utf-32-be': 3, 'utf-7': len(data)}.get(name, 3)
    if name in ('ascii', 'iso8859-1') or name.startswith(('cp12', 'iso8859-', 'koi8')):
        return data.decode(name, errors), len(data)
    if name == 'unicode-escape':
        longest = 9
    for cut in range(min(longest, len(data)) + 1):
        try:
            return data[:len(data) - cut].decode(name), len(data) - cut
        except UnicodeDecodeError as exc:
            if exc.end < len(data) - cut or exc.reason.startswith('invalid') and cut == 0 and exc.end < len(data):
                break
            problem = exc
    if errors == 'strict':
        return data.decode(name, errors), len(data)
    for cut in range(min(longest, len(data)) + 1):      # what can still become a character stays
        tail = data[len(data) - cut:] if cut else b''
        try:
            tail.decode(name)
        except UnicodeDecodeError as exc:
            if exc.start == 0 and exc.end >= len(tail) and ('end of data' in exc.reason or 'incomplete' in exc.reason or 'truncated' in exc.reason):
                return data[:len(data) - cut].decode(name, errors), len(data) - cut
    return data.decode(name, errors), len(data)


def engine_codec(name):
    """The codec of one of the engine's encodings."""
    marks = _marks(name)

    def encode(input, errors='strict'):
        return input.encode(name, errors), len(input)

    def decode(input, errors='strict'):
        return bytes(input).decode(name, errors), len(input)

    class Encoder(IncrementalEncoder):
        """Writes the mark of a byte order once."""

        def __init__(self, errors='strict'):
            IncrementalEncoder.__init__(self, errors)
            self.first = True

        def encode(self, input, final=False):
            if not self.first and marks:
                return input.encode(marks[0], self.errors)
            if name == 'utf-8-sig':
                if self.first and not input:
                    return b''
                data = input.encode('utf-8-sig' if self.first else 'utf-8', self.errors)
            else:
                data = input.encode(name, self.errors)
            self.first = False
            return data

        def reset(self):
            self.first = True

        def getstate(self):
            if marks:
                return 2 if self.first else 0
            return int(self.first) if name == 'utf-8-sig' else 0

        def setstate(self, state):
            self.first = bool(state)

    class Decoder(BufferedIncrementalDecoder):
        def __init__(self, errors='strict'):
            BufferedIncrementalDecoder.__init__(self, errors)
            self.order = None

        def _buffer_decode(self, input, errors, final):
            if name == 'utf-8-sig' and self.order is None:
                if len(input) < 3 and codecs.BOM_UTF8.startswith(input) and not final:
                    return '', 0
                self.order = 'utf-8'
                if input.startswith(codecs.BOM_UTF8):
                    text, used = partial_decode(input[3:], 'utf-8', errors, final)
                    return text, used + 3
            if marks and self.order is None:
                width = 2 if name == 'utf-16' else 4
                if len(input) < width and not final:
                    return '', 0
                bom = input[:width]
                if bom == codecs.BOM_UTF16_LE or bom == codecs.BOM_UTF32_LE:
                    self.order = marks[0]
                elif bom == codecs.BOM_UTF16_BE or bom == codecs.BOM_UTF32_BE:
                    self.order = marks[1]
                else:
                    self.order = marks[0]
                    width = 0
                text, used = partial_decode(input[width:], self.order, errors, final)
                return text, used + width
            return partial_decode(input, self.order or name, errors, final)

        def reset(self):
            BufferedIncrementalDecoder.reset(self)
            self.order = None

        def getstate(self):
            flag = 0
            if marks:
                flag = 2 if self.order is None else int(self.order != marks[0])
            elif name == 'utf-8-sig':
                flag = int(self.order is None)
            return self.buffer, flag

        def setstate(self, state):
            self.buffer, flag = state
            if marks:
                self.order = None if flag == 2 else marks[flag]
            elif name == 'utf-8-sig':
                self.order = None if flag else 'utf-8'

    class Writer(StreamWriter):
        def __init__(self, stream, errors='strict'):
            StreamWriter.__init__(self, stream, errors)
            self.encoder = Encoder(errors)

        def encode(self, input, errors='strict'):
            self.encoder.errors = errors
            return self.encoder.encode(input), len(input)

        def reset(self):
            self.encoder.reset()

    class Reader(StreamReader):
        def __init__(self, stream, errors='strict'):
            StreamReader.__init__(self, stream, errors)
            self.decoder = Decoder(errors)

        def decode(self, input, errors='strict'):
            return self.decoder._buffer_decode(bytes(input), errors, False)

        def reset(self):
            StreamReader.reset(self)
            self.decoder.reset()
    for made in Encoder, Decoder, Writer, Reader:
        made.__module__ = 'encodings.' + name.replace('-', '_')
    Encoder.__name__ = Encoder.__qualname__ = 'IncrementalEncoder'
    Decoder.__name__ = Decoder.__qualname__ = 'IncrementalDecoder'
    Writer.__name__ = Writer.__qualname__ = 'StreamWriter'
    Reader.__name__ = Reader.__qualname__ = 'StreamReader'
    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name)


# ---- codecs of the script language ----------------------------------------------------------

def simple_codec(name, encode, decode, text=True):
    """A codec from functions on whole values."""

    def encoder(input, errors='strict'):
        return encode(input, errors), len(input)

    def decoder(input, errors='strict'):
        return decode(input, errors), len(input)

    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)

    class Decoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return decode(input, self.errors)

    class Writer(StreamWriter):
        charbuffertype = bytes

        def encode(self, input, errors='strict'):
            return encode(input, errors), len(input)

    class Reader(StreamReader):
        charbuffertype = str if text else bytes

        def decode(self, input, errors='strict'):
            return decode(input, errors), len(input)
    return CodecInfo(encoder, decoder, Reader, Writer, Encoder, Decoder, name, _is_text_encoding=None if text else False)


def _rot13(text, errors='strict'):
    lower, upper = 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    return text.translate(str.maketrans(lower + upper, lower[13:] + lower[:13] + upper[13:] + upper[:13]))


def _raw_unicode_escape(text, errors='strict'):
    return ''.join([c if ord(c) < 256 else f'\\u{ord(c):04x}' if ord(c) < 0x10000 else f'\\U{ord(c):08x}' for c in text]).encode('latin-1')


def _raw_unicode_unescape(data, errors='strict'):
    import re
    text = bytes(data).decode('latin-1')

    def replace(m):
        if len(m[1]) % 2 == 0:
            return m[0]
        digits = m[2][1:]
        if len(digits) < (4 if m[2][0] == 'u' else 8):
            start = m.start(2) - 1
            reason = 'truncated \\uXXXX escape' if m[2][0] == 'u' else 'truncated \\UXXXXXXXX escape'
            raise UnicodeDecodeError('rawunicodeescape', bytes(data), start, m.end(), reason)
        if int(digits, 16) > 0x10ffff:
            raise UnicodeDecodeError('rawunicodeescape', bytes(data), m.start(2) - 1, m.end(), '\\Uxxxxxxxx out of range')
        return m[1][:-1] + chr(int(digits, 16))
    return re.sub(r'(\\+)(u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8})', replace, text)


def _hex_encode(data, errors='strict'):
    return bytes(data).hex().encode()


def _hex_decode(data, errors='strict'):
    import binascii
    return binascii.a2b_hex(data)


def _special(key):
    if key in ('rot13', 'rot_13'):
        return simple_codec('rot13', _rot13, _rot13, False)
    if key in ('hex', 'hex_codec'):
        return simple_codec('hex', _hex_encode, _hex_decode, False)
    if key in ('base64', 'base64_codec', 'base_64'):
        import base64
        return simple_codec('base64', lambda data, errors: base64.encodebytes(data), lambda data, errors: base64.decodebytes(bytes(data)), False)
    if key in ('zlib', 'zlib_codec', 'zip'):
        import zlib
        return simple_codec('zlib', lambda data, errors: zlib.compress(data), lambda data, errors: zlib.decompress(data), False)
    if key in ('quopri', 'quopri_codec', 'quoted_printable', 'quotedprintable'):
        import binascii
        return simple_codec('quopri', lambda data, errors: binascii.b2a_qp(bytes(data), quotetabs=True),
                            lambda data, errors: binascii.a2b_qp(bytes(data)), False)
    if key in ('raw_unicode_escape', 'rawunicodeescape'):
        return simple_codec('raw-unicode-escape', _raw_unicode_escape, _raw_unicode_unescape)
    if key == 'punycode':
        import _punycode
        return simple_codec('punycode', _punycode.encode, _punycode.decode)
    if key == 'idna':
        import _punycode
        return simple_codec('idna', _punycode.idna_encode, _punycode.idna_decode)
    return None


def find(key):
    return _special(key)


# ---- the functions of _codecs ---------------------------------------------------------------

def charmap_build(table, /):
    return {ord(c): i for i, c in enumerate(table) if c != '\ufffe'}


def charmap_encode(text, errors='strict', mapping=None, /):
    if mapping is None:
        return text.encode('latin-1', errors), len(text)
    out = bytearray()

    def put(c):
        try:
            found = mapping[ord(c)]
        except LookupError:
            found = None
        if found is None:
            return False
        if isinstance(found, int):
            if not 0 <= found < 256:
                raise TypeError('character mapping must be in range(256)')
            out.append(found)
        elif isinstance(found, bytes):
            out.extend(found)
        else:
            raise TypeError(f'character mapping must return integer, bytes or None, not {type(found).__name__}')
        return True
    at = 0
    while at < len(text):
        if put(text[at]):
            at += 1
            continue
        end = at + 1
        mark = len(out)
        while end < len(text) and not put(text[end]):
            end += 1
        del out[mark:]
        exc = UnicodeEncodeError('charmap', text, at, end, 'character maps to <undefined>')
        if errors == 'strict':
            raise exc
        if errors == 'ignore':
            at = end
            continue
        piece, at = codecs._handle(errors, exc)
        at = at + len(text) if at < 0 else at
        if isinstance(piece, bytes):
            out.extend(piece)
        else:
            for c in piece:
                if not put(c):
                    raise exc
    return bytes(out), len(text)


def charmap_decode(data, errors='strict', mapping=None, /):
    data = bytes(data)
    if mapping is None:
        return data.decode('latin-1', errors), len(data)
    out = []
    at = 0
    while at < len(data):
        byte = data[at]
        try:
            found = mapping[byte]
        except LookupError:
            found = None
        if isinstance(found, int):
            if not 0 <= found <= 0x10ffff:
                raise TypeError('character mapping must be in range(0x110000)')
            found = None if found == 0xfffe else chr(found)
        elif found is not None and not isinstance(found, str):
            raise TypeError(f'character mapping must return integer, None or str, not {type(found).__name__}')
        if found is not None and found != '\ufffe':
            out.append(found)
            at += 1
            continue
        exc = UnicodeDecodeError('charmap', data, at, at + 1, 'character maps to <undefined>')
        if errors == 'strict':
            raise exc
        piece, at = codecs._handle(errors, exc)
        at = at + len(data) if at < 0 else at
        out.append(piece)
    return ''.join(out), len(data)


def escape_encode(data, errors='strict', /):
    return repr(bytes(data))[2:-1].replace('"', '"').encode('latin-1'), len(data)


def escape_decode(data, errors='strict', /):
    if isinstance(data, str):
        data = data.encode('utf-8')
    text = bytes(data).decode('latin-1')
    out = bytearray()
    i = 0
    plain = {'\\': 92, "'": 39, '"': 34, 'b': 8, 'f': 12, 't': 9, 'n': 10, 'r': 13, 'v': 11, 'a': 7}
    while i < len(text):
        c = text[i]
        i += 1
        if c != '\\':
            out.append(ord(c))
            continue
        if i >= len(text):
            raise ValueError('Trailing \\ in string')
        c = text[i]
        i += 1
        if c == '\n':
            continue
        if c in plain:
            out.append(plain[c])
        elif c in '01234567':
            digits = c
            while len(digits) < 3 and i < len(text) and text[i] in '01234567':
                digits += text[i]
                i += 1
            out.append(int(digits, 8) & 255)
        elif c == 'x':
            digits = text[i:i + 2]
            try:
                out.append(int(digits, 16) if len(digits) == 2 else int('', 16))
                i += 2
            except ValueError:
                if errors == 'strict':
                    raise ValueError(f'invalid \\x escape at position {i - 2}') from None
                if errors == 'replace':
                    out.append(63)
                elif errors != 'ignore':
                    raise ValueError(f'decoding error; unknown error handling code: {errors}') from None
                if digits and digits[0] in '0123456789abcdefABCDEF':
                    i += 1
        else:
            out += b'\\' + c.encode('latin-1')
    return bytes(out), len(data)


def readbuffer_encode(data, errors=None, /):
    data = data.encode() if isinstance(data, str) else bytes(data)
    return data, len(data)


def _pair(prefix, name):
    def encode(text, errors='strict', /):
        errors = 'strict' if errors is None else errors
        return text.encode(name, errors), len(text)

    def decode(data, errors='strict', final=False, /):
        if isinstance(data, str) and name in ('unicode_escape', 'raw_unicode_escape'):
            data = data.encode()
        return partial_decode(bytes(data), codecs._names.get(name.replace('-', '_'), name), 'strict' if errors is None else errors, final)
    encode.__name__, decode.__name__ = prefix + '_encode', prefix + '_decode'
    return encode, decode


def __getattr__(attribute):
    prefix, _, kind = attribute.rpartition('_')
    names = {'utf_8': 'utf-8', 'utf_7': 'utf-7', 'utf_16': 'utf-16', 'utf_16_le': 'utf-16-le', 'utf_16_be': 'utf-16-be', 'utf_32': 'utf-32',
             'utf_32_le': 'utf-32-le', 'utf_32_be': 'utf-32-be', 'latin_1': 'latin-1', 'ascii': 'ascii', 'unicode_escape': 'unicode_escape',
             'raw_unicode_escape': 'raw_unicode_escape'}
    if kind not in ('encode', 'decode') or prefix not in names:
        raise AttributeError(attribute)
    globals()[prefix + '_encode'], globals()[prefix + '_decode'] = _pair(prefix, names[prefix])
    return globals()[attribute]
