"""Base64 as messages use it."""
__all__ = ['body_decode', 'body_encode', 'decode', 'decodestring', 'header_encode', 'header_length']

from base64 import b64encode
from binascii import a2b_base64, b2a_base64


def header_length(bytearray):
    """How long the bytes become."""
    groups, left = divmod(len(bytearray), 3)
    return groups * 4 + (4 if left else 0)


def header_encode(header_bytes, charset='iso-8859-1'):
    """An encoded word."""
    if not header_bytes:
        return ''
    if isinstance(header_bytes, str):
        header_bytes = header_bytes.encode(charset)
    return f'=?{charset}?b?{b64encode(header_bytes).decode("ascii")}?='


def body_encode(s, maxlinelen=76, eol='\n'):
    """The lines of a body."""
    if not s:
        return ''
    size = maxlinelen * 3 // 4
    lines = [b2a_base64(s[i:i + size]).decode('ascii') for i in range(0, len(s), size)]
    return ''.join(lines) if eol == '\n' else ''.join([line[:-1] + eol for line in lines])


def decode(string):
    if not string:
        return b''
    return a2b_base64(string.encode('raw-unicode-escape') if isinstance(string, str) else string)


body_decode = decodestring = decode
