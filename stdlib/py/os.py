"""Files, directories and the environment."""
import _os
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
environ = _os.environ() if hasattr(_os, 'environ') else {}
cpu_count = _os.cpu_count
for _name in ('getcwd', 'getpid', 'rmdir', 'unlink', 'access'):
    if hasattr(_os, _name):
        globals()[_name] = getattr(_os, _name)


def getenv(key, default=None):
    return environ.get(key, default)


def fspath(p):
    if isinstance(p, (str, bytes)):
        return p
    if hasattr(type(p), '__fspath__'):
        return type(p).__fspath__(p)
    raise TypeError(f'expected str, bytes or os.PathLike object, not {type(p).__name__}')


def fsencode(p):
    return p.encode('utf-8', 'surrogateescape') if isinstance(p, str) else p


def fsdecode(p):
    return p.decode('utf-8', 'surrogateescape') if isinstance(p, bytes) else p


def urandom(n):
    import _hashlib
    return _hashlib.random_bytes(n)


class stat_result(tuple):
    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: self._times[0])
    st_mtime = property(lambda self: self._times[1])
    st_ctime = property(lambda self: self._times[2])


def stat(p, *, follow_symlinks=True):
    found = _os.stat(p, follow_symlinks)
    if found is None:
        raise FileNotFoundError(2, 'No such file or directory', p)
    mode, size, mtime, atime, ctime, inode, links, uid, gid = found
    result = stat_result((mode, inode, 0, links, uid, gid, size, int(atime), int(mtime), int(ctime)))
    result._times = (atime, mtime, ctime)
    return result


def lstat(p):
    return stat(p, follow_symlinks=False)


def listdir(p='.'):
    return _os.listdir(p)


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
        entries = sorted(listdir(top)) if False else listdir(top)
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
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

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
        self._it = iter([DirEntry(p, entry) for entry in listdir(p)])

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


class PathLike:
    pass


O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 0o100, 0o200, 0o1000, 0o2000
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
for _name in ('chdir', 'chmod', 'symlink', 'link', 'readlink', 'utime', 'umask', 'getuid', 'geteuid', 'getgid', 'getppid', 'uname', 'open',
              'close', 'read', 'write', 'truncate', 'isatty', '_disk', 'strerror'):
    if hasattr(_os, _name):
        globals()[_name] = getattr(_os, _name)
del _name


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def fdopen(fd, *args, **kwargs):
    import builtins
    return builtins.open(fd, *args, **kwargs)


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


def times():
    import time
    now = time.process_time()
    return (now, 0.0, 0.0, 0.0, time.monotonic())
