"""Streams: files, and text or bytes in memory."""
import sys as _sys
from abc import ABCMeta as _ABCMeta
from _io import BytesIO, StringIO, UnsupportedOperation

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError


class IOBase(metaclass=_ABCMeta):
    __closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    @property
    def closed(self):
        return self.__closed

    def close(self):
        if not self.__closed:
            try:
                self.flush()
            finally:
                self.__closed = True

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError('I/O operation on closed file.' if msg is None else msg)

    def flush(self):
        if self.__closed:
            raise ValueError('I/O operation on closed file.')

    def seek(self, pos, whence=0, /):
        self._unsupported('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None, /):
        self._unsupported('truncate')

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def isatty(self):
        self._checkClosed()
        return False

    def fileno(self):
        self._unsupported('fileno')

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1, /):
        size = -1 if size is None else size.__index__()
        line = bytearray()
        while size < 0 or len(line) < size:
            b = self.read(1)
            if not b:
                break
            if not isinstance(b, bytes):
                raise OSError(f'read() should have returned a bytes object, not {type(b).__name__!r}')
            line += b
            if line.endswith(b'\n'):
                break
        return bytes(line)

    def readlines(self, hint=-1, /):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint < total:
                break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        n = self.readinto(buffer)
        if n is None:
            return None
        return bytes(buffer[:n])

    def readall(self):
        out = bytearray()
        while data := self.read(DEFAULT_BUFFER_SIZE):
            out += data
        return bytes(out) if out else data

    def readinto(self, buffer, /):
        self._unsupported('readinto')

    def write(self, data, /):
        self._unsupported('write')


class BufferedIOBase(IOBase):
    def read(self, size=-1, /):
        self._unsupported('read')

    def read1(self, size=-1, /):
        self._unsupported('read1')

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readinto1(self, buffer, /):
        data = self.read1(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def write(self, data, /):
        self._unsupported('write')

    def detach(self):
        self._unsupported('detach')


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None

    def read(self, size=-1, /):
        self._unsupported('read')

    def readline(self, size=-1, /):
        self._unsupported('readline')

    def write(self, text, /):
        self._unsupported('write')

    def detach(self):
        self._unsupported('detach')


TextIOWrapper = type(_sys.__stdout__)
BufferedWriter = type(_sys.__stdout__.buffer)
BufferedReader = type(_sys.__stdin__.buffer)
TextIOBase.register(StringIO)
TextIOBase.register(TextIOWrapper)
BufferedIOBase.register(BytesIO)
BufferedIOBase.register(BufferedReader)
BufferedIOBase.register(BufferedWriter)
open = open
