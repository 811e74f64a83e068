"""Compression in the bzip2 format."""
__all__ = ['BZ2File', 'BZ2Compressor', 'BZ2Decompressor', 'open', 'compress', 'decompress']

import builtins as _builtins

import _compression
from _bz2 import BZ2Compressor, BZ2Decompressor

_MODES = {'': 'rb', 'r': 'rb', 'rb': 'rb', 'w': 'wb', 'wb': 'wb', 'x': 'xb', 'xb': 'xb', 'a': 'ab', 'ab': 'ab'}


class BZ2File(_compression.StreamFile):
    """A file whose bytes stand compressed in another."""

    def __init__(self, filename, mode='r', *, compresslevel=9):
        self._fp, self._closefp, self._mode = None, False, 0
        if not 1 <= compresslevel <= 9:
            raise ValueError('compresslevel must be between 1 and 9')
        if mode not in _MODES:
            raise ValueError(f'Invalid mode: {mode!r}')
        mode = _MODES[mode]
        self._begin(filename, mode, _builtins.open, 'str, bytes, file or PathLike object')
        if mode == 'rb':
            self._read_through(BZ2Decompressor, trailing_error=OSError)
        else:
            self._write_through(BZ2Compressor(compresslevel))

    def readline(self, size=-1):
        if not isinstance(size, int):
            if not hasattr(size, '__index__'):
                raise TypeError('Integer argument expected')
            size = size.__index__()
        return super().readline(size)

    def readlines(self, size=-1):
        if not isinstance(size, int):
            if not hasattr(size, '__index__'):
                raise TypeError('Integer argument expected')
            size = size.__index__()
        return super().readlines(size)


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    """Open a compressed file, of bytes or with 't' of text."""
    return _compression.open_file(lambda bytes_mode: BZ2File(filename, bytes_mode, compresslevel=compresslevel), mode, encoding, errors, newline)


def compress(data, compresslevel=9):
    """The data compressed."""
    compressor = BZ2Compressor(compresslevel)
    return compressor.compress(data) + compressor.flush()


def decompress(data):
    """The data of one stream or several."""
    return _compression.decompress_streams(data, BZ2Decompressor, OSError, ValueError) if data else b''
