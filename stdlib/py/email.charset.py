"""Which encodings the texts of messages take."""
__all__ = ['Charset', 'add_alias', 'add_charset', 'add_codec']

from functools import partial

import email.base64mime
import email.quoprimime
from email import errors
from email.encoders import encode_7or8bit

QP, BASE64, SHORTEST = 1, 2, 3
RFC2047_CHROME_LEN = 7
DEFAULT_CHARSET = 'us-ascii'
UNKNOWN8BIT = 'unknown-8bit'

CHARSETS = {
    **{f'iso-8859-{n}': (QP, QP, None) for n in (1, 2, 3, 4, 9, 10, 13, 14, 15, 16)},
    'windows-1252': (QP, QP, None), 'viscii': (QP, QP, None), 'us-ascii': (None, None, None), 'big5': (BASE64, BASE64, None),
    'gb2312': (BASE64, BASE64, None), 'euc-jp': (BASE64, None, 'iso-2022-jp'), 'shift_jis': (BASE64, None, 'iso-2022-jp'),
    'iso-2022-jp': (BASE64, None, None), 'koi8-r': (BASE64, BASE64, None), 'utf-8': (SHORTEST, BASE64, 'utf-8'),
}
ALIASES = {
    **{f'latin_{n}': f'iso-8859-{i}' for n, i in ((1, 1), (2, 2), (3, 3), (4, 4), (5, 9), (6, 10), (7, 13), (8, 14), (9, 15), (10, 16))},
    **{f'latin-{n}': f'iso-8859-{i}' for n, i in ((1, 1), (2, 2), (3, 3), (4, 4), (5, 9), (6, 10), (7, 13), (8, 14), (9, 15), (10, 16))},
    'cp949': 'ks_c_5601-1987', 'euc_jp': 'euc-jp', 'euc_kr': 'euc-kr', 'ascii': 'us-ascii',
}
CODEC_MAP = {'gb2312': 'eucgb2312_cn', 'big5': 'big5_tw', 'us-ascii': None}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    """Say how the texts of a charset are encoded."""
    if body_enc == SHORTEST:
        raise ValueError('SHORTEST not allowed for body_enc')
    CHARSETS[charset] = (header_enc, body_enc, output_charset)


def add_alias(alias, canonical):
    ALIASES[alias] = canonical


def add_codec(charset, codecname):
    CODEC_MAP[charset] = codecname


def _encode(string, codec):
    return string.encode('ascii', 'surrogateescape') if codec == UNKNOWN8BIT else string.encode(codec)


class Charset:
    """A charset and what it needs in headers and bodies."""

    def __init__(self, input_charset=DEFAULT_CHARSET):
        try:
            if isinstance(input_charset, str):
                input_charset.encode('ascii')
            else:
                input_charset = str(input_charset, 'ascii')
        except UnicodeError:
            raise errors.CharsetError(input_charset)
        input_charset = input_charset.lower()
        self.input_charset = ALIASES.get(input_charset, input_charset)
        henc, benc, conv = CHARSETS.get(self.input_charset, (SHORTEST, BASE64, None))
        if not conv:
            conv = self.input_charset
        self.header_encoding, self.body_encoding = henc, benc
        self.output_charset = ALIASES.get(conv, conv)
        self.input_codec = CODEC_MAP.get(self.input_charset, self.input_charset)
        self.output_codec = CODEC_MAP.get(self.output_charset, self.output_charset)

    def __repr__(self):
        return self.input_charset.lower()

    __str__ = __repr__

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def get_body_encoding(self):
        """The name of the transfer encoding, or a function that sets it."""
        if self.body_encoding == QP:
            return 'quoted-printable'
        return 'base64' if self.body_encoding == BASE64 else encode_7or8bit

    def get_output_charset(self):
        return self.output_charset or self.input_charset

    def _get_encoder(self, header_bytes):
        if self.header_encoding == BASE64:
            return email.base64mime
        if self.header_encoding == QP:
            return email.quoprimime
        if self.header_encoding == SHORTEST:
            short = email.base64mime.header_length(header_bytes) < email.quoprimime.header_length(header_bytes)
            return email.base64mime if short else email.quoprimime
        return None

    def header_encode(self, string):
        """The text as an encoded word."""
        header_bytes = _encode(string, self.output_codec or 'us-ascii')
        encoder = self._get_encoder(header_bytes)
        return string if encoder is None else encoder.header_encode(header_bytes, self.output_codec or 'us-ascii')

    def header_encode_lines(self, string, maxlengths):
        """Encoded words that fit the lengths."""
        codec = self.output_codec or 'us-ascii'
        encoder = self._get_encoder(_encode(string, codec))
        encode = partial(encoder.header_encode, charset=codec)
        extra = len(self.get_output_charset()) + RFC2047_CHROME_LEN
        lines, current = [], []
        room = next(maxlengths) - extra
        for character in string:
            current.append(character)
            length = encoder.header_length(_encode(''.join(current), codec))
            if length > room:
                current.pop()
                if not lines and not current:
                    lines.append(None)
                else:
                    lines.append(encode(_encode(''.join(current), codec)))
                current = [character]
                room = next(maxlengths) - extra
        lines.append(encode(_encode(''.join(current), codec)))
        return lines

    def body_encode(self, string):
        """A body in the transfer encoding of the charset."""
        if not string:
            return string
        if self.body_encoding == BASE64:
            return email.base64mime.body_encode(string.encode(self.output_charset) if isinstance(string, str) else string)
        if self.body_encoding == QP:
            if isinstance(string, str):
                string = string.encode(self.output_charset)
            return email.quoprimime.body_encode(string.decode('latin1'))
        return string.encode(self.output_charset).decode('ascii') if isinstance(string, str) else string
