"""Bytes as text."""
import _hashlib


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def hexlify(data, sep=None, bytes_per_sep=1):
    return (bytes(data).hex() if sep is None else bytes(data).hex(sep, bytes_per_sep)).encode()


b2a_hex = hexlify


def unhexlify(hexstr):
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode('latin-1')
    if len(text) % 2:
        raise Error('Odd-length string')
    for c in text:
        if c not in '0123456789abcdefABCDEF':
            raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(text)


a2b_hex = unhexlify


def b2a_base64(data, *, newline=True):
    return _hashlib.encode64(data) + (b'\n' if newline else b'')


def a2b_base64(data, *, strict_mode=False):
    if isinstance(data, str):
        try:
            data = data.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    found = _hashlib.decode64(data)
    if isinstance(found, int):
        if found % 4 == 1:
            raise Error(f'Invalid base64-encoded string: number of data characters ({found}) cannot be 1 more than a multiple of 4')
        raise Error('Incorrect padding')
    return found


def crc32(data, value=0):
    crc = value ^ 0xFFFFFFFF
    for byte in bytes(data):
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xEDB88320 if crc & 1 else crc >> 1
    return crc ^ 0xFFFFFFFF
