"""Quoted-printable text, as in RFC 1521."""
import binascii
from binascii import a2b_qp, b2a_qp

__all__ = ['encode', 'decode', 'encodestring', 'decodestring']


def encode(input, output, quotetabs, header=False):
    output.write(binascii.b2a_qp(input.read(), quotetabs=quotetabs, header=header))


def encodestring(s, quotetabs=False, header=False):
    return binascii.b2a_qp(s, quotetabs=quotetabs, header=header)


def decode(input, output, header=False):
    output.write(binascii.a2b_qp(input.read(), header=header))


def decodestring(s, header=False):
    return binascii.a2b_qp(s, header=header)


def ishex(c):
    assert isinstance(c, bytes)
    return b'0' <= c <= b'9' or b'a' <= c <= b'f' or b'A' <= c <= b'F'


def unhex(s):
    return int(s, 16)


def quote(c):
    assert isinstance(c, bytes) and len(c) == 1
    return b'=%02X' % c[0]
