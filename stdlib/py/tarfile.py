"""Archives in the formats of tar."""
import copy
import io
import os
import stat
import struct
import time

__all__ = ['TarFile', 'TarInfo', 'is_tarfile', 'TarError', 'ReadError', 'CompressionError', 'StreamError', 'ExtractError', 'HeaderError',
           'ENCODING', 'USTAR_FORMAT', 'GNU_FORMAT', 'PAX_FORMAT', 'DEFAULT_FORMAT', 'open', 'data_filter', 'tar_filter', 'fully_trusted_filter',
           'FilterError', 'AbsolutePathError', 'OutsideDestinationError', 'SpecialFileError', 'AbsoluteLinkError', 'LinkOutsideDestinationError']

BLOCKSIZE = 512
RECORDSIZE = BLOCKSIZE * 20
REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE, DIRTYPE, FIFOTYPE, CONTTYPE = b'0', b'\0', b'1', b'2', b'3', b'4', b'5', b'6', b'7'
GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, XHDTYPE, XGLTYPE = b'L', b'K', b'x', b'g'
USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT = 0, 1, 2
DEFAULT_FORMAT = PAX_FORMAT
ENCODING = 'utf-8'
bltn_open = open


class TarError(Exception):
    pass


class ExtractError(TarError):
    pass


class ReadError(TarError):
    pass


class CompressionError(TarError):
    pass


class StreamError(TarError):
    pass


class HeaderError(TarError):
    pass


class FilterError(TarError):
    pass


class AbsolutePathError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f'member {tarinfo.name!r} has an absolute path')


class OutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo, self._path = tarinfo, path
        super().__init__(f'{tarinfo.name!r} would be extracted to {path!r}, which is outside the destination')


class SpecialFileError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f'{tarinfo.name!r} is a special file')


class AbsoluteLinkError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f'{tarinfo.name!r} is a link to an absolute path')


class LinkOutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo, self._path = tarinfo, path
        super().__init__(f'{tarinfo.name!r} would link to {path!r}, which is outside the destination')


def fully_trusted_filter(member, dest_path):
    return member


def _inside(path, dest):
    dest = os.path.realpath(dest)
    return os.path.commonpath([os.path.realpath(path), dest]) == dest


def tar_filter(member, dest_path):
    name = member.name.lstrip('/' + os.sep)
    if os.path.isabs(name):
        raise AbsolutePathError(member)
    target = os.path.join(dest_path, name)
    if not _inside(target, dest_path):
        raise OutsideDestinationError(member, os.path.realpath(target))
    changed = member if name == member.name else member.replace(name=name)
    mode = member.mode
    return changed if mode is None or mode & ~0o22 == mode else changed.replace(mode=mode & ~0o22)


def data_filter(member, dest_path):
    changed = tar_filter(member, dest_path)
    mode = changed.mode
    if mode is not None:
        mode &= ~0o7000
        if member.isreg() or member.islnk():
            if not mode & 0o100:
                mode &= ~0o111
            mode |= 0o600
        elif member.isdir() or member.issym():
            mode = None
        else:
            raise SpecialFileError(member)
    if member.islnk() or member.issym():
        if os.path.isabs(member.linkname):
            raise AbsoluteLinkError(member)
        base = os.path.dirname(changed.name) if member.issym() else ''
        target = os.path.join(dest_path, base, member.linkname)
        if not _inside(target, dest_path):
            raise LinkOutsideDestinationError(member, os.path.realpath(target))
    return changed.replace(mode=mode, uid=None, gid=None, uname=None, gname=None)


_filters = {'fully_trusted': fully_trusted_filter, 'tar': tar_filter, 'data': data_filter}


def _number(field):
    if field[:1] in (b'\200', b'\377'):
        value = int.from_bytes(field[1:], 'big')
        return value - 256 ** (len(field) - 1) if field[0] == 0o377 else value
    text = field.split(b'\0')[0].decode('ascii', 'replace').strip()
    try:
        return int(text or '0', 8)
    except ValueError:
        raise HeaderError('invalid header') from None


def _field(number, size):
    number = int(number)
    if 0 <= number < 8 ** (size - 1):
        return b'%0*o\0' % (size - 1, number)
    if -256 ** (size - 1) <= number < 256 ** (size - 1):
        return bytes([0o200 if number >= 0 else 0o377]) + (number % 256 ** (size - 1)).to_bytes(size - 1, 'big')
    raise ValueError('overflow in number field')


def _padded(data):
    return data + b'\0' * (-len(data) % BLOCKSIZE)


class TarInfo:
    """A member of an archive."""

    def __init__(self, name=''):
        self.name = name
        self.mode = 0o644
        self.uid = self.gid = self.size = self.mtime = self.chksum = 0
        self.type = REGTYPE
        self.linkname = self.uname = self.gname = ''
        self.devmajor = self.devminor = self.offset = self.offset_data = 0
        self.pax_headers = {}
        self.sparse = self.tarfile = None

    path = property(lambda self: self.name, lambda self, value: setattr(self, 'name', value))
    linkpath = property(lambda self: self.linkname, lambda self, value: setattr(self, 'linkname', value))

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.name!r} at {id(self):#x}>'

    def replace(self, *, name=None, mtime=None, mode=..., linkname=None, uid=..., gid=..., uname=..., gname=..., deep=True):
        made = copy.deepcopy(self) if deep and self.tarfile is None else copy.copy(self)
        for key, value in (('name', name), ('mtime', mtime), ('linkname', linkname)):
            if value is not None:
                setattr(made, key, value)
        for key, value in (('mode', mode), ('uid', uid), ('gid', gid), ('uname', uname), ('gname', gname)):
            if value is not ...:
                setattr(made, key, value)
        return made

    def get_info(self):
        return {'name': self.name, 'mode': None if self.mode is None else self.mode & 0o7777, 'uid': self.uid, 'gid': self.gid, 'size': self.size,
                'mtime': self.mtime, 'chksum': self.chksum, 'type': self.type, 'linkname': self.linkname, 'uname': self.uname,
                'gname': self.gname, 'devmajor': self.devmajor, 'devminor': self.devminor}

    def tobuf(self, format=DEFAULT_FORMAT, encoding=ENCODING, errors='surrogateescape'):
        name = self.name + '/' if self.isdir() and not self.name.endswith('/') else self.name
        out = b''
        prefix = b''
        raw, link = name.encode(encoding, errors), self.linkname.encode(encoding, errors)
        if format == GNU_FORMAT:
            if len(link) > 100:
                out += self._extra(b'././@LongLink', GNUTYPE_LONGLINK, link + b'\0', format)
            if len(raw) > 100:
                out += self._extra(b'././@LongLink', GNUTYPE_LONGNAME, raw + b'\0', format)
        else:
            pax = dict(self.pax_headers) if format == PAX_FORMAT else {}
            if format == PAX_FORMAT:
                if not name.isascii():
                    pax.setdefault('path', name)
                if not self.linkname.isascii() or len(link) > 100:
                    pax.setdefault('linkpath', self.linkname)
                if isinstance(self.mtime, float) and self.mtime != int(self.mtime):
                    pax.setdefault('mtime', str(self.mtime))
                for key, limit in (('size', 8 ** 11), ('uid', 8 ** 7), ('gid', 8 ** 7)):
                    if getattr(self, key) >= limit:
                        pax.setdefault(key, str(getattr(self, key)))
            if len(raw) > 100 and 'path' not in pax:
                at = raw.rfind(b'/', 0, 156)
                if at > 0 and len(raw) - at - 1 <= 100:
                    prefix, raw = raw[:at], raw[at + 1:]
                elif format == PAX_FORMAT:
                    pax['path'] = name
                else:
                    raise ValueError('name is too long')
            if 'path' in pax:
                raw = name.encode('ascii', 'replace')
            if 'linkpath' in pax:
                link = self.linkname.encode('ascii', 'replace')
            if pax:
                out += self._extra(b'././@PaxHeader', XHDTYPE, _pax_records(pax), format)
        return out + self._block(raw[:100], self.type, self.size, link[:100], prefix, format, encoding, errors)

    def _block(self, name, kind, size, link, prefix, format, encoding='utf-8', errors='surrogateescape'):
        main = kind == self.type
        mode, uid, gid, mtime = ((self.mode or 0) & 0o7777, self.uid or 0, self.gid or 0, self.mtime or 0) if main else (0 if kind in (b'x', b'g', b'L', b'K') else 0o644, 0, 0, 0)
        magic = b'ustar  \0' if format == GNU_FORMAT else b'ustar\x0000'
        users = [(text or '').encode(encoding, errors) if main else b'' for text in (self.uname, self.gname)]
        device = self.type in (CHRTYPE, BLKTYPE)
        block = struct.pack('100s8s8s8s12s12s8sc100s8s32s32s8s8s155s12x', name, _field(mode, 8), _field(min(uid, 8 ** 7 - 1) if format == PAX_FORMAT else uid, 8),
                            _field(min(gid, 8 ** 7 - 1) if format == PAX_FORMAT else gid, 8), _field(size, 12), _field(mtime, 12), b' ' * 8, kind, link, magic, users[0], users[1],
                            _field(self.devmajor, 8) if device else b'', _field(self.devminor, 8) if device else b'', prefix)
        return block[:148] + b'%06o\0' % sum(block) + block[155:]

    def _extra(self, name, kind, data, format):
        return self._block(name, kind, len(data), b'', b'', format) + _padded(data)

    @classmethod
    def frombuf(cls, buf, encoding, errors):
        if len(buf) == 0:
            raise HeaderError('empty header')
        if len(buf) != BLOCKSIZE:
            raise HeaderError('truncated header')
        if buf.count(b'\0') == BLOCKSIZE:
            raise HeaderError('end of file header')
        checksum = _number(buf[148:156])
        if checksum != 256 + sum(buf[:148]) + sum(buf[156:]):
            raise HeaderError('bad checksum')

        def text(a, b):
            return buf[a:b].split(b'\0')[0].decode(encoding, errors)
        info = cls()
        info.name, info.mode, info.uid, info.gid = text(0, 100), _number(buf[100:108]), _number(buf[108:116]), _number(buf[116:124])
        info.size, info.mtime, info.chksum, info.type = _number(buf[124:136]), _number(buf[136:148]), checksum, buf[156:157]
        info.linkname, info.uname, info.gname = text(157, 257), text(265, 297), text(297, 329)
        info.devmajor, info.devminor = _number(buf[329:337]), _number(buf[337:345])
        prefix = text(345, 500)
        if info.type == AREGTYPE and info.name.endswith('/'):
            info.type = DIRTYPE
        if info.isdir():
            info.name = info.name.rstrip('/')
        if prefix and buf[257:265] != b'ustar  \0':
            info.name = prefix + '/' + info.name
        return info

    def isreg(self):
        return self.type in (REGTYPE, AREGTYPE, CONTTYPE, b'S')

    isfile = isreg

    def isdir(self):
        return self.type == DIRTYPE

    def issym(self):
        return self.type == SYMTYPE

    def islnk(self):
        return self.type == LNKTYPE

    def ischr(self):
        return self.type == CHRTYPE

    def isblk(self):
        return self.type == BLKTYPE

    def isfifo(self):
        return self.type == FIFOTYPE

    def issparse(self):
        return False

    def isdev(self):
        return self.type in (CHRTYPE, BLKTYPE, FIFOTYPE)


def _pax_records(headers):
    out = b''
    for key, value in headers.items():
        body = b' ' + key.encode('utf-8') + b'=' + str(value).encode('utf-8') + b'\n'
        size = len(body)
        while len(str(size)) + len(body) != size:
            size = len(str(size)) + len(body)
        out += str(size).encode() + body
    return out


class _Part(io.RawIOBase):
    """The data of a member."""

    def __init__(self, fileobj, offset, size, name):
        self._file, self._offset, self._size, self.name = fileobj, offset, size, name
        self._at = 0

    def readable(self):
        return True

    def seekable(self):
        return True

    def readinto(self, target):
        data = self.read(len(target))
        target[:len(data)] = data
        return len(data)

    def read(self, size=-1):
        left = self._size - self._at
        size = left if size is None or size < 0 else min(size, left)
        self._file.seek(self._offset + self._at)
        data = self._file.read(size)
        if len(data) != size:
            raise ReadError('unexpected end of data')
        self._at += size
        return data

    readall = read

    def seek(self, offset, whence=0):
        base = (0, self._at, self._size)[whence]
        self._at = min(max(base + offset, 0), self._size)
        return self._at

    def tell(self):
        return self._at


class TarFile:
    debug = 0
    dereference = ignore_zeros = False
    errorlevel = 1
    format = DEFAULT_FORMAT
    encoding = ENCODING
    errors = None
    tarinfo = TarInfo
    extraction_filter = None

    def __init__(self, name=None, mode='r', fileobj=None, format=None, tarinfo=None, dereference=None, ignore_zeros=None, encoding=None,
                 errors='surrogateescape', pax_headers=None, debug=None, errorlevel=None, copybufsize=None):
        if mode not in ('r', 'a', 'w', 'x'):
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        self.mode = mode
        self._own = fileobj is None
        if fileobj is None:
            if mode == 'a' and not os.path.exists(name):
                mode = self.mode = 'w'
            fileobj = bltn_open(name, {'r': 'rb', 'a': 'r+b', 'w': 'wb', 'x': 'xb'}[mode])
        elif name is None and isinstance(getattr(fileobj, 'name', None), (str, bytes)):
            name = fileobj.name
        self.name = os.path.abspath(name) if name else None
        self.fileobj = fileobj
        for key, value in (('format', format), ('tarinfo', tarinfo), ('dereference', dereference), ('ignore_zeros', ignore_zeros),
                           ('encoding', encoding), ('debug', debug), ('errorlevel', errorlevel)):
            if value is not None:
                setattr(self, key, value)
        self.errors = errors
        self.pax_headers = dict(pax_headers or {})
        self.closed = False
        self.members = []
        self._loaded = False
        self._links = {}
        self._other = None
        self.offset = fileobj.tell()
        try:
            if mode == 'r':
                self._first = None
                self._first = self.next()
            elif mode == 'a':
                while self.next() is not None:
                    pass
                fileobj.seek(self.offset)
            elif self.pax_headers and self.format == PAX_FORMAT:
                self._write(TarInfo()._extra(b'././@PaxHeader', XGLTYPE, _pax_records(self.pax_headers), PAX_FORMAT))
        except BaseException:
            if self._own:
                fileobj.close()
            self.closed = True
            raise

    @classmethod
    def open(cls, name=None, mode='r', fileobj=None, bufsize=RECORDSIZE, **kwargs):
        if not name and not fileobj:
            raise ValueError('nothing to open')
        if mode in ('r', 'r:*', 'r|*', 'r|'):
            start = fileobj.tell() if fileobj is not None and '|' not in mode else None
            if '|' in mode:
                fileobj = io.BytesIO(fileobj.read())
                start = 0
            problems = []
            for opener in (cls.taropen, cls.gzopen):
                try:
                    return opener(name, 'r', fileobj, **kwargs)
                except (ReadError, CompressionError) as exc:
                    problems.append(f'- method {"tar" if opener == cls.taropen else "gz"}: {exc!r}')
                    if fileobj is not None:
                        fileobj.seek(start)
            raise ReadError('file could not be opened successfully:\n' + '\n'.join(problems))
        for separator in ':|':
            if separator in mode:
                filemode, _, kind = mode.partition(separator)
                filemode = filemode or 'r'
                if kind in ('', 'tar'):
                    return cls.taropen(name, filemode, fileobj, **kwargs)
                if kind == 'gz':
                    return cls.gzopen(name, filemode, fileobj, **kwargs)
                raise CompressionError(f'unknown compression type {kind!r}')
        if mode in ('a', 'w', 'x'):
            return cls.taropen(name, mode, fileobj, **kwargs)
        raise ValueError('undiscernible mode')

    @classmethod
    def taropen(cls, name, mode='r', fileobj=None, **kwargs):
        return cls(name, mode, fileobj, **kwargs)

    @classmethod
    def gzopen(cls, name, mode='r', fileobj=None, compresslevel=9, **kwargs):
        import gzip
        if mode not in ('r', 'w', 'x'):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        packed = gzip.GzipFile(name, mode + 'b', compresslevel, fileobj)
        try:
            made = cls(name, mode, packed, **kwargs)
        except (OSError, EOFError) as exc:
            packed.close()
            if mode == 'r':
                raise ReadError('not a gzip file') from exc
            raise
        made._own = True
        return made

    # ---- reading ----

    def _read_block(self):
        return self.fileobj.read(BLOCKSIZE)

    def next(self):
        """The next member, or None."""
        if getattr(self, '_first', None) is not None and self.mode == 'r':
            first, self._first = self._first, None
            return first
        if self._loaded:
            return None
        self.fileobj.seek(self.offset)
        info = self._next_header({})
        if info is None:
            self._loaded = True
            return None
        info.tarfile = self
        self.members.append(info)
        return info

    def _next_header(self, pax):
        while True:
            start = self.offset
            try:
                info = self.tarinfo.frombuf(self._read_block(), self.encoding, self.errors)
            except HeaderError as exc:
                what = str(exc)
                if what == 'end of file header':
                    if self.ignore_zeros:
                        self.offset += BLOCKSIZE
                        continue
                    return None
                if what == 'empty header':
                    if start == 0:
                        raise ReadError('empty file') from None
                    return None
                if start == 0 or what == 'truncated header':
                    raise ReadError(what) from None
                return None
            break
        info.offset = start
        info.offset_data = start + BLOCKSIZE
        blocks = (info.size + BLOCKSIZE - 1) // BLOCKSIZE * BLOCKSIZE
        if info.type in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, XHDTYPE, XGLTYPE):
            data = self.fileobj.read(blocks)[:info.size]
            self.offset = info.offset_data + blocks
            if info.type in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK):
                text = data.split(b'\0')[0].decode(self.encoding, self.errors)
                pax = {**pax, 'path' if info.type == GNUTYPE_LONGNAME else 'linkpath': text}
                following = self._next_header(pax)
            else:
                records = {}
                while data.strip(b'\0'):
                    size, _, rest = data.partition(b' ')
                    size = int(size)
                    key, _, value = data[len(str(size)) + 1:size - 1].partition(b'=')
                    records[key.decode('utf-8')] = value.decode('utf-8', 'surrogateescape')
                    data = data[size:]
                if info.type == XGLTYPE:
                    self.pax_headers.update(records)
                    return self._next_header(pax)
                following = self._next_header({**pax, **records})
                if following is not None:
                    following.pax_headers = {**self.pax_headers, **records}
            if following is None:
                raise ReadError('missing or bad subsequent header')
            following.offset = start
            return following
        for key, value in {**self.pax_headers, **pax}.items():
            if key == 'path':
                info.name = value.rstrip('/')
            elif key == 'linkpath':
                info.linkname = value
            elif key in ('size', 'uid', 'gid'):
                setattr(info, key, int(value))
            elif key in ('mtime',):
                info.mtime = float(value)
            elif key in ('uname', 'gname'):
                setattr(info, key, value)
        if info.isreg():
            self.offset = info.offset_data + (info.size + BLOCKSIZE - 1) // BLOCKSIZE * BLOCKSIZE
        else:
            self.offset = info.offset_data
        return info

    def _check(self, mode=None):
        if self.closed:
            raise OSError(f'{self.__class__.__name__} is closed')
        if mode is not None and self.mode not in mode:
            raise OSError(f'bad operation for mode {self.mode!r}')

    def getmembers(self):
        self._check()
        first, self._first = getattr(self, '_first', None), None
        while self.mode == 'r' and not self._loaded:
            if self.next() is None:
                break
        return self.members

    def getnames(self):
        return [info.name for info in self.getmembers()]

    def getmember(self, name):
        for info in reversed(self.getmembers()):
            if info.name == name.rstrip('/'):
                return info
        raise KeyError(f'filename {name!r} not found')

    def __iter__(self):
        yield from self.getmembers()

    def extractfile(self, member):
        self._check('r')
        info = self.getmember(member) if isinstance(member, str) else member
        if info.isreg():
            return io.BufferedReader(_Part(self.fileobj, info.offset_data, info.size, info.name))
        if info.islnk() or info.issym():
            return self.extractfile(self._linked(info))
        return None

    def _linked(self, info):
        name = info.linkname if info.islnk() else os.path.normpath(os.path.join(os.path.dirname(info.name), info.linkname))
        try:
            return self.getmember(name)
        except KeyError:
            raise KeyError(f'linkname {info.linkname!r} not found') from None

    def _filter(self, filter):
        if filter is None:
            filter = self.extraction_filter or fully_trusted_filter
        if callable(filter):
            return filter
        try:
            return _filters[filter]
        except KeyError:
            raise ValueError(f'filter {filter!r} not found') from None

    def extractall(self, path='.', members=None, *, numeric_owner=False, filter=None):
        chosen = self._filter(filter)
        folders = []
        for member in self.getmembers() if members is None else members:
            info = chosen(self.getmember(member) if isinstance(member, str) else member, path)
            if info is None:
                continue
            if info.isdir():
                folders.append(info)
            self._extract(info, path, not info.isdir())
        for info in sorted(folders, key=lambda info: info.name, reverse=True):
            self._attributes(info, os.path.join(path, info.name))

    def extract(self, member, path='', set_attrs=True, *, numeric_owner=False, filter=None):
        info = self._filter(filter)(self.getmember(member) if isinstance(member, str) else member, path)
        if info is not None:
            self._extract(info, path, set_attrs)

    def _extract(self, info, path, set_attrs):
        self._check('r')
        target = os.path.join(path, info.name.rstrip('/'))
        folder = os.path.dirname(target)
        if folder and not os.path.exists(folder):
            os.makedirs(folder)
        if info.isdir():
            if not os.path.isdir(target):
                os.mkdir(target)
        elif info.issym():
            if os.path.lexists(target):
                os.unlink(target)
            os.symlink(info.linkname, target)
            return
        elif info.islnk():
            source = os.path.join(path, info.linkname)
            if os.path.exists(source):
                os.link(source, target)
            else:
                self._extract(self._linked(info), path, set_attrs)
            return
        elif info.isreg():
            with self.extractfile(info) as source, bltn_open(target, 'wb') as out:
                while data := source.read(1 << 16):
                    out.write(data)
        else:
            raise ExtractError(f'special file {info.name!r} cannot be made')
        if set_attrs:
            self._attributes(info, target)

    def _attributes(self, info, target):
        if info.mode is not None:
            os.chmod(target, info.mode)
        if info.mtime is not None:
            os.utime(target, (info.mtime, info.mtime))

    # ---- writing ----

    def _write(self, data):
        self.fileobj.write(data)
        self.offset += len(data)

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        self._check('awx')
        if fileobj is not None:
            name = fileobj.name
        arcname = (os.fspath(name) if arcname is None else os.fspath(arcname)).replace(os.sep, '/').lstrip('/')
        found = os.fstat(fileobj.fileno()) if fileobj is not None else os.stat(name) if self.dereference else os.lstat(name)
        info = self.tarinfo(arcname)
        info.tarfile = None
        mode = found.st_mode
        if stat.S_ISREG(mode):
            info.type = REGTYPE
            info.size = found.st_size
            known = self._links.get((found.st_ino, found.st_dev))
            if found.st_nlink > 1 and known and known != arcname and not self.dereference:
                info.type, info.linkname, info.size = LNKTYPE, known, 0
            elif found.st_ino:
                self._links[found.st_ino, found.st_dev] = arcname
        elif stat.S_ISDIR(mode):
            info.type = DIRTYPE
        elif stat.S_ISLNK(mode):
            info.type, info.linkname = SYMTYPE, os.readlink(name)
        elif stat.S_ISFIFO(mode):
            info.type = FIFOTYPE
        else:
            return None
        info.mode, info.uid, info.gid, info.mtime = mode, found.st_uid, found.st_gid, found.st_mtime
        try:
            import pwd
            info.uname = pwd.getpwuid(info.uid)[0]
        except (KeyError, OSError):
            pass
        try:
            import grp
            info.gname = grp.getgrgid(info.gid)[0]
        except (KeyError, OSError):
            pass
        return info

    def add(self, name, arcname=None, recursive=True, *, filter=None):
        self._check('awx')
        if arcname is None:
            arcname = name
        if self.name is not None and os.path.abspath(name) == self.name:
            return
        info = self.gettarinfo(name, arcname)
        if info is None:
            return
        if filter is not None:
            info = filter(info)
            if info is None:
                return
        if info.isreg():
            with bltn_open(name, 'rb') as f:
                self.addfile(info, f)
        else:
            self.addfile(info)
            if info.isdir() and recursive:
                for entry in sorted(os.listdir(name)):
                    self.add(os.path.join(name, entry), os.path.join(arcname, entry), recursive, filter=filter)

    def addfile(self, tarinfo, fileobj=None):
        self._check('awx')
        tarinfo = copy.copy(tarinfo)
        self._write(tarinfo.tobuf(self.format, self.encoding, self.errors))
        tarinfo.offset_data = self.offset
        if fileobj is not None:
            left = tarinfo.size
            while left:
                data = fileobj.read(min(left, 1 << 16))
                if not data:
                    raise OSError('unexpected end of data')
                self._write(data)
                left -= len(data)
            if tarinfo.size % BLOCKSIZE:
                self._write(b'\0' * (BLOCKSIZE - tarinfo.size % BLOCKSIZE))
        self.members.append(tarinfo)

    def list(self, verbose=True, *, members=None):
        for info in self.getmembers() if members is None else members:
            line = ''
            if verbose:
                when = time.localtime(info.mtime)[:6]
                size = f'{info.devmajor},{info.devminor}' if info.ischr() or info.isblk() else info.size
                line = (f'{stat.filemode(info.mode | (0o40000 if info.isdir() else 0o100000))} {info.uname or info.uid}/{info.gname or info.gid} '
                        f'{size:10} ' + '%d-%02d-%02d %02d:%02d:%02d ' % when)
            line += info.name + ('/' if info.isdir() else '') + ' '
            if verbose and info.issym():
                line += '-> ' + info.linkname + ' '
            if verbose and info.islnk():
                line += 'link to ' + info.linkname + ' '
            print(line)

    def close(self):
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode in ('a', 'w', 'x'):
                self._write(b'\0' * (BLOCKSIZE * 2))
                if self.offset % RECORDSIZE:
                    self._write(b'\0' * (RECORDSIZE - self.offset % RECORDSIZE))
        finally:
            if self._own:
                self.fileobj.close()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, type, value, traceback):
        if type is None:
            self.close()
        else:
            if self._own:
                self.fileobj.close()
            self.closed = True


def is_tarfile(name):
    try:
        if hasattr(name, 'read'):
            at = name.tell()
            open(fileobj=name).close()
            name.seek(at)
        else:
            open(name).close()
        return True
    except TarError:
        return False


open = TarFile.open
