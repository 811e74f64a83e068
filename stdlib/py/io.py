"""Streams of text and bytes."""
from abc import ABCMeta
from _io_memory import BytesIO, StringIO, UnsupportedOperation
import _io_types

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError

__all__ = ['BlockingIOError', 'open', 'open_code', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO', 'StringIO', 'BufferedIOBase', 'BufferedReader',
           'BufferedWriter', 'BufferedRWPair', 'BufferedRandom', 'TextIOBase', 'TextIOWrapper', 'UnsupportedOperation', 'SEEK_SET',
           'SEEK_CUR', 'SEEK_END', 'DEFAULT_BUFFER_SIZE', 'IncrementalNewlineDecoder', 'text_encoding']


def _size(size):
    """A size argument: -1 for all."""
    if size is None:
        return -1
    if type(size) is int:
        return size
    try:
        return size.__index__()
    except AttributeError:
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'") from None


def _index(value):
    if type(value) is int:
        return value
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None


class IOBase(metaclass=ABCMeta):
    """The abstract base class for all I/O classes."""
    _closed = False

    @property
    def closed(self):
        return self._closed

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def __del__(self):
        try:
            if not self.closed:
                self.close()
        except Exception:       # half made, or its stream is gone
            pass

    def _check(self, message='I/O operation on closed file.'):
        if self.closed:
            raise ValueError(message)

    _checkClosed = _check

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation('File or stream is not readable.' if msg is None else msg)
        return True

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation('File or stream is not writable.' if msg is None else msg)
        return True

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation('File or stream is not seekable.' if msg is None else msg)
        return True

    def flush(self):
        self._check()

    def seek(self, pos, whence=0):
        raise UnsupportedOperation('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None):
        raise UnsupportedOperation('truncate')

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def isatty(self):
        self._check()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1):
        size = _size(size)
        peek = getattr(self, 'peek', None)
        line = bytearray()
        while size < 0 or len(line) < size:
            want = 1
            if peek is not None:
                ahead = peek(1)
                if ahead:
                    want = ahead.find(b'\n') + 1 or len(ahead)
                    if size >= 0:
                        want = min(want, size - len(line))
            got = self.read(want)
            if got is not None and not isinstance(got, bytes):
                raise OSError(f'read() should have returned a bytes object, not {type(got).__name__!r}')
            if not got:
                break
            line += got
            if line.endswith(b'\n'):
                break
        return bytes(line)

    def readlines(self, hint=-1):
        hint = _size(hint)
        if hint <= 0:
            return list(self)
        lines, total = [], 0
        for line in self:
            lines.append(line)
            total += len(line)
            if total >= hint:
                break
        return lines

    def writelines(self, lines):
        self._check()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Base class for raw binary I/O."""

    def read(self, size=-1):
        size = _size(size)
        if size < 0:
            return self.readall()
        buffer = bytearray(size)
        n = self.readinto(buffer)
        if n is None:
            return None
        return bytes(buffer[:n])

    def readall(self):
        result = bytearray()
        while True:
            data = self.read(DEFAULT_BUFFER_SIZE)
            if not data:
                return bytes(result) if result else data
            result += data

    def readinto(self, buffer):
        raise NotImplementedError

    def write(self, data):
        raise NotImplementedError


class BufferedIOBase(IOBase):
    """Base class for buffered IO objects."""

    def read(self, size=-1):
        raise UnsupportedOperation('read')

    def read1(self, size=-1):
        raise UnsupportedOperation('read1')

    def _fill(self, target, data):
        view = memoryview(target)
        if view.format != 'B' or view.ndim != 1:
            view = view.cast('B')
        view[:len(data)] = data
        return len(data)

    def _room(self, target):
        return memoryview(target).nbytes

    def readinto(self, target):
        return self._fill(target, self.read(self._room(target)))

    def readinto1(self, target):
        return self._fill(target, self.read1(self._room(target)))

    def write(self, data):
        raise UnsupportedOperation('write')

    def detach(self):
        raise UnsupportedOperation('detach')


class TextIOBase(IOBase):
    """Base class for text I/O."""

    def read(self, size=-1):
        raise UnsupportedOperation('read')

    def write(self, s):
        raise UnsupportedOperation('write')

    def readline(self, size=-1):
        raise UnsupportedOperation('readline')

    def detach(self):
        raise UnsupportedOperation('detach')

    @property
    def encoding(self):
        return None

    @property
    def errors(self):
        return None

    @property
    def newlines(self):
        return None


def _line_end(text, pos, newline):
    """Where the line that starts at pos ends, behind its end mark."""
    if newline != '':
        end = text.find(newline or '\n', pos)
        return len(text) if end < 0 else end + len(newline or '\n')
    lf, cr = text.find('\n', pos), text.find('\r', pos)
    if cr < 0 or 0 <= lf < cr:
        return len(text) if lf < 0 else lf + 1
    return cr + (2 if text[cr + 1:cr + 2] == '\n' else 1)


def text_encoding(encoding, stacklevel=2, /):
    return 'locale' if encoding is None else encoding


def open_code(path):
    return open(path, 'rb')


open = open

TextIOBase.register(StringIO)
TextIOBase.register(_io_types.TextIOWrapper)
for _class in (BytesIO, _io_types.BufferedReader, _io_types.BufferedWriter, _io_types.BufferedRandom):
    BufferedIOBase.register(_class)
del _class


def __getattr__(name):
    if name in ('FileIO', 'BufferedReader', 'BufferedWriter', 'BufferedRWPair', 'BufferedRandom', 'TextIOWrapper', 'IncrementalNewlineDecoder'):
        import _io_layers
        value = globals()[name] = getattr(_io_layers, name)
        return value
    raise AttributeError(f"module 'io' has no attribute {name!r}")
