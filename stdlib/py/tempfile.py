"""Files and directories that go away again."""
import errno as _errno
import io as _io
import os as _os
import types as _types
from random import Random as _Random

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory', 'mkstemp', 'mkdtemp', 'mktemp', 'TMP_MAX',
           'gettempprefix', 'tempdir', 'gettempdir', 'gettempprefixb', 'gettempdirb']

TMP_MAX = 10000
template = 'tmp'
tempdir = None
_bin_openflags = _text_openflags = _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | _os.O_NOFOLLOW | _os.O_CLOEXEC


def _infer_return_type(*args):
    """str or bytes: what the given parts of a path are."""
    found = None
    for arg in args:
        if arg is None:
            continue
        if hasattr(arg, '__fspath__'):
            arg = _os.fspath(arg)
        kind = bytes if isinstance(arg, bytes) else str
        if found not in (None, kind):
            raise TypeError("Can't mix bytes and non-bytes in path components.")
        found = kind
    if found is None:
        return str if tempdir is None or isinstance(tempdir, str) else bytes
    return found


def _parts(suffix, prefix, dir):
    kind = _infer_return_type(prefix, suffix, dir)
    as_kind = _os.fsencode if kind is bytes else _os.fsdecode
    if suffix is None:
        suffix = kind()
    if prefix is None:
        prefix = as_kind(template)
    if dir is None:
        dir = as_kind(gettempdir())
    return suffix, prefix, dir, kind


class _RandomNameSequence:
    """An endless sequence of names that are unlikely to exist."""
    characters = 'abcdefghijklmnopqrstuvwxyz0123456789_'

    @property
    def rng(self):
        pid = _os.getpid()
        if pid != getattr(self, '_pid', None):
            self._rng, self._pid = _Random(), pid
        return self._rng

    def __iter__(self):
        return self

    def __next__(self):
        return ''.join(self.rng.choices(self.characters, k=8))


_name_sequence = None


def _get_candidate_names():
    global _name_sequence
    if _name_sequence is None:
        _name_sequence = _RandomNameSequence()
    return _name_sequence


def _candidate_tempdir_list():
    folders = [folder for folder in map(_os.getenv, ('TMPDIR', 'TEMP', 'TMP')) if folder]
    folders += ['/tmp', '/var/tmp', '/usr/tmp']
    try:
        folders.append(_os.getcwd())
    except (AttributeError, OSError):
        folders.append(_os.curdir)
    return folders


def _get_default_tempdir():
    """The first folder a file can be written to."""
    names = _get_candidate_names()
    folders = _candidate_tempdir_list()
    for folder in folders:
        folder = _os.path.abspath(folder)
        for _ in range(100):
            path = _os.path.join(folder, next(names))
            try:
                fd = _os.open(path, _bin_openflags, 0o600)
                try:
                    _os.write(fd, b'blat')
                finally:
                    _os.close(fd)
                    _os.unlink(path)
                return folder
            except FileExistsError:
                continue
            except OSError:
                break
    raise FileNotFoundError(_errno.ENOENT, f'No usable temporary directory found in {folders}')


def gettempprefix():
    return _os.fsdecode(template)


def gettempprefixb():
    return _os.fsencode(template)


def _gettempdir():
    global tempdir
    if tempdir is None:
        tempdir = _get_default_tempdir()
    return tempdir


def gettempdir():
    return _os.fsdecode(_gettempdir())


def gettempdirb():
    return _os.fsencode(_gettempdir())


def _candidates(dir, pre, suf, kind=str):
    names = _get_candidate_names()
    for _ in range(TMP_MAX):
        name = next(names)
        yield _os.path.join(dir, pre + (_os.fsencode(name) if kind is bytes else name) + suf)


def _mkstemp_inner(dir, pre, suf, flags, output_type):
    dir = _os.path.abspath(dir)
    for path in _candidates(dir, pre, suf, output_type):
        try:
            return _os.open(path, flags, 0o600), path
        except FileExistsError:
            continue
    raise FileExistsError(_errno.EEXIST, 'No usable temporary file name found')


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    suffix, prefix, dir, kind = _parts(suffix, prefix, dir)
    return _mkstemp_inner(dir, prefix, suffix, _text_openflags if text else _bin_openflags, kind)


def mkdtemp(suffix=None, prefix=None, dir=None):
    suffix, prefix, dir, kind = _parts(suffix, prefix, dir)
    for path in _candidates(dir, prefix, suffix, kind):
        try:
            _os.mkdir(path, 0o700)
        except FileExistsError:
            continue
        return path
    raise FileExistsError(_errno.EEXIST, 'No usable temporary directory name found')


def mktemp(suffix='', prefix=template, dir=None):
    for path in _candidates(gettempdir() if dir is None else dir, prefix, suffix):
        if not _os.path.lexists(path):
            return path
    raise FileExistsError(_errno.EEXIST, 'No usable temporary filename found')


class _TemporaryFileCloser:
    """Closes the file and removes its name, once."""

    def __init__(self, file, name, delete=True):
        self.file, self.name, self.delete = file, name, delete
        self.close_called = False

    def close(self):
        if self.close_called or self.file is None:
            return
        self.close_called = True
        try:
            self.file.close()
        finally:
            if self.delete:
                _os.unlink(self.name)

    def __del__(self):
        self.close()


class _TemporaryFileWrapper:
    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._closer = _TemporaryFileCloser(file, name, delete)

    def __getattr__(self, name):
        found = getattr(self.__dict__['file'], name)
        if callable(found):
            method = found

            def found(*args, **kwargs):     # keeps the wrapper, hence the file, alive while the method is
                return method(*args, **kwargs)
            found._closer = self._closer
            found.__name__ = name
            setattr(self, name, found)
        return found

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self.close()
        return result

    def close(self):
        self._closer.close()

    def __iter__(self):
        for line in self.file:
            yield line


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None):
    suffix, prefix, dir, kind = _parts(suffix, prefix, dir)
    name = None

    def opener(*args):
        nonlocal name
        fd, name = _mkstemp_inner(dir, prefix, suffix, _bin_openflags, kind)
        return fd
    try:
        file = _io.open(dir, mode, buffering=buffering, newline=newline, encoding=encoding, errors=errors, opener=opener)
        try:
            return _TemporaryFileWrapper(file, name, delete)
        except BaseException:
            file.close()
            raise
    except BaseException:
        if name is not None:
            _os.unlink(name)
        raise


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    suffix, prefix, dir, kind = _parts(suffix, prefix, dir)

    def opener(*args):
        fd, name = _mkstemp_inner(dir, prefix, suffix, _bin_openflags, kind)
        _os.unlink(name)
        return fd
    return _io.open(dir, mode, buffering=buffering, newline=newline, encoding=encoding, errors=errors, opener=opener)


_O_TMPFILE_WORKS = False


class SpooledTemporaryFile(_io.IOBase):
    """Kept in memory until it is larger than max_size, or its descriptor is asked for."""
    _rolled = False

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
        if 'b' in mode:
            self._file = _io.BytesIO()
        else:
            self._file = _io.TextIOWrapper(_io.BytesIO(), encoding=encoding or 'utf-8', errors=errors, newline=newline)
        self._max_size = max_size
        self._rolled = False
        self._TemporaryFileArgs = {'mode': mode, 'buffering': buffering, 'suffix': suffix, 'prefix': prefix, 'encoding': encoding,
                                   'newline': newline, 'dir': dir, 'errors': errors}

    __class_getitem__ = classmethod(_types.GenericAlias)

    def _check(self, file):
        if not self._rolled and self._max_size and file.tell() > self._max_size:
            self.rollover()

    def rollover(self):
        if self._rolled:
            return
        old = self._file
        new = self._file = TemporaryFile(**self._TemporaryFileArgs)
        del self._TemporaryFileArgs
        at = old.tell()
        if hasattr(new, 'buffer'):
            new.buffer.write(old.detach().getvalue())
            new.buffer.flush()
        else:
            new.write(old.getvalue())
        new.seek(at, 0)
        self._rolled = True

    def __enter__(self):
        if self._file.closed:
            raise ValueError('Cannot enter context with closed file')
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __iter__(self):
        return self._file.__iter__()

    def __del__(self):
        pass

    def close(self):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    @property
    def encoding(self):
        return self._file.encoding

    @property
    def errors(self):
        return self._file.errors

    @property
    def mode(self):
        try:
            return self._file.mode
        except AttributeError:
            return self._TemporaryFileArgs['mode']

    @property
    def name(self):
        try:
            return self._file.name
        except AttributeError:
            return None

    @property
    def newlines(self):
        return self._file.newlines

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def flush(self):
        self._file.flush()

    def isatty(self):
        return self._file.isatty()

    def read(self, *args):
        return self._file.read(*args)

    def read1(self, *args):
        return self._file.read1(*args)

    def readinto(self, buffer):
        return self._file.readinto(buffer)

    def readinto1(self, buffer):
        return self._file.readinto1(buffer)

    def readline(self, *args):
        return self._file.readline(*args)

    def readlines(self, *args):
        return self._file.readlines(*args)

    def readable(self):
        return self._file.readable()

    def writable(self):
        return self._file.writable()

    def seekable(self):
        return self._file.seekable()

    def seek(self, *args):
        return self._file.seek(*args)

    def tell(self):
        return self._file.tell()

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def detach(self):
        return self._file.detach()

    def write(self, data):
        n = self._file.write(data)
        self._check(self._file)
        return n

    def writelines(self, lines):
        self._file.writelines(lines)
        self._check(self._file)


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self.name = mkdtemp(suffix, prefix, dir)

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        import shutil

        def forgive(function, path, info):
            if issubclass(info[0], PermissionError):
                for p in (_os.path.dirname(path), path):
                    try:
                        _os.chmod(p, 0o700)
                    except OSError:
                        pass
                try:
                    _os.unlink(path)
                    return
                except (IsADirectoryError, PermissionError):
                    shutil.rmtree(path, ignore_errors=self._ignore_cleanup_errors)
                    return
                except FileNotFoundError:
                    return
            if not issubclass(info[0], FileNotFoundError) and not self._ignore_cleanup_errors:
                raise
        if _os.path.lexists(self.name):
            shutil.rmtree(self.name, onerror=forgive)

    __class_getitem__ = classmethod(_types.GenericAlias)
