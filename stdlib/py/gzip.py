"""Compressed files."""
import io
import time
import zlib

__all__ = ['BadGzipFile', 'GzipFile', 'open', 'compress', 'decompress']
_open = open


class BadGzipFile(OSError):
    pass


def compress(data, compresslevel=9, *, mtime=None):
    packed = zlib.compress(data, compresslevel, 31)
    stamp = int(time.time() if mtime is None else mtime) & 0xFFFFFFFF
    return packed[:4] + stamp.to_bytes(4, 'little') + packed[8:]


def decompress(data):
    out = []
    data = bytes(data)
    while data:
        if data[:2] != b'\x1f\x8b':
            if out and not data.strip(b'\0'):
                break
            raise BadGzipFile(f'Not a gzipped file ({data[:2]!r})')
        d = zlib.decompressobj(31)
        out.append(d.decompress(data))
        if not d.eof:
            raise EOFError('Compressed file ended before the end-of-stream marker was reached')
        data = d.unused_data
    return b''.join(out)


class GzipFile(io.BytesIO):
    def __init__(self, filename=None, mode='rb', compresslevel=9, fileobj=None, mtime=None):
        self.mode = mode
        self.name = filename
        self._level, self._mtime = compresslevel, mtime
        self._target = fileobj
        if 'r' in mode:
            if fileobj is None:
                with _open(filename, 'rb') as f:
                    data = f.read()
            else:
                data = fileobj.read()
            super().__init__(decompress(data))
        else:
            super().__init__()

    def close(self):
        if self.closed:
            return
        if 'r' not in self.mode:
            data = compress(self.getvalue(), self._level, mtime=self._mtime)
            if self._target is not None:
                self._target.write(data)
            else:
                with _open(self.name, 'ab' if 'a' in self.mode else 'wb') as f:
                    f.write(data)
        super().close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _TextWriter(io.StringIO):
    def __init__(self, file, encoding):
        super().__init__()
        self._file, self._encoding = file, encoding

    def close(self):
        if not self.closed:
            self._file.write(self.getvalue().encode(self._encoding))
            self._file.close()
        super().close()

    def __exit__(self, *args):
        self.close()


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    plain = mode.replace('t', '').replace('b', '') + 'b'
    named = isinstance(filename, (str, bytes)) or hasattr(filename, '__fspath__')
    file = GzipFile(filename if named else None, plain, compresslevel, None if named else filename)
    if 't' not in mode:
        return file
    if 'r' in mode:
        return io.StringIO(file.read().decode(encoding or 'utf-8', errors or 'strict').replace('\r\n', '\n'))
    return _TextWriter(file, encoding or 'utf-8')
