"""Files and directories that go away again."""
import io as _io
import os as _os
from random import Random as _Random

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory', 'mkstemp', 'mkdtemp', 'mktemp', 'TMP_MAX',
           'gettempprefix', 'tempdir', 'gettempdir']

TMP_MAX = 10000
template = 'tmp'
tempdir = None
_random = _Random()


def gettempprefix():
    return template


def gettempdir():
    global tempdir
    if tempdir is None:
        for name in ('TMPDIR', 'TEMP', 'TMP'):
            folder = _os.environ.get(name)
            if folder and _os.path.isdir(folder):
                break
        else:
            folder = '/tmp' if _os.path.isdir('/tmp') else _os.getcwd()
        tempdir = _os.path.abspath(folder)
    return tempdir


def _candidates(suffix, prefix, dir):
    folder = gettempdir() if dir is None else _os.fspath(dir)
    for _ in range(TMP_MAX):
        name = ''.join(_random.choices('abcdefghijklmnopqrstuvwxyz0123456789_', k=8))
        yield _os.path.abspath(_os.path.join(folder, f'{template if prefix is None else prefix}{name}{suffix or ""}'))
    raise FileExistsError(17, 'No usable temporary file name found')


def mkdtemp(suffix=None, prefix=None, dir=None):
    for name in _candidates(suffix, prefix, dir):
        try:
            _os.mkdir(name, 0o700)
        except FileExistsError:
            continue
        return name


def mktemp(suffix='', prefix=template, dir=None):
    for name in _candidates(suffix, prefix, dir):
        if not _os.path.lexists(name):
            return name


def _create(suffix, prefix, dir):
    for name in _candidates(suffix, prefix, dir):
        try:
            open(name, 'x').close()
        except FileExistsError:
            continue
        return name


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    name = _create(suffix, prefix, dir)
    return _os.open(name, _os.O_RDWR), name


class _TemporaryFile:
    def __init__(self, file, name, delete):
        self.file = file
        self.name = name
        self.delete = delete

    def __getattr__(self, name):
        return getattr(self.file, name)

    def close(self):
        self.file.close()
        if self.delete:
            self.delete = False
            try:
                _os.unlink(self.name)
            except FileNotFoundError:
                pass

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        self.close()

    def __iter__(self):
        return iter(self.file)


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None):
    name = _create(suffix, prefix, dir)
    return _TemporaryFile(open(name, mode, buffering, encoding, errors, newline), name, delete)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    name = _create(suffix, prefix, dir)
    file = open(name, mode, buffering, encoding, errors, newline)
    _os.unlink(name)
    return file


class SpooledTemporaryFile:
    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
        self._file = _io.BytesIO() if 'b' in mode else _io.StringIO()
        self._max_size = max_size
        self._rolled = False

    def rollover(self):
        self._rolled = True

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self._ignore = ignore_cleanup_errors
        self.name = mkdtemp(suffix, prefix, dir)

    def __repr__(self):
        return f'<TemporaryDirectory {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        import shutil
        if _os.path.lexists(self.name):
            shutil.rmtree(self.name, ignore_errors=self._ignore)
