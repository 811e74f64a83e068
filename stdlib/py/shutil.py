"""Operations on files and directories."""
import collections
import fnmatch
import os

__all__ = ['copyfileobj', 'copyfile', 'copymode', 'copystat', 'copy', 'copy2', 'copytree', 'move', 'rmtree', 'Error', 'SpecialFileError',
           'SameFileError', 'disk_usage', 'which', 'ignore_patterns', 'get_terminal_size']

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    pass


class SpecialFileError(OSError):
    pass


def copyfileobj(fsrc, fdst, length=0):
    while True:
        data = fsrc.read(length or COPY_BUFSIZE)
        if not data:
            break
        fdst.write(data)


def copyfile(src, dst, *, follow_symlinks=True):
    src_text, dst_text = os.fspath(src), os.fspath(dst)
    if os.path.exists(dst_text) and os.path.realpath(src_text) == os.path.realpath(dst_text):
        raise SameFileError(f'{src!r} and {dst!r} are the same file')
    if not follow_symlinks and os.path.islink(src_text):
        os.symlink(os.readlink(src_text), dst_text)
        return dst
    with open(src_text, 'rb') as fsrc, open(dst_text, 'wb') as fdst:
        copyfileobj(fsrc, fdst)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, os.stat(src).st_mode & 0o7777)


def copystat(src, dst, *, follow_symlinks=True):
    found = os.stat(src)
    os.chmod(dst, found.st_mode & 0o7777)
    os.utime(dst, (found.st_atime, found.st_mtime))


def _target(src, dst):
    return os.path.join(dst, os.path.basename(os.fspath(src))) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    dst = _target(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = _target(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst)
    return dst


def ignore_patterns(*patterns):
    def _ignore_patterns(path, names):
        ignored = []
        for pattern in patterns:
            ignored.extend(fnmatch.filter(names, pattern))
        return set(ignored)
    return _ignore_patterns


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    src_text, dst_text = os.fspath(src), os.fspath(dst)
    names = os.listdir(src_text)
    ignored = set(ignore(src_text, names)) if ignore is not None else set()
    os.makedirs(dst_text, exist_ok=dirs_exist_ok)
    errors = []
    for name in names:
        if name in ignored:
            continue
        from_, to = os.path.join(src_text, name), os.path.join(dst_text, name)
        try:
            if symlinks and os.path.islink(from_):
                os.symlink(os.readlink(from_), to)
            elif os.path.isdir(from_):
                copytree(from_, to, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(from_, to)
        except Error as err:
            errors.extend(err.args[0])
        except OSError as why:
            errors.append((from_, to, str(why)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    def failed(function, p, error):
        if ignore_errors:
            return
        if onerror is None:
            raise error
        onerror(function, p, (type(error), error, error.__traceback__))
    try:
        if os.path.islink(path):
            raise OSError('Cannot call rmtree on a symbolic link')
        names = os.listdir(path)
    except OSError as error:
        failed(os.listdir, path, error)
        return
    for name in names:
        full = os.path.join(path, name)
        if os.path.isdir(full) and not os.path.islink(full):
            rmtree(full, ignore_errors, onerror)
        else:
            try:
                os.unlink(full)
            except OSError as error:
                failed(os.unlink, full, error)
    try:
        os.rmdir(path)
    except OSError as error:
        failed(os.rmdir, path, error)


def move(src, dst, copy_function=copy2):
    real = dst
    if os.path.isdir(dst):
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip('/')))
        if os.path.exists(real):
            raise Error(f"Destination path '{real}' already exists")
    try:
        os.rename(src, real)
    except OSError:
        if os.path.isdir(src):
            copytree(src, real, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, real)
            os.unlink(src)
    return real


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    if '/' in cmd:
        return cmd if os.path.isfile(cmd) and os.access(cmd, mode) else None
    for folder in (os.environ.get('PATH', '/bin:/usr/bin') if path is None else path).split(os.pathsep):
        name = os.path.join(folder, cmd)
        if os.path.isfile(name) and os.access(name, mode):
            return name
    return None


_usage = collections.namedtuple('usage', 'total used free')


def disk_usage(path):
    total, free = os._disk(path)
    return _usage(total, total - free, free)


_size = collections.namedtuple('terminal_size', 'columns lines')


def get_terminal_size(fallback=(80, 24)):
    def number(name, other):
        text = os.environ.get(name, '')
        return int(text) if text.isdigit() and int(text) else other
    return _size(number('COLUMNS', fallback[0]), number('LINES', fallback[1]))
