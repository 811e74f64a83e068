"""Quoted-printable as messages use it."""
__all__ = ['body_decode', 'body_encode', 'body_length', 'decode', 'decodestring', 'header_decode', 'header_encode', 'header_length', 'quote', 'unquote']

import re

_HEADER_PLAIN = frozenset(b'-!*+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
_BODY_PLAIN = frozenset(range(32, 127)) - {61} | {9}


def header_check(octet):
    return octet not in _HEADER_PLAIN and octet != 32


def body_check(octet):
    return octet not in _BODY_PLAIN


def header_length(bytearray):
    return sum([1 if b in _HEADER_PLAIN or b == 32 else 3 for b in bytearray])


def body_length(bytearray):
    return sum([1 if b in _BODY_PLAIN else 3 for b in bytearray])


def quote(c):
    return f'={ord(c):02X}'


def unquote(s):
    return chr(int(s[1:3], 16))


def header_encode(header_bytes, charset='iso-8859-1'):
    """An encoded word."""
    if not header_bytes:
        return ''
    text = ''.join(['_' if b == 32 else chr(b) if b in _HEADER_PLAIN else f'={b:02X}' for b in header_bytes])
    return f'=?{charset}?q?{text}?='


def body_encode(body, maxlinelen=76, eol='\n'):
    """The lines of a body, whose characters stand for bytes."""
    if maxlinelen < 4:
        raise ValueError('maxlinelen must be at least 4')
    if not body:
        return body
    body = ''.join([c if c in '\r\n' or ord(c) in _BODY_PLAIN else f'={ord(c):02X}' for c in body])
    out = []
    room = maxlinelen - 1
    for line in body.splitlines():
        start, last = 0, len(line) - 1 - room
        while start <= last:
            stop = start + room
            if line[stop - 2] == '=':
                stop -= 1
                out.append(line[start:stop - 1] + '=')
                start = stop - 1
            elif line[stop - 1] == '=':
                out.append(line[start:stop - 1] + '=')
                start = stop - 1
            else:
                out.append(line[start:stop] + '=')
                start = stop
        if line and line[-1] in ' \t':
            left = start - last
            if left >= 3:
                quoted = quote(line[-1])
            elif left == 2:
                quoted = line[-1] + '='
            else:
                quoted = '=' + eol + quote(line[-1])
            out.append(line[start:-1] + quoted)
        else:
            out.append(line[start:])
    if body[-1] in '\r\n':
        out.append('')
    return eol.join(out)


def decode(encoded, eol='\n'):
    if not encoded:
        return encoded
    out = ''
    for line in encoded.splitlines():
        line = line.rstrip()
        if not line:
            out += eol
            continue
        soft = line.endswith('=')
        text = re.sub('=([0-9a-fA-F]{2})', lambda m: chr(int(m.group(1), 16)), line[:-1] if soft else line)
        out += text if soft else text + eol
    if encoded[-1] not in '\r\n' and out.endswith(eol):
        out = out[:-1]
    return out


body_decode = decodestring = decode


def header_decode(s):
    return re.sub(r'=[a-fA-F0-9]{2}', lambda m: unquote(m.group(0)), s.replace('_', ' '), flags=re.ASCII)
