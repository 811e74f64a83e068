"""Checksums and compression in the deflate formats."""
from _zlib import adler32, compress as _compress, crc32, decompress as _decompress

MAX_WBITS = 15
DEFLATED = 8
DEF_MEM_LEVEL = 8
DEF_BUF_SIZE = 16384
Z_NO_COMPRESSION = 0
Z_BEST_SPEED = 1
Z_BEST_COMPRESSION = 9
Z_DEFAULT_COMPRESSION = -1
Z_DEFAULT_STRATEGY = 0
Z_NO_FLUSH = 0
Z_SYNC_FLUSH = 2
Z_FULL_FLUSH = 3
Z_FINISH = 4
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = '1.2.13'


class error(Exception):
    pass


def compress(data, /, level=-1, wbits=MAX_WBITS):
    return _compress(data, level, wbits)


def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    plain, rest, ended = _decompress(data, wbits)
    if not ended:
        raise error('Error -5 while decompressing data: incomplete or truncated stream')
    return plain


class _Compressor:
    def __init__(self, level, wbits):
        self._level, self._wbits, self._parts = level, wbits, []

    def compress(self, data, /):
        self._parts.append(bytes(data))
        return b''

    def flush(self, mode=Z_FINISH, /):
        return _compress(b''.join(self._parts), self._level, self._wbits) if mode == Z_FINISH else b''


class _Decompressor:
    def __init__(self, wbits):
        self._wbits, self._given, self._taken = wbits, b'', 0
        self.unused_data = self.unconsumed_tail = b''
        self.eof = False

    def decompress(self, data, /, max_length=0):
        if self.eof:
            self.unused_data += bytes(data)
            return b''
        self._given += bytes(data)
        plain, rest, self.eof = _decompress(self._given, self._wbits)
        if self.eof:
            self.unused_data = rest
        fresh = plain[self._taken:]
        self._taken = len(plain)
        return fresh

    def flush(self, length=DEF_BUF_SIZE, /):
        return b''


def compressobj(level=-1, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=None):
    return _Compressor(level, wbits)


def decompressobj(wbits=MAX_WBITS, zdict=b''):
    return _Decompressor(wbits)
