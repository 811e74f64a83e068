"""Headers with encoded words (RFC 2047)."""
__all__ = ['Header', 'decode_header', 'make_header']

import base64 as _base64
import binascii as _binascii
import re as _re

import email.quoprimime
from email.charset import Charset, UNKNOWN8BIT as _UNKNOWN
from email.errors import HeaderParseError

USASCII, UTF8 = Charset('us-ascii'), Charset('utf-8')
MAXLINELEN = 78
ecre = _re.compile(r'=\?(?P<charset>[^?]*?)\?(?P<encoding>[qQbB])\?(?P<encoded>.*?)\?=', _re.VERBOSE | _re.MULTILINE)
_EMBEDDED = _re.compile(r'\n[^ \t]+:')


def decode_header(header):
    """The parts of a header: (text or bytes, charset or None)."""
    if hasattr(header, '_chunks'):
        return [(_sanitized(text, charset), str(charset)) for text, charset in header._chunks]
    if not ecre.search(header):
        return [(header, None)]
    words = []
    for line in header.splitlines():
        parts = ecre.split(line)
        for i in range(0, len(parts), 4):
            plain = parts[i].lstrip() if i == 0 else parts[i]
            if plain:
                words.append((plain, None, None))
            if i + 1 < len(parts):
                charset, encoding, encoded = parts[i + 1:i + 4]
                words.append((encoded, encoding.lower(), charset.lower()))
    words = [w for i, w in enumerate(words)
             if not (0 < i < len(words) - 1 and w[1] is None and w[0].isspace() and words[i - 1][1] and words[i + 1][1])]
    decoded = []
    for text, encoding, charset in words:
        if encoding is None:
            decoded.append((text.encode('raw-unicode-escape'), None))
        elif encoding == 'q':
            decoded.append((email.quoprimime.header_decode(text).encode('latin-1'), charset))
        else:
            if len(text) % 4:
                text += '==='[:4 - len(text) % 4]
            try:
                decoded.append((_base64.b64decode(text), charset))
            except _binascii.Error:
                raise HeaderParseError('Base64 decoding error')
    collapsed = []
    for data, charset in decoded:
        if collapsed and collapsed[-1][1] == charset:
            between = b' ' if charset is None else b''
            collapsed[-1] = (collapsed[-1][0] + between + data, charset)
        else:
            collapsed.append((data, charset))
    return collapsed


def _sanitized(text, charset):
    return text if charset != _UNKNOWN else text.encode('ascii', 'surrogateescape').decode('ascii', 'replace')


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=' '):
    """A Header of what decode_header() gives."""
    h = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
    for s, charset in decoded_seq:
        if charset is not None and not isinstance(charset, Charset):
            charset = Charset(charset)
        h.append(s, charset)
    return h


class Header:
    """A value of parts in several charsets."""

    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=' ', errors='strict'):
        if charset is None:
            charset = USASCII
        elif not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        self._continuation_ws = continuation_ws
        self._chunks = []
        if s is not None:
            self.append(s, charset, errors)
        self._maxlinelen = MAXLINELEN if maxlinelen is None else maxlinelen
        self._headerlen = 0 if header_name is None else len(header_name) + 2

    def append(self, s, charset=None, errors='strict'):
        """Add a part."""
        if charset is None:
            charset = self._charset
        elif not isinstance(charset, Charset):
            charset = Charset(charset)
        if not isinstance(s, str):
            codec = charset.input_codec or 'us-ascii'
            s = s.decode('us-ascii', 'surrogateescape') if codec == _UNKNOWN else s.decode(codec, errors)
        output = charset.output_codec or 'us-ascii'
        if output != _UNKNOWN:
            try:
                s.encode(output, errors)
            except UnicodeEncodeError:
                if output != 'us-ascii':
                    raise
                charset = UTF8
        self._chunks.append((s, charset))

    def _normalized(self):
        chunks = []
        for text, charset in self._chunks:
            if chunks and chunks[-1][1] == charset:
                chunks[-1] = (chunks[-1][0] + ' ' + text if charset == 'us-ascii' else chunks[-1][0] + text, charset)
            else:
                chunks.append((text, charset))
        return chunks

    def __str__(self):
        text, last_plain = '', None
        for part, charset in self._normalized():
            plain = charset in ('us-ascii', None) or str(charset) == 'us-ascii'
            if text and plain != last_plain and part:
                if plain and part[0] not in ' \t' or not plain and text[-1] not in ' \t':
                    text += ' '
            text += _sanitized(part, charset)
            last_plain = plain
        return text

    def __eq__(self, other):
        return other == str(self)

    def encode(self, splitchars=';, \t', maxlinelen=None, linesep='\n'):
        """The value for the wire, folded."""
        if maxlinelen is None:
            maxlinelen = self._maxlinelen
        if maxlinelen == 0:
            maxlinelen = 1000000
        lines, current = [], ''

        def width():
            return maxlinelen - (self._headerlen if not lines else 0)
        for index, (text, charset) in enumerate(self._normalized()):
            if charset.header_encoding is None:
                if index and current and text and text[0] not in ' \t':
                    text = ' ' + text
                for number, source in enumerate(text.splitlines() or ['']):
                    if number:
                        lines.append(current)
                        current = ''
                        if source[:1] not in (' ', '\t'):
                            source = self._continuation_ws + source
                    for part in _re.findall(r'\s*\S+|\s+$', source):
                        if current.strip() and len(current) + len(part) > width():
                            kept, moved = self._split(current, splitchars)
                            lines.append(kept)
                            current = moved + part if moved else part
                            if current[:1] not in (' ', '\t'):
                                current = self._continuation_ws + current
                        else:
                            current += part
            else:
                between = ' ' if index and current and current[-1] not in ' \t' else ''

                def lengths():
                    yield width() - len(current) - len(between)
                    while True:
                        yield maxlinelen - len(self._continuation_ws)
                words = charset.header_encode_lines(text, lengths())
                for number, word in enumerate(words):
                    if number:
                        lines.append(current)
                        current = self._continuation_ws + word
                    elif word is not None:
                        current += between + word
        lines.append(current)
        value = linesep.join(lines)
        if _EMBEDDED.search(value):
            raise HeaderParseError(f'header value appears to contain an embedded header: {value!r}')
        return value

    @staticmethod
    def _split(line, splitchars):
        """Break behind the best of the characters: ; before , before blanks."""
        for c in splitchars:
            if c in ' \t':
                break
            at = line.rfind(c + ' ', 1)
            if at > 0:
                return line[:at + 1], line[at + 1:]
        return line, ''
