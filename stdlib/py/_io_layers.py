"""Buffers over raw streams, and text over buffers, for streams that are no files of the system."""
import _io_types
import codecs
import os as _os
from io import DEFAULT_BUFFER_SIZE, BufferedIOBase, RawIOBase, TextIOBase, UnsupportedOperation, _index, _line_end, _size


_OPENING = {'r': 0, 'w': _os.O_CREAT | _os.O_TRUNC, 'a': _os.O_CREAT | _os.O_APPEND, 'x': _os.O_CREAT | _os.O_EXCL}


class FileIO(RawIOBase):
    """Raw access to a file of the system."""
    __module__ = '_io'
    _fd = -1
    _closed = _owned = True

    def __init__(self, file, mode='r', closefd=True, opener=None):
        if isinstance(file, float):
            raise TypeError('integer argument expected, got float')
        if not isinstance(mode, str):
            raise TypeError(f"FileIO() argument 'mode' must be str, not {type(mode).__name__}")
        if self._fd >= 0 and not self._closed and self.closefd:
            self.close()
        if isinstance(file, int) and file < 0:
            raise ValueError('negative file descriptor')
        kinds = [c for c in mode if c in 'rwax']
        if not set(mode) <= set('rwaxb+'):
            raise ValueError(f'invalid mode: {mode}')
        if len(kinds) != 1 or mode.count('+') > 1:
            raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
        self._kind = kind = kinds[0]
        self._both = '+' in mode
        flags = _OPENING[kind] | (_os.O_RDWR if self._both else _os.O_RDONLY if kind == 'r' else _os.O_WRONLY) | _os.O_CLOEXEC
        if isinstance(file, int):
            fd = file
            _os.fstat(fd)
        else:
            path = _os.fspath(file)
            if not closefd:
                raise ValueError('Cannot use closefd=False with file name')
            if opener is None:
                fd = _os.open(path, flags, 0o666)
            else:
                fd = opener(file, flags)
                if not isinstance(fd, int):
                    raise TypeError('expected integer from opener')
                if fd < 0:
                    raise ValueError(f'opener returned {fd}')
            try:
                if _os.fstat(fd).st_mode & 0o170000 == 0o040000:
                    raise IsADirectoryError(21, 'Is a directory', file)
            except OSError:
                _os.close(fd)
                raise
        self._take(fd, closefd, file)
        if kind == 'a':
            _os.lseek(fd, 0, 2)

    def _take(self, fd, closefd, name):
        self._fd, self._closefd, self._closed = fd, bool(closefd), False
        self.name = name

    @property
    def closefd(self):
        return self._closefd

    @property
    def mode(self):
        if self._kind in 'xa':
            return self._kind + ('b+' if self._both else 'b')
        return 'rb+' if self._both else self._kind + 'b'

    @property
    def _blksize(self):
        return _os.fstat(self._fd).st_blksize or DEFAULT_BUFFER_SIZE

    def _check(self, message='I/O operation on closed file'):
        if self._closed:
            raise ValueError(message)

    def readable(self):
        self._check()
        return self._both or self._kind == 'r'

    def writable(self):
        self._check()
        return self._both or self._kind != 'r'

    def seekable(self):
        self._check()
        try:
            _os.lseek(self._fd, 0, 1)
        except OSError:
            return False
        return True

    def fileno(self):
        self._check()
        return self._fd

    def isatty(self):
        self._check()
        return _os.isatty(self._fd)

    def read(self, size=-1, /):
        self._check()
        self._checkReadable('File not open for reading')
        size = _size(size)
        if size < 0:
            return self.readall()
        try:
            return _os.read(self._fd, size)
        except BlockingIOError:
            return None

    def readall(self):
        self._check()
        self._checkReadable('File not open for reading')
        parts = []
        size = DEFAULT_BUFFER_SIZE
        while True:
            try:
                data = _os.read(self._fd, size)
            except BlockingIOError:
                if not parts:
                    return None
                break
            if not data:
                break
            parts.append(data)
            size = min(size * 2, 1 << 20)
        return b''.join(parts)

    def readinto(self, buffer, /):
        self._check()
        self._checkReadable('File not open for reading')
        if isinstance(buffer, (str, bytes)):
            raise TypeError(f'readinto() argument must be read-write bytes-like object, not {type(buffer).__name__}')
        view = memoryview(buffer)
        if view.format != 'B' or view.ndim != 1:
            view = view.cast('B')
        data = self.read(len(view))
        if data is None:
            return None
        view[:len(data)] = data
        return len(data)

    def write(self, data, /):
        self._check()
        self._checkWritable('File not open for writing')
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        try:
            return _os.write(self._fd, data if isinstance(data, bytes) else bytes(memoryview(data)))
        except BlockingIOError:
            return None

    def seek(self, pos, whence=0, /):
        self._check()
        if isinstance(pos, float):
            raise TypeError('an integer is required')
        return _os.lseek(self._fd, pos, whence)

    def tell(self):
        self._check()
        return _os.lseek(self._fd, 0, 1)

    def truncate(self, size=None, /):
        self._check()
        self._checkWritable('File not open for writing')
        if size is None:
            size = self.tell()
        _os.ftruncate(self._fd, size)
        return size

    def close(self):
        if self._closed:
            return
        try:
            super().close()
        finally:
            fd, self._fd, self._closed = self._fd, -1, True
            if self._closefd and self._owned and fd > 2:
                _os.close(fd)

    def __getstate__(self):
        raise TypeError(f"cannot pickle '{type(self).__module__}.{type(self).__name__}' object")

    def __repr__(self):
        title = f'{type(self).__module__}.{type(self).__qualname__}'
        if self._closed:
            return f'<{title} [closed]>'
        name = f'name={self.name!r}' if hasattr(self, 'name') else f'fd={self._fd}'
        return f'<{title} {name} mode={self.mode!r} closefd={self._closefd!r}>'


def _over(fd, mode, name, closefd, owned):
    """The raw file below a buffer of the engine's, which closes it unless this one is to own it."""
    raw = FileIO.__new__(FileIO)
    raw._kind, raw._both = mode[0], '+' in mode
    raw._take(fd, closefd, name)
    raw._owned = owned
    return raw


def _blocked(written):
    exc = BlockingIOError(11, 'write could not complete without blocking', written)
    exc.characters_written = written
    return exc


class _Buffered(BufferedIOBase):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        self._raw = raw
        self._limit = buffer_size

    @property
    def raw(self):
        if self._raw is None:
            raise ValueError('raw stream has been detached')
        return self._raw

    @property
    def closed(self):
        return self.raw.closed

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    def close(self):
        if self._raw is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._raw.close()

    def detach(self):
        raw = self.raw
        self.flush()
        self._raw = None
        return raw

    def flush(self):
        self._check('flush of closed file')
        self.raw.flush()

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()

    def __getstate__(self):
        raise TypeError(f"cannot pickle '{type(self).__module__}.{type(self).__name__}' object")

    def __repr__(self):
        title = f'{type(self).__module__}.{type(self).__qualname__}'
        try:
            return f'<{title} name={self.name!r}>'
        except (AttributeError, ValueError):
            return f'<{title}>'


class BufferedReader(_Buffered):
    """Create a new buffered reader using the given readable raw IO object."""
    __module__ = '_io'

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise OSError('File or stream is not readable.')
        super().__init__(raw, buffer_size)
        self._ahead = b''

    def writable(self):
        self._check()
        return False

    def _more(self, n):
        data = self.raw.read(n)
        if data:
            self._ahead += data
        return data

    def read(self, size=-1, /):
        size = _size(size)
        if size < -1:
            raise ValueError('read length must be non-negative or -1')
        self._check('read of closed file')
        if size < 0:
            rest = self.raw.readall() if hasattr(self.raw, 'readall') else self.raw.read()
            data, self._ahead = self._ahead, b''
            if rest is None:
                return data or None
            return data + rest
        while len(self._ahead) < size:
            got = self._more(max(self._limit, size - len(self._ahead)))
            if not got:
                if got is None and not self._ahead:
                    return None
                break
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data

    def read1(self, size=-1, /):
        self._check('read of closed file')
        size = _size(size)
        size = self._limit if size < 0 else size
        if size and not self._ahead:
            self._more(self._limit)
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data

    def peek(self, size=0, /):
        self._check('peek of closed file')
        if not self._ahead:
            self._more(self._limit)
        return self._ahead

    def readline(self, size=-1, /):
        size = _size(size)
        self._check('readline of closed file')
        while True:
            end = self._ahead.find(b'\n') + 1
            if end or 0 <= size <= len(self._ahead) or not self._more(self._limit):
                break
        end = end or len(self._ahead)
        if size >= 0:
            end = min(end, size)
        data, self._ahead = self._ahead[:end], self._ahead[end:]
        return data

    def tell(self):
        return self.raw.tell() - len(self._ahead)

    def seek(self, pos, whence=0, /):
        if whence not in (0, 1, 2):
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        self._check('seek of closed file')
        if whence == 1:
            pos -= len(self._ahead)
        self._ahead = b''
        return self.raw.seek(pos, whence)


class BufferedWriter(_Buffered):
    """A buffer for a writeable sequential RawIO object."""
    __module__ = '_io'

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise OSError('File or stream is not writable.')
        super().__init__(raw, buffer_size)
        self._held = bytearray()

    def readable(self):
        self._check()
        return False

    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._check('write to closed file')
        data = bytes(memoryview(data))
        self._held += data
        if len(self._held) > self._limit:
            try:
                self._empty()
            except BlockingIOError:
                over = len(self._held) - self._limit
                if over > 0:
                    del self._held[self._limit:]
                    raise _blocked(len(data) - over) from None
        return len(data)

    def _empty(self):
        while self._held:
            n = self.raw.write(bytes(self._held))
            if n is None:
                raise _blocked(0)
            if n > len(self._held) or n < 0:
                raise OSError('write() returned incorrect number of bytes')
            del self._held[:n]

    def flush(self):
        self._check('flush of closed file')
        self._empty()
        self.raw.flush()

    def tell(self):
        return self.raw.tell() + len(self._held)

    def seek(self, pos, whence=0, /):
        self._empty()
        return self.raw.seek(pos, whence)

    def truncate(self, size=None, /):
        self._check('truncate of closed file')
        self._empty()
        return self.raw.truncate(self.raw.tell() if size is None else size)


class BufferedRandom(BufferedWriter, BufferedReader):
    """A buffered interface to random access streams."""
    __module__ = '_io'

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        raw._checkSeekable() if hasattr(raw, '_checkSeekable') else None
        BufferedReader.__init__(self, raw, buffer_size)
        BufferedWriter.__init__(self, raw, buffer_size)

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def _more(self, n):
        self._empty()
        return BufferedReader._more(self, n)

    def read(self, size=-1, /):
        self._empty()
        return BufferedReader.read(self, size)

    def write(self, data, /):
        self._back()
        return BufferedWriter.write(self, data)

    def _back(self):
        """Over what was read ahead, to where the reader is."""
        if self._ahead:
            self.raw.seek(-len(self._ahead), 1)
            self._ahead = b''

    def flush(self):
        BufferedWriter.flush(self)
        self._back()

    def tell(self):
        return self.raw.tell() + len(self._held) - len(self._ahead)

    def seek(self, pos, whence=0, /):
        self._empty()
        return BufferedReader.seek(self, pos, whence)

    def truncate(self, size=None, /):
        self._back()
        return BufferedWriter.truncate(self, size)


class BufferedRWPair(BufferedIOBase):
    """A buffered reader and writer object together."""
    __module__ = '_io'

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self.reader.read(size)

    def read1(self, size=-1, /):
        return self.reader.read1(size)

    def peek(self, size=0, /):
        return self.reader.peek(size)

    def readinto(self, target, /):
        return self.reader.readinto(target)

    def write(self, data, /):
        return self.writer.write(data)

    def flush(self):
        return self.writer.flush()

    def readable(self):
        return self.reader.readable()

    def writable(self):
        return self.writer.writable()

    def isatty(self):
        return self.reader.isatty() or self.writer.isatty()

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    @property
    def closed(self):
        return self.writer.closed


class IncrementalNewlineDecoder:
    """Codec used when reading a file in universal newlines mode."""
    __module__ = '_io'

    def __init__(self, decoder, translate, errors='strict'):
        self._decoder, self._translate, self.errors = decoder, translate, errors
        self._cr = False
        self._seen = set()

    def decode(self, input, final=False):
        text = input if self._decoder is None else self._decoder.decode(input, final)
        if self._cr and (text or final):
            text, self._cr = '\r' + text, False
        if text.endswith('\r') and not final:       # perhaps the first half of \r\n
            text, self._cr = text[:-1], True
        crlf = text.count('\r\n')
        for mark, n in (('\r\n', crlf), ('\r', text.count('\r') - crlf), ('\n', text.count('\n') - crlf)):
            if n:
                self._seen.add(mark)
        return text.replace('\r\n', '\n').replace('\r', '\n') if self._translate else text

    def getstate(self):
        state, flag = (b'', 0) if self._decoder is None else self._decoder.getstate()
        return state, flag << 1 | self._cr

    def setstate(self, state):
        data, flag = state
        self._cr = bool(flag & 1)
        if self._decoder is not None:
            self._decoder.setstate((data, flag >> 1))

    def reset(self):
        self._seen.clear()
        self._cr = False
        if self._decoder is not None:
            self._decoder.reset()

    @property
    def newlines(self):
        seen = tuple([mark for mark in ('\r', '\n', '\r\n') if mark in self._seen])
        return None if not seen else seen[0] if len(seen) == 1 else seen


class TextIOWrapper(TextIOBase):
    """Character and line based layer over a BufferedIOBase object, buffer."""
    __module__ = '_io'
    _CHUNK_SIZE = 8192

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f'illegal newline type: {type(newline)!r}')
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline}')
        if encoding is None or encoding == 'locale':
            encoding = 'UTF-8' if encoding is None else 'utf-8'
        if not isinstance(encoding, str):
            raise TypeError(f"TextIOWrapper() argument 'encoding' must be str or None, not {type(encoding).__name__}")
        codecs.lookup(encoding)
        if errors is not None and not isinstance(errors, str):
            raise TypeError(f"TextIOWrapper() argument 'errors' must be str or None, not {type(errors).__name__}")
        self._buffer = buffer
        self._encoding, self._errors, self._newline = encoding, errors or 'strict', newline
        self._line_buffering, self._write_through = bool(line_buffering), bool(write_through)
        self._decoder = None
        self._text, self._at = '', 0
        self._ended = False
        self._held = []
        self._started = False

    @property
    def buffer(self):
        return self._buffer

    @property
    def encoding(self):
        return self._encoding

    @property
    def errors(self):
        return self._errors

    @property
    def line_buffering(self):
        return self._line_buffering

    @property
    def write_through(self):
        return self._write_through

    @property
    def newlines(self):
        return getattr(self._decoder, 'newlines', None)

    @property
    def closed(self):
        return self._stream().closed

    @property
    def name(self):
        return self._stream().name

    def _stream(self):
        if self._buffer is None:
            raise ValueError('underlying buffer has been detached')
        return self._buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=Ellipsis, line_buffering=None, write_through=None):
        if self._decoder is not None and (encoding is not None or errors is not None or newline is not Ellipsis):
            raise UnsupportedOperation('It is not possible to set the encoding or newline of stream after the first read')
        self.flush()
        if encoding is not None:
            self._encoding, self._errors = encoding, errors or 'strict'
        elif errors is not None:
            self._errors = errors
        if newline is not Ellipsis:
            self._newline = newline
        if line_buffering is not None:
            self._line_buffering = bool(line_buffering)
        if write_through is not None:
            self._write_through = bool(write_through)

    def readable(self):
        return self._stream().readable()

    def writable(self):
        return self._stream().writable()

    def seekable(self):
        return self._stream().seekable()

    def fileno(self):
        return self._stream().fileno()

    def isatty(self):
        return self._stream().isatty()

    def flush(self):
        self._check()
        self._empty()
        self._stream().flush()

    def close(self):
        if self._buffer is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._buffer.close()

    def detach(self):
        buffer = self._stream()
        self.flush()
        self._buffer = None
        return buffer

    # ---- writing ----

    def _empty(self):
        if self._held:
            data = b''.join(self._held)
            self._held.clear()
            self._buffer.write(data)

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f'write() argument must be str, not {type(s).__name__}')
        if not self.writable():
            raise UnsupportedOperation('not writable')
        ends = (self._write_through or self._line_buffering) and ('\n' in s or '\r' in s)
        text = s
        if self._newline is None or self._newline == '\n' or not self._newline:
            pass
        else:
            text = s.replace('\n', self._newline)
        data = text.encode(self._encoding, self._errors)
        if self._started and self._encoding.lower().replace('_', '-') in ('utf-16', 'utf-32', 'utf-8-sig'):
            data = data[len(''.encode(self._encoding)):]
        self._started = True
        self._held.append(data)
        if self._text:
            self._text, self._at = '', 0
        if self._write_through or ends or sum(map(len, self._held)) > self._CHUNK_SIZE:
            self._empty()
        if ends and self._line_buffering:
            self.flush()
        return len(s)

    # ---- reading ----

    def _more(self):
        """Decodes one more piece; false at the end."""
        if self._ended:
            return False
        if self._decoder is None:
            if not self.readable():
                raise UnsupportedOperation('not readable')
            self._empty()
            decoder = codecs.getincrementaldecoder(self._encoding)(self._errors)
            self._decoder = IncrementalNewlineDecoder(decoder, self._newline is None) if not self._newline else decoder
        stream = self._stream()
        data = stream.read1(self._CHUNK_SIZE) if hasattr(stream, 'read1') else stream.read(self._CHUNK_SIZE)
        if isinstance(data, (str, type(None))):
            raise TypeError(f'underlying read1() should have returned a bytes-like object, not {type(data).__name__!r}')
        if not data:
            self._ended = True
        self._text = self._text[self._at:] + self._decoder.decode(bytes(data), not data)
        self._at = 0
        return bool(data)

    def read(self, size=None, /):
        self._check()
        size = _size(size)
        if not self.readable():
            raise UnsupportedOperation('not readable')
        while (size < 0 or len(self._text) - self._at < size) and self._more():
            pass
        end = len(self._text) if size < 0 else self._at + size
        data = self._text[self._at:end]
        self._at = min(end, len(self._text))
        self._ended = False
        return data

    def readline(self, size=-1, /):
        self._check()
        size = _size(size)
        mark = self._newline or '\n'
        while True:
            end = _line_end(self._text, self._at, self._newline)
            line = self._text[self._at:end]
            done = line.endswith(mark) or self._newline == '' and (line.endswith('\n') or line.endswith('\r') and end < len(self._text))
            if done or 0 <= size <= len(line) or not self._more():
                break
        end = _line_end(self._text, self._at, self._newline)
        if size >= 0:
            end = min(end, self._at + size)
        line = self._text[self._at:end]
        self._at = end
        self._ended = False
        return line

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def tell(self):
        self._check()
        if not self.seekable():
            raise UnsupportedOperation('underlying stream is not seekable')
        self._empty()
        return self._stream().tell() - len(self._text[self._at:].encode(self._encoding, self._errors))

    def seek(self, cookie, whence=0, /):
        self._check()
        if not self.seekable():
            raise UnsupportedOperation('underlying stream is not seekable')
        cookie = _index(cookie)
        if whence == 1:
            if cookie:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            cookie, whence = self.tell(), 0
        if whence == 2 and cookie:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        if whence not in (0, 2):
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        if cookie < 0:
            raise ValueError(f'negative seek position {cookie}')
        self.flush()
        self._text, self._at, self._decoder, self._ended = '', 0, None, False
        where = self._stream().seek(cookie, whence)
        self._started = where != 0
        return where

    def truncate(self, size=None, /):
        self.flush()
        return self._stream().truncate(self.tell() if size is None else size)

    def __getstate__(self):
        raise TypeError(f"cannot pickle '{type(self).__module__}.{type(self).__name__}' object")

    def __repr__(self):
        text = '<_io.TextIOWrapper'
        for field in ('name', 'mode'):
            try:
                text += f' {field}={getattr(self, field)!r}'
            except (AttributeError, ValueError):
                pass
        return text + f' encoding={self._encoding!r}>'


for _mine, _native in ((TextIOWrapper, 'TextIOWrapper'), (BufferedReader, 'BufferedReader'), (BufferedWriter, 'BufferedWriter'), (BufferedRandom, 'BufferedRandom')):
    _mine.register(getattr(_io_types, _native))
del _mine, _native
