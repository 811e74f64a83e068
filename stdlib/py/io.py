"""Text and bytes streams in memory."""

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def close(self):
        self.closed = True

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def flush(self):
        self._check()

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def isatty(self):
        return False

    def fileno(self):
        raise UnsupportedOperation('fileno')

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

    def readlines(self, hint=-1):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None


class StringIO(TextIOBase):
    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        self._newline = newline
        self._parts = []
        self._text = self._translate(initial_value or '')
        self._pos = 0
        self.line_buffering = False

    def _translate(self, s):
        if self._newline is None:
            return s.replace('\r\n', '\n').replace('\r', '\n')
        if self._newline and self._newline != '\n':
            return s.replace('\n', self._newline)
        return s

    def _join(self):
        if self._parts:
            self._text += ''.join(self._parts)
            self._parts.clear()
        return self._text

    def write(self, s, /):
        if self._pos is None and type(s) is str and self._newline == '\n' and not self.closed:
            if s:
                self._parts.append(s)
            return len(s)
        if self.closed:
            raise ValueError('I/O operation on closed file')
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        n = len(s)
        if not n:
            return 0
        if self._newline != '\n':
            s = self._translate(s)
        if self._pos is None:
            self._parts.append(s)
            return n
        text = self._join()
        pos = self._pos
        if pos == len(text):
            self._parts.append(s)
            self._pos = None
            return n
        if pos > len(text):
            text += '\0' * (pos - len(text))
        self._text = text[:pos] + s + text[pos + len(s):]
        self._pos = pos + len(s)
        return n

    def _position(self):
        text = self._join()
        if self._pos is None:
            self._pos = len(text)
        return text, self._pos

    def getvalue(self):
        self._check()
        return self._join()

    def read(self, size=-1, /):
        self._check()
        text, pos = self._position()
        end = len(text) if size is None or size < 0 else pos + size
        self._pos = max(pos, min(end, len(text)))
        return text[pos:end]

    def readline(self, size=-1, /):
        self._check()
        text, pos = self._position()
        end = text.find('\n', pos)
        end = len(text) if end < 0 else end + 1
        if size is not None and size >= 0:
            end = min(end, pos + size)
        self._pos = max(pos, end)
        return text[pos:end]

    def __next__(self):
        if self.closed or self._parts or self._pos is None or type(self) is not StringIO:
            line = self.readline()
        else:
            pos = self._pos
            end = self._text.find('\n', pos) + 1 or len(self._text)
            line = self._text[pos:end]
            if line:
                self._pos = end
        if not line:
            raise StopIteration
        return line

    def tell(self):
        self._check()
        return self._position()[1]

    def seek(self, pos, whence=0, /):
        self._check()
        text, now = self._position()
        if whence == 0:
            if pos < 0:
                raise ValueError(f'Negative seek position {pos}')
        elif whence == 1:
            if pos:
                raise OSError("Can't do nonzero cur-relative seeks")
            pos = now
        elif whence == 2:
            if pos:
                raise OSError("Can't do nonzero cur-relative seeks")
            pos = len(text)
        else:
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        self._pos = pos
        return pos

    def truncate(self, size=None, /):
        self._check()
        text, pos = self._position()
        size = pos if size is None else size
        if size < 0:
            raise ValueError(f'Negative size value {size}')
        self._text = text[:size]
        return size


class BytesIO(BufferedIOBase):
    def __init__(self, initial_bytes=b''):
        if isinstance(initial_bytes, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._buffer = bytearray(initial_bytes or b'')
        self._pos = 0

    def write(self, data, /):
        self._check()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        n = len(data)
        pos = self._pos
        size = len(self._buffer)
        if pos > size:
            self._buffer.extend(bytes(pos - size))
        if pos == size:
            self._buffer.extend(data)
        else:
            self._buffer[pos:pos + n] = data
        self._pos = pos + n
        return n

    def getvalue(self):
        self._check()
        return bytes(self._buffer)

    getbuffer = getvalue

    def read(self, size=-1, /):
        self._check()
        pos = self._pos
        end = len(self._buffer) if size is None or size < 0 else min(pos + size, len(self._buffer))
        self._pos = max(pos, end)
        return bytes(self._buffer[pos:end])

    read1 = read

    def readinto(self, target, /):
        data = self.read(len(target))
        target[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        self._check()
        pos = self._pos
        end = self._buffer.find(b'\n', pos)
        end = len(self._buffer) if end < 0 else end + 1
        if size is not None and size >= 0:
            end = min(end, pos + size)
        self._pos = max(pos, end)
        return bytes(self._buffer[pos:end])

    def tell(self):
        self._check()
        return self._pos

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(f'negative seek value {pos}')
        elif whence == 1:
            pos = max(0, self._pos + pos)
        elif whence == 2:
            pos = max(0, len(self._buffer) + pos)
        else:
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        self._pos = pos
        return pos

    def truncate(self, size=None, /):
        self._check()
        size = self._pos if size is None else size
        if size < 0:
            raise ValueError(f'negative size value {size}')
        del self._buffer[size:]
        return size


open = open
