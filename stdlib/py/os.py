"""Files, directories and the environment."""
import _os
import abc as _abc
import os.path as path

name = 'posix'
sep = '/'
altsep = None
extsep = '.'
pathsep = ':'
linesep = '\n'
curdir = '.'
pardir = '..'
devnull = '/dev/null'
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
error = OSError
defpath = '/bin:/usr/bin'
supports_dir_fd = supports_fd = supports_effective_ids = supports_follow_symlinks = frozenset()
supports_bytes_environ = True


def _text_variable(value):
    if not isinstance(value, str):
        raise TypeError(f'str expected, not {type(value).__name__}')
    return value


class _Environ(dict):
    """The variables of the process; names and values are text."""

    def __getitem__(self, key):
        return dict.__getitem__(self, _text_variable(key))

    def __setitem__(self, key, value):
        dict.__setitem__(self, _text_variable(key), _text_variable(value))

    def __delitem__(self, key):
        dict.__delitem__(self, _text_variable(key))

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def update(self, other=(), /, **more):
        for key, value in {**dict(other), **more}.items():
            self[key] = value

    def copy(self):
        return dict(self)

    def __repr__(self):
        return f'environ({dict.__repr__(self)})'

    def __or__(self, other):
        return dict(self) | dict(other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        return dict(other) | dict(self) if isinstance(other, dict) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


environ = _Environ(_os.environ()) if hasattr(_os, 'environ') else _Environ()
cpu_count = _os.cpu_count
for _name in ('getcwd', 'getpid', 'rmdir', 'unlink', 'access'):
    if hasattr(_os, _name):
        globals()[_name] = getattr(_os, _name)


def getenv(key, default=None):
    return environ.get(key, default)


def getenvb(key, default=None):
    found = environ.get(fsdecode(key))
    return default if found is None else fsencode(found)


def fspath(p):
    if isinstance(p, (str, bytes)):
        return p
    method = getattr(type(p), '__fspath__', None)
    if method is not None:
        found = method(p)
        if isinstance(found, (str, bytes)):
            return found
        raise TypeError(f'expected {type(p).__name__}.__fspath__() to return str or bytes, not {type(found).__name__}')
    raise TypeError(f'expected str, bytes or os.PathLike object, not {type(p).__name__}')


def fsencode(p):
    p = fspath(p)
    return p.encode('utf-8', 'surrogateescape') if isinstance(p, str) else p


def fsdecode(p):
    p = fspath(p)
    return p.decode('utf-8', 'surrogateescape') if isinstance(p, bytes) else p


def getcwdb():
    return fsencode(getcwd())


def urandom(n):
    import _hashlib
    return _hashlib.random_bytes(n)


class stat_result(tuple):
    """The answer of stat(): ten numbers, and further ones by name."""
    n_fields, n_sequence_fields, n_unnamed_fields = 19, 10, 3
    st_dev = property(lambda self: self[2])
    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: self._times[0])
    st_mtime = property(lambda self: self._times[1])
    st_ctime = property(lambda self: self._times[2])
    st_mtime_ns = property(lambda self: self._more[0])
    st_atime_ns = property(lambda self: self._more[1])
    st_ctime_ns = property(lambda self: self._more[2])
    st_blocks = property(lambda self: self._more[3])
    st_blksize = property(lambda self: self._more[4])
    st_rdev = property(lambda self: self._more[5])

    def __repr__(self):
        names = 'st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size', 'st_atime', 'st_mtime', 'st_ctime'
        return f"os.stat_result({', '.join([f'{name}={value}' for name, value in zip(names, self)])})"

    def __reduce__(self):
        return _made_stat, ((*self._times, *self._more), tuple(self))


def _made_stat(more, parts):
    result = stat_result(parts)
    result._times, result._more = more[:3], more[3:]
    return result


def _stat_result(found):
    mode, size, mtime, atime, ctime, inode, links, uid, gid, device, *more = found
    result = stat_result((mode, inode, device, links, uid, gid, size, int(atime // 1), int(mtime // 1), int(ctime // 1)))
    result._times = atime, mtime, ctime
    result._more = tuple(more)
    return result


def fstat(fd):
    return _stat_result(_os.fstat(fd))


def stat(p, *, follow_symlinks=True):
    if isinstance(p, int):
        return fstat(p)
    found = _os.stat(p, follow_symlinks)
    if found is None:
        raise FileNotFoundError(2, 'No such file or directory', p)
    return _stat_result(found)


def lstat(p):
    return stat(p, follow_symlinks=False)


def listdir(p='.'):
    found = _os.listdir('.' if p is None else p)
    return [fsencode(name) for name in found] if isinstance(p, bytes) else found


def mkdir(p, mode=0o777):
    _os.mkdir(p, mode)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == '.':
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def remove(p):
    _os.unlink(p)


def removedirs(name):
    rmdir(name)
    head = path.dirname(name)
    while head:
        try:
            rmdir(head)
        except OSError:
            break
        head = path.dirname(head)


def rename(src, dst):
    _os.rename(src, dst)


replace = rename


def walk(top, topdown=True, onerror=None, followlinks=False):
    try:
        entries = listdir(top)
    except OSError as exc:
        if onerror is not None:
            onerror(exc)
        return
    dirs, files = [], []
    for entry in entries:
        (dirs if path.isdir(path.join(top, entry)) else files).append(entry)
    if topdown:
        yield top, dirs, files
    for entry in dirs:
        full = path.join(top, entry)
        if followlinks or not path.islink(full):
            yield from walk(full, topdown, onerror, followlinks)
    if not topdown:
        yield top, dirs, files


class DirEntry:
    def __init__(self, folder, entry):
        self.name = entry
        self.path = path.join(folder, entry)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path) and (follow_symlinks or not path.islink(self.path))

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path) and (follow_symlinks or not path.islink(self.path))

    def inode(self):
        return lstat(self.path).st_ino

    def is_symlink(self):
        return path.islink(self.path)

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'


class scandir:
    def __init__(self, p='.'):
        folder = '.' if p is None else fspath(p)
        self._it = iter([DirEntry(folder, entry) for entry in listdir(folder)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._it)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._it = iter(())


class PathLike(_abc.ABC):
    """What has a path as text or bytes."""

    @_abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, '__fspath__') if cls is PathLike else NotImplemented

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 0o100, 0o200, 0o1000, 0o2000
O_NOCTTY, O_NONBLOCK, O_DIRECTORY, O_NOFOLLOW, O_CLOEXEC = 0o400, 0o4000, 0o200000, 0o400000, 0o2000000
EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_IOERR = 0, 64, 65, 66, 69, 70, 71, 74
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
for _name in ('chdir', 'chmod', 'symlink', 'link', 'readlink', 'utime', 'umask', 'getuid', 'geteuid', 'getgid', 'getppid', 'uname', 'open',
              'close', 'read', 'write', 'truncate', 'isatty', '_disk', 'strerror', 'lseek', 'ftruncate', 'fsync', 'pipe', 'dup', 'chown', 'confstr'):
    if hasattr(_os, _name):
        globals()[_name] = getattr(_os, _name)
del _name


class uname_result(tuple):
    """The name of the system, in five parts."""
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])

    def __repr__(self):
        parts = ', '.join([f'{name}={value!r}' for name, value in zip(('sysname', 'nodename', 'release', 'version', 'machine'), self)])
        return f'posix.uname_result({parts})'


def uname():
    return uname_result(_os.uname())


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def fdopen(fd, *args, **kwargs):
    import builtins
    return builtins.open(fd, *args, **kwargs)


class _Piped:
    """What popen() gives: the stream, whose close() waits for the program."""

    def __init__(self, stream, process):
        self._stream, self._process = stream, process

    def close(self):
        self._stream.close()
        code = self._process.wait()
        return (code << 8 if code > 0 else code) or None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        return iter(self._stream)

    def __getattr__(self, name):
        return getattr(self._stream, name)


def popen(cmd, mode='r', buffering=-1):
    import subprocess
    if not isinstance(cmd, str):
        raise TypeError(f'invalid cmd type ({type(cmd)}, expected string)')
    if mode not in ('r', 'w'):
        raise ValueError(f'invalid mode {mode!r}')
    if buffering == 0 or buffering is None:
        raise ValueError('popen() does not support unbuffered streams')
    end = 'stdout' if mode == 'r' else 'stdin'
    process = subprocess.Popen(cmd, shell=True, text=True, bufsize=buffering, **{end: subprocess.PIPE})
    return _Piped(getattr(process, end), process)


def system(command):
    """Run a line in the shell; its status as wait() gives it."""
    import subprocess
    code = subprocess.call(command, shell=True)
    return -code if code < 0 else code << 8


def waitstatus_to_exitcode(status):
    return -(status & 0x7f) if status & 0x7f else status >> 8 & 0xff


def WIFEXITED(status):
    return not status & 0x7f


def WEXITSTATUS(status):
    return status >> 8 & 0xff


def WIFSIGNALED(status):
    return bool(status & 0x7f)


def WTERMSIG(status):
    return status & 0x7f


def renames(old, new):
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)


def get_terminal_size(fd=1):
    import shutil
    return shutil.get_terminal_size()


def get_exec_path(env=None):
    return (environ if env is None else env).get('PATH', '/bin:/usr/bin').split(pathsep)


def getlogin():
    return environ.get('LOGNAME') or environ.get('USER') or 'root'


class times_result(tuple):
    """Seconds that the process and its children took."""
    user = property(lambda self: self[0])
    system = property(lambda self: self[1])
    children_user = property(lambda self: self[2])
    children_system = property(lambda self: self[3])
    elapsed = property(lambda self: self[4])

    def __repr__(self):
        parts = ', '.join([f'{name}={value!r}' for name, value in zip(('user', 'system', 'children_user', 'children_system', 'elapsed'), self)])
        return f'posix.times_result({parts})'


def times():
    import time
    now = time.process_time()
    return times_result((now, 0.0, 0.0, 0.0, time.monotonic()))


class terminal_size(tuple):
    """Columns and lines."""
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f'os.terminal_size(columns={self[0]}, lines={self[1]})'


confstr_names = {'CS_PATH': 0, 'CS_GNU_LIBC_VERSION': 2}


def kill(pid, signal, /):
    """Sends a signal to this process; others are not ours."""
    import signal as signals
    if pid != getpid():
        if not path.exists(f'/proc/{pid}'):
            raise ProcessLookupError(3, 'No such process')
        if signal:
            raise PermissionError(1, 'Operation not permitted')
    elif signal and signals.getsignal(signal) != signals.SIG_IGN:
        import _signal
        _signal.post(int(signal))
