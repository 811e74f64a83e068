"""Compression in the bzip2 format."""
__all__ = ['BZ2File', 'BZ2Compressor', 'BZ2Decompressor', 'open', 'compress', 'decompress']

import builtins as _builtins
import io as _io

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
    if 't' in mode:
        if 'b' in mode:
            raise ValueError(f'Invalid mode: {mode!r}')
    else:
        for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
            if value is not None:
                raise ValueError(f"Argument '{name}' not supported in binary mode")
    file = BZ2File(filename, mode.replace('t', ''), compresslevel=compresslevel)
    return _io.TextIOWrapper(file, _io.text_encoding(encoding) if encoding else 'utf-8', errors, newline) if 't' in mode else file


def compress(data, compresslevel=9):
    """The data compressed."""
    compressor = BZ2Compressor(compresslevel)
    return compressor.compress(data) + compressor.flush()


def decompress(data):
    """The data of one stream or several."""
    results = []
    while data:
        decompressor = BZ2Decompressor()
        try:
            result = decompressor.decompress(data)
        except OSError:
            if results:
                break  # what follows the last stream
            raise
        results.append(result)
        if not decompressor.eof:
            raise ValueError('Compressed data ended before the end-of-stream marker was reached')
        data = decompressor.unused_data
    return b''.join(results)
