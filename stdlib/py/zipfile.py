"""Archives in the ZIP format."""
import io
import os
import stat
import struct
import time
import zlib

__all__ = ['BadZipFile', 'BadZipfile', 'error', 'ZIP_STORED', 'ZIP_DEFLATED', 'ZIP_BZIP2', 'ZIP_LZMA', 'is_zipfile', 'ZipInfo', 'ZipFile',
           'LargeZipFile']

ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14
ZIP64_LIMIT = (1 << 31) - 1
ZIP_FILECOUNT_LIMIT = (1 << 16) - 1
ZIP_MAX_COMMENT = (1 << 16) - 1
DEFAULT_VERSION, ZIP64_VERSION = 20, 45
_UTF8_FLAG, _ENCRYPTED_FLAG, _STREAM_FLAG = 0x800, 0x1, 0x8
_END, _CENTRAL, _LOCAL = b'PK\005\006', b'PK\001\002', b'PK\003\004'
_END64, _LOCATOR64 = b'PK\006\006', b'PK\006\007'
compressor_names = {0: 'store', 8: 'deflate', 12: 'bzip2', 14: 'lzma'}


class BadZipFile(Exception):
    pass


class LargeZipFile(Exception):
    """An archive that needs the 64-bit extensions, where they are not allowed."""


error = BadZipfile = BadZipFile


def _find_end(fp):
    """(entries, size, offset, comment, start of the data) of the central directory; None: this is no archive."""
    fp.seek(0, 2)
    size = fp.tell()
    back = min(size, ZIP_MAX_COMMENT + 22)
    fp.seek(size - back)
    tail = fp.read(back)
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < 22:
        return None
    _, disk, _, _, entries, directory_size, offset, comment_size = struct.unpack('<4s4H2LH', tail[at:at + 22])
    comment = tail[at + 22:at + 22 + comment_size]
    end = size - back + at
    if 0xffff in (entries,) or 0xffffffff in (directory_size, offset):
        fp.seek(max(end - 20, 0))
        locator = fp.read(20)
        if locator[:4] == _LOCATOR64:
            fp.seek(struct.unpack('<4sLQL', locator)[2])
            record = fp.read(56)
            if record[:4] == _END64:
                entries, directory_size, offset = struct.unpack('<QQQ', record[32:56])
                end -= 20 + 56
    return entries, directory_size, offset, comment, end - directory_size - offset


def is_zipfile(filename):
    try:
        if hasattr(filename, 'read'):
            return _find_end(filename) is not None
        with io.open(filename, 'rb') as fp:
            return _find_end(fp) is not None
    except OSError:
        return False


class ZipInfo:
    """A member of an archive."""

    def __init__(self, filename='NoName', date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        filename = filename.partition('\0')[0]
        if os.sep != '/' and os.sep in filename:
            filename = filename.replace(os.sep, '/')
        self.filename = filename
        self.date_time = date_time
        if date_time[0] < 1980:
            raise ValueError('ZIP does not support timestamps before 1980')
        self.compress_type = ZIP_STORED
        self._compresslevel = None
        self.comment = self.extra = b''
        self.create_system = 3
        self.create_version = self.extract_version = DEFAULT_VERSION
        self.reserved = self.flag_bits = self.volume = self.internal_attr = self.external_attr = 0
        self.header_offset = self.CRC = self.compress_size = self.file_size = 0

    def __repr__(self):
        parts = [f'<{self.__class__.__name__} filename={self.filename!r}']
        if self.compress_type != ZIP_STORED:
            parts.append(f' compress_type={compressor_names.get(self.compress_type, self.compress_type)}')
        high, low = self.external_attr >> 16, self.external_attr & 0xffff
        if high:
            parts.append(f' filemode={stat.filemode(high)!r}')
        if low:
            parts.append(f' external_attr={low:#x}')
        if not self.is_dir() or self.file_size:
            parts.append(f' file_size={self.file_size!r}')
        if (not self.is_dir() or self.compress_size) and (self.compress_type != ZIP_STORED or self.file_size != self.compress_size):
            parts.append(f' compress_size={self.compress_size!r}')
        return ''.join(parts) + '>'

    def is_dir(self):
        return self.filename[-1:] == '/'

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        filename = os.fspath(filename)
        found = os.stat(filename)
        folder = stat.S_ISDIR(found.st_mode)
        when = time.localtime(found.st_mtime)[:6]
        if not strict_timestamps and when[0] < 1980:
            when = (1980, 1, 1, 0, 0, 0)
        elif not strict_timestamps and when[0] > 2107:
            when = (2107, 12, 31, 23, 59, 59)
        arcname = os.path.normpath(filename if arcname is None else arcname).lstrip(os.sep)
        info = cls(arcname + '/' if folder else arcname, when)
        info.external_attr = (found.st_mode & 0xffff) << 16
        if folder:
            info.external_attr |= 0x10
        else:
            info.file_size = found.st_size
        return info

    def _encoded_name(self):
        try:
            return self.filename.encode('ascii'), self.flag_bits & ~_UTF8_FLAG
        except UnicodeEncodeError:
            return self.filename.encode('utf-8'), self.flag_bits | _UTF8_FLAG

    def _dos_time(self):
        y, mo, d, h, mi, s = self.date_time
        return (h << 11 | mi << 5 | s // 2) & 0xffff, (y - 1980) << 9 | mo << 5 | d

    def FileHeader(self, zip64=None):
        name, flags = self._encoded_name()
        clock, date = self._dos_time()
        extra = self.extra
        crc, packed, size = (0, 0, 0) if flags & _STREAM_FLAG else (self.CRC, self.compress_size, self.file_size)
        version = self.extract_version
        if zip64 or (zip64 is None and (size > ZIP64_LIMIT or packed > ZIP64_LIMIT)):
            extra += struct.pack('<HHQQ', 1, 16, size, packed)
            size = packed = 0xffffffff
            version = max(version, ZIP64_VERSION)
        return struct.pack('<4s5H3L2H', _LOCAL, version, flags, self.compress_type, clock, date, crc, packed, size, len(name), len(extra)) + name + extra

    def _central_header(self):
        name, flags = self._encoded_name()
        clock, date = self._dos_time()
        extra, size, packed, offset = self.extra, self.file_size, self.compress_size, self.header_offset
        version = self.extract_version
        large = b''
        if size > ZIP64_LIMIT or packed > ZIP64_LIMIT:
            large += struct.pack('<QQ', size, packed)
            size = packed = 0xffffffff
        if offset > ZIP64_LIMIT:
            large += struct.pack('<Q', offset)
            offset = 0xffffffff
        if large:
            extra = struct.pack('<HH', 1, len(large)) + large + extra
            version = max(version, ZIP64_VERSION)
        return struct.pack('<4s4B4H3L5H2L', _CENTRAL, self.create_version, self.create_system, version, 0, flags, self.compress_type, clock, date,
                           self.CRC, packed, size, len(name), len(extra), len(self.comment), 0, self.internal_attr, self.external_attr,
                           offset) + name + extra + self.comment

    def _decode_extra(self):
        extra = self.extra
        while len(extra) >= 4:
            kind, size = struct.unpack('<HH', extra[:4])
            if kind == 1:
                data = extra[4:4 + size]
                for name in ('file_size', 'compress_size', 'header_offset'):
                    if getattr(self, name) in (0xffffffff, 0xffffffffffffffff):
                        if len(data) < 8:
                            raise BadZipFile('Corrupt zip64 extra field. {} not found.'.format(name.replace('_', ' ').capitalize()))
                        setattr(self, name, struct.unpack('<Q', data[:8])[0])
                        data = data[8:]
            extra = extra[4 + size:]


def _check_compression(compression):
    if compression not in (ZIP_STORED, ZIP_DEFLATED):
        if compression in (ZIP_BZIP2, ZIP_LZMA):
            raise RuntimeError(f'Compression requires the (missing) {"bz2" if compression == ZIP_BZIP2 else "lzma"} module')
        raise NotImplementedError('That compression method is not supported')


class ZipExtFile(io.BufferedIOBase):
    """A member open for reading."""

    def __init__(self, archive, info, start):
        self._archive, self._info = archive, info
        self.name, self.mode = info.filename, 'r'
        self.newlines = None
        self._start = start
        self._begin()

    def _begin(self):
        self._where = self._start
        self._left = self._info.compress_size
        self._inflater = zlib.decompressobj(-15) if self._info.compress_type == ZIP_DEFLATED else None
        self._buffer = b''
        self._pos = 0
        self._crc = zlib.crc32(b'')
        self._made = 0

    def __repr__(self):
        return f'<{self.__class__.__module__}.{self.__class__.__qualname__} name={self.name!r} mode={self.mode!r}>'

    def readable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True

    def _more(self, size=65536):
        """Fills the buffer with some more; false at the end."""
        if self._made >= self._info.file_size and not self._left:
            return False
        data = b''
        if self._left:
            fp = self._archive.fp
            fp.seek(self._where)
            data = fp.read(min(size, self._left))
            if not data:
                raise EOFError
            self._where += len(data)
            self._left -= len(data)
        plain = data if self._inflater is None else self._inflater.decompress(data)
        if self._inflater is not None and not self._left:
            plain += self._inflater.flush()
        plain = plain[:max(self._info.file_size - self._made, 0)]
        self._made += len(plain)
        self._crc = zlib.crc32(plain, self._crc)
        self._buffer += plain
        if not self._left and self._crc != self._info.CRC:
            raise BadZipFile(f'Bad CRC-32 for file {self.name!r}')
        return bool(plain) or bool(self._left)

    def read(self, n=-1):
        self._check('read from closed file.')
        if n is None or n < 0:
            parts = [self._buffer]
            self._buffer = b''
            while self._more(1 << 20):
                parts.append(self._buffer)
                self._buffer = b''
            parts.append(self._buffer)
            self._buffer = b''
            data = b''.join(parts)
        else:
            while len(self._buffer) < n and self._more():
                pass
            data, self._buffer = self._buffer[:n], self._buffer[n:]
        self._pos += len(data)
        return data

    def read1(self, n=-1):
        if not self._buffer:
            self._more()
        size = len(self._buffer) if n is None or n < 0 else n
        data, self._buffer = self._buffer[:size], self._buffer[size:]
        self._pos += len(data)
        return data

    def peek(self, n=1):
        if not self._buffer:
            self._more()
        return self._buffer[:512] if n <= 512 else self._buffer

    def seek(self, offset, whence=0):
        self._check('seek on closed file.')
        if whence == 1:
            offset += self._pos
        elif whence == 2:
            offset += self._info.file_size
        elif whence != 0:
            raise ValueError('whence must be os.SEEK_SET (0), os.SEEK_CUR (1), or os.SEEK_END (2)')
        offset = min(max(offset, 0), self._info.file_size)
        if offset < self._pos:
            self._begin()
        while self._pos < offset and self.read(min(65536, offset - self._pos)):
            pass
        return self._pos

    def tell(self):
        self._check('tell on closed file.')
        return self._pos


class _ZipWriteFile(io.BufferedIOBase):
    """A member open for writing."""

    def __init__(self, archive, info, zip64):
        self._archive, self._zinfo, self._zip64 = archive, info, zip64
        level = -1 if info._compresslevel is None else info._compresslevel
        self._deflater = zlib.compressobj(level, zlib.DEFLATED, -15) if info.compress_type == ZIP_DEFLATED else None
        self._size = self._packed = 0
        self._crc = zlib.crc32(b'')
        self.name, self.mode = info.filename, 'w'

    def writable(self):
        return True

    def write(self, data):
        self._check('I/O operation on closed file.')
        data = data if isinstance(data, (bytes, bytearray)) else bytes(memoryview(data))
        self._size += len(data)
        self._crc = zlib.crc32(data, self._crc)
        packed = data if self._deflater is None else self._deflater.compress(data)
        self._packed += len(packed)
        self._archive.fp.write(packed)
        return len(data)

    def close(self):
        if self.closed:
            return
        super().close()
        info, archive = self._zinfo, self._archive
        fp = archive.fp
        if self._deflater is not None:
            rest = self._deflater.flush()
            self._packed += len(rest)
            fp.write(rest)
        info.compress_size, info.CRC, info.file_size = self._packed, self._crc, self._size
        if info.flag_bits & _STREAM_FLAG:
            fp.write(struct.pack('<4sLQQ' if self._zip64 else '<4sLLL', b'PK\007\010', info.CRC, info.compress_size, info.file_size))
            archive.start_dir = fp.tell()
        else:
            if not self._zip64 and (self._size > ZIP64_LIMIT or self._packed > ZIP64_LIMIT):
                raise RuntimeError('File size unexpectedly exceeded ZIP64 limit')
            archive.start_dir = fp.tell()
            fp.seek(info.header_offset)
            fp.write(info.FileHeader(self._zip64))
            fp.seek(archive.start_dir)
        archive._writing = False
        archive.filelist.append(info)
        archive.NameToInfo[info.filename] = info


class ZipFile:
    fp = None

    def __init__(self, file, mode='r', compression=ZIP_STORED, allowZip64=True, compresslevel=None, *, strict_timestamps=True,
                 metadata_encoding=None):
        if mode not in ('r', 'w', 'x', 'a'):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        _check_compression(compression)
        self._allowZip64, self._strict_timestamps = allowZip64, strict_timestamps
        self._didModify = False
        self.debug = 0
        self.NameToInfo, self.filelist = {}, []
        self.compression, self.compresslevel = compression, compresslevel
        self.mode = mode
        self.pwd = None
        self._comment = b''
        self._encoding = metadata_encoding
        self._writing = False
        if hasattr(file, '__fspath__'):
            file = os.fspath(file)
        if isinstance(file, str):
            self._filePassed = 0
            self.filename = file
            if mode == 'a':
                try:
                    self.fp = io.open(file, 'r+b')
                except FileNotFoundError:
                    self.fp = io.open(file, 'w+b')
            else:
                self.fp = io.open(file, {'r': 'rb', 'w': 'w+b', 'x': 'x+b'}[mode])
        else:
            self._filePassed = 1
            self.fp = file
            self.filename = getattr(file, 'name', None)
        self._seekable = True
        try:
            if mode == 'r':
                self._read_contents()
            elif mode in ('w', 'x'):
                self._didModify = True
                try:
                    self.start_dir = self.fp.tell()
                except (AttributeError, OSError):
                    self.fp = _Tellable(self.fp)
                    self.start_dir = 0
                    self._seekable = False
                else:
                    try:
                        self.fp.seek(self.start_dir)
                    except (AttributeError, OSError):
                        self._seekable = False
            else:
                try:
                    self._read_contents()
                    self.fp.seek(self.start_dir)
                except BadZipFile:
                    self.fp.seek(0, 2)
                    self._didModify = True
                    self.start_dir = self.fp.tell()
        except BaseException:
            fp, self.fp = self.fp, None
            if not self._filePassed:
                fp.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __repr__(self):
        parts = [f'<{self.__class__.__module__}.{self.__class__.__qualname__}']
        if self.fp is not None:
            if self._filePassed:
                parts.append(f' file={self.fp!r}')
            elif self.filename is not None:
                parts.append(f' filename={self.filename!r}')
            parts.append(f' mode={self.mode!r}')
        else:
            parts.append(' [closed]')
        return ''.join(parts) + '>'

    def _read_contents(self):
        fp = self.fp
        try:
            found = _find_end(fp)
        except OSError:
            raise BadZipFile('File is not a zip file') from None
        if not found:
            raise BadZipFile('File is not a zip file')
        entries, size, offset, self._comment, shift = found
        self.start_dir = offset + shift
        if self.start_dir < 0:
            raise BadZipFile('Bad offset for central directory')
        fp.seek(self.start_dir)
        data = fp.read(size)
        at = 0
        while at < size:
            header = data[at:at + 46]
            if len(header) != 46:
                raise BadZipFile('Truncated central directory')
            if header[:4] != _CENTRAL:
                raise BadZipFile('Bad magic number for central directory')
            (_, create_version, create_system, extract_version, reserved, flags, kind, clock, date, crc, packed, plain, name_size, extra_size,
             comment_size, volume, internal, external, where) = struct.unpack('<4s4B4H3L5H2L', header)
            at += 46
            raw = data[at:at + name_size]
            name = raw.decode('utf-8') if flags & _UTF8_FLAG else raw.decode(self._encoding or 'cp437')
            year, month, day = (date >> 9) + 1980, date >> 5 & 15, date & 31
            info = ZipInfo(name, (year, month, day, clock >> 11, clock >> 5 & 63, (clock & 31) * 2))
            at += name_size
            info.extra = data[at:at + extra_size]
            at += extra_size
            info.comment = data[at:at + comment_size]
            at += comment_size
            info.create_version, info.create_system, info.extract_version, info.reserved = create_version, create_system, extract_version, reserved
            info.flag_bits, info.compress_type, info.CRC, info.compress_size, info.file_size = flags, kind, crc, packed, plain
            info.volume, info.internal_attr, info.external_attr, info.header_offset = volume, internal, external, where
            info._decode_extra()
            info.header_offset += shift
            self.filelist.append(info)
            self.NameToInfo[info.filename] = info

    def namelist(self):
        return [info.filename for info in self.filelist]

    def infolist(self):
        return self.filelist

    def getinfo(self, name):
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError(f'There is no item named {name!r} in the archive')
        return info

    def printdir(self, file=None):
        print('%-46s %19s %12s' % ('File Name', 'Modified    ', 'Size'), file=file)
        for info in self.filelist:
            print('%-46s %s %12d' % (info.filename, '%d-%02d-%02d %02d:%02d:%02d' % info.date_time[:6], info.file_size), file=file)

    def testzip(self):
        for info in self.filelist:
            try:
                with self.open(info.filename, 'r') as f:
                    while f.read(1 << 20):
                        pass
            except BadZipFile:
                return info.filename

    def setpassword(self, pwd):
        if pwd and not isinstance(pwd, bytes):
            raise TypeError(f'pwd: expected bytes, got {type(pwd).__name__}')
        self.pwd = pwd or None

    @property
    def comment(self):
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError(f'comment: expected bytes, got {type(comment).__name__}')
        if len(comment) > ZIP_MAX_COMMENT:
            import warnings
            warnings.warn(f'Archive comment is too long; truncating to {ZIP_MAX_COMMENT} bytes', stacklevel=2)
            comment = comment[:ZIP_MAX_COMMENT]
        self._comment = comment
        self._didModify = True

    def read(self, name, pwd=None):
        with self.open(name, 'r', pwd) as f:
            return f.read()

    def open(self, name, mode='r', pwd=None, *, force_zip64=False):
        if mode not in ('r', 'w'):
            raise ValueError('open() requires mode "r" or "w"')
        if pwd and mode == 'w':
            raise ValueError('pwd is only supported for reading files')
        if not self.fp:
            raise ValueError('Attempt to use ZIP archive that was already closed')
        if isinstance(name, ZipInfo):
            info = name
        elif mode == 'w':
            info = ZipInfo(name)
            info.compress_type, info._compresslevel = self.compression, self.compresslevel
        else:
            info = self.getinfo(name)
        if mode == 'w':
            return self._open_to_write(info, force_zip64)
        if self._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. Close the writing handle before trying to read.")
        self.fp.seek(info.header_offset)
        header = self.fp.read(30)
        if len(header) != 30:
            raise BadZipFile('Truncated file header')
        if header[:4] != _LOCAL:
            raise BadZipFile('Bad magic number for file header')
        flags, name_size, extra_size = struct.unpack('<H', header[6:8])[0], *struct.unpack('<HH', header[26:30])
        raw = self.fp.read(name_size)
        self.fp.seek(extra_size, 1)
        in_header = raw.decode('utf-8' if flags & _UTF8_FLAG else self._encoding or 'cp437')
        if in_header != info.orig_filename:
            raise BadZipFile(f'File name in directory {info.orig_filename!r} and header {raw!r} differ.')
        if flags & _ENCRYPTED_FLAG:
            raise RuntimeError(f'File {name!r} is encrypted, password required for extraction')
        _check_compression(info.compress_type)
        return ZipExtFile(self, info, self.fp.tell())

    def _open_to_write(self, info, force_zip64=False):
        if self._writing:
            raise ValueError("Can't write to the ZIP file while there is another write handle open on it. Close the first handle before opening another.")
        self._writecheck(info)
        info.compress_size = info.CRC = 0
        info.flag_bits = 0
        if not self._seekable:
            info.flag_bits |= _STREAM_FLAG
        if not info.external_attr:
            info.external_attr = 0o600 << 16
        zip64 = force_zip64 or info.file_size * 1.05 > ZIP64_LIMIT
        if not self._allowZip64 and zip64:
            raise LargeZipFile('Filesize would require ZIP64 extensions')
        if self._seekable:
            self.fp.seek(self.start_dir)
        info.header_offset = self.fp.tell()
        self._didModify = True
        self.fp.write(info.FileHeader(zip64))
        self._writing = True
        return _ZipWriteFile(self, info, zip64)

    def _writecheck(self, info):
        if info.filename in self.NameToInfo:
            import warnings
            warnings.warn(f'Duplicate name: {info.filename!r}', stacklevel=3)
        if self.mode not in ('w', 'x', 'a'):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not self.fp:
            raise ValueError('Attempt to write ZIP archive that was already closed')
        _check_compression(info.compress_type)

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        if not self.fp:
            raise ValueError('Attempt to write to ZIP archive that was already closed')
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists")
        info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict_timestamps)
        if info.is_dir():
            info.compress_size = info.CRC = 0
            self.mkdir(info)
            return
        info.compress_type = self.compression if compress_type is None else compress_type
        info._compresslevel = self.compresslevel if compresslevel is None else compresslevel
        with io.open(filename, 'rb') as source, self.open(info, 'w') as target:
            while data := source.read(1 << 16):
                target.write(data)

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        if isinstance(data, str):
            data = data.encode('utf-8')
        if isinstance(zinfo_or_arcname, ZipInfo):
            info = zinfo_or_arcname
        else:
            info = ZipInfo(zinfo_or_arcname, time.localtime(time.time())[:6])
            info.compress_type, info._compresslevel = self.compression, self.compresslevel
            if info.filename[-1:] == '/':
                info.external_attr = 0o40775 << 16 | 0x10
            else:
                info.external_attr = 0o600 << 16
        if not self.fp:
            raise ValueError('Attempt to write to ZIP archive that was already closed')
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists.")
        if compress_type is not None:
            info.compress_type = compress_type
        if compresslevel is not None:
            info._compresslevel = compresslevel
        info.file_size = len(data)
        with self.open(info, 'w') as target:
            target.write(data)

    def mkdir(self, zinfo_or_directory_name, mode=511):
        if isinstance(zinfo_or_directory_name, ZipInfo):
            info = zinfo_or_directory_name
            if not info.is_dir():
                raise ValueError('The given ZipInfo does not describe a directory')
        elif isinstance(zinfo_or_directory_name, str):
            name = zinfo_or_directory_name
            info = ZipInfo(name if name.endswith('/') else name + '/')
            info.external_attr = ((0o40000 | mode) & 0xffff) << 16 | 0x10
        else:
            raise TypeError('Expected type str or ZipInfo')
        if self._seekable:
            self.fp.seek(self.start_dir)
        info.header_offset = self.fp.tell()
        self._writecheck(info)
        self._didModify = True
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info
        self.fp.write(info.FileHeader(False))
        self.start_dir = self.fp.tell()

    def extract(self, member, path=None, pwd=None):
        return self._extract_member(member, os.getcwd() if path is None else os.fspath(path), pwd)

    def extractall(self, path=None, members=None, pwd=None):
        path = os.getcwd() if path is None else os.fspath(path)
        for member in self.namelist() if members is None else members:
            self._extract_member(member, path, pwd)

    def _extract_member(self, member, targetpath, pwd):
        if not isinstance(member, ZipInfo):
            member = self.getinfo(member)
        parts = [part for part in member.filename.split('/') if part not in ('', os.curdir, os.pardir)]     # never outside of the folder
        targetpath = os.path.normpath(os.path.join(targetpath, *parts))
        folder = os.path.dirname(targetpath)
        if folder and not os.path.exists(folder):
            os.makedirs(folder)
        if member.is_dir():
            if not os.path.isdir(targetpath):
                os.mkdir(targetpath)
            return targetpath
        with self.open(member, pwd=pwd) as source, io.open(targetpath, 'wb') as target:
            while data := source.read(1 << 16):
                target.write(data)
        return targetpath

    def __del__(self):
        self.close()

    def close(self):
        if self.fp is None:
            return
        if self._writing:
            raise ValueError("Can't close the ZIP file while there is an open writing handle on it. Close the writing handle before closing the zip.")
        try:
            if self.mode in ('w', 'x', 'a') and self._didModify:
                if self._seekable:
                    self.fp.seek(self.start_dir)
                self._write_end()
        finally:
            fp, self.fp = self.fp, None
            if not self._filePassed:
                fp.close()

    def _write_end(self):
        start = self.fp.tell()
        for info in self.filelist:
            self.fp.write(info._central_header())
        end = self.fp.tell()
        count, size, offset = len(self.filelist), end - start, start
        if count > ZIP_FILECOUNT_LIMIT or size > ZIP64_LIMIT or offset > ZIP64_LIMIT:
            if not self._allowZip64:
                raise LargeZipFile('Central directory would require ZIP64 extensions')
            self.fp.write(struct.pack('<4sQ2H2L4Q', _END64, 44, 45, 45, 0, 0, count, count, size, offset))
            self.fp.write(struct.pack('<4sLQL', _LOCATOR64, 0, end, 1))
            count, size, offset = min(count, 0xffff), min(size, 0xffffffff), min(offset, 0xffffffff)
        self.fp.write(struct.pack('<4s4H2LH', _END, 0, 0, count, count, size, offset, len(self._comment)) + self._comment)
        if self.mode == 'a':
            self.fp.truncate()
        self.fp.flush()


class _Tellable:
    """A stream that counts what is written to it."""

    def __init__(self, fp):
        self.fp = fp
        self.offset = 0

    def write(self, data):
        n = self.fp.write(data)
        self.offset += n
        return n

    def tell(self):
        return self.offset

    def flush(self):
        self.fp.flush()

    def close(self):
        self.fp.close()
