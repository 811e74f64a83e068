"""Operations on files and directories."""
import collections
import fnmatch
import os
import stat

__all__ = ['copyfileobj', 'copyfile', 'copymode', 'copystat', 'copy', 'copy2', 'copytree', 'move', 'rmtree', 'Error', 'SpecialFileError',
           'SameFileError', 'disk_usage', 'which', 'ignore_patterns', 'get_terminal_size', 'ExecError', 'ReadError', 'RegistryError',
           'make_archive', 'get_archive_formats', 'register_archive_format', 'unregister_archive_format', 'unpack_archive',
           'get_unpack_formats', 'register_unpack_format', 'unregister_unpack_format', 'chown']

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    pass


class SpecialFileError(OSError):
    pass


class ExecError(OSError):
    pass


class ReadError(OSError):
    pass


class RegistryError(Exception):
    pass


class _GiveupOnFastCopy(Exception):
    pass


_USE_CP_SENDFILE = _use_fd_functions = False


def copyfileobj(fsrc, fdst, length=0):
    while True:
        data = fsrc.read(length or COPY_BUFSIZE)
        if not data:
            break
        fdst.write(data)


def _samefile(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    src_text, dst_text = os.fspath(src), os.fspath(dst)
    if _samefile(src_text, dst_text):
        raise SameFileError(f'{src!r} and {dst!r} are the same file')
    for name in (src_text, dst_text):
        try:
            mode = os.stat(name).st_mode
        except OSError:
            continue
        if stat.S_ISFIFO(mode):
            raise SpecialFileError(f'`{name}` is a named pipe')
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


def _destinsrc(src, dst):
    src, dst = os.path.abspath(src), os.path.abspath(dst)
    return (dst if dst.endswith('/') else dst + '/').startswith(src if src.endswith('/') else src + '/')


def move(src, dst, copy_function=copy2):
    src_text, real = os.fspath(src), os.fspath(dst)
    if os.path.isdir(dst):
        if _samefile(src, dst) and not os.path.islink(src):
            os.rename(src_text, real)
            return
        real = os.path.join(real, os.path.basename(src_text.rstrip('/')))
        if os.path.exists(real):
            raise Error(f"Destination path '{real}' already exists")
    try:
        os.rename(src_text, real)
    except OSError:
        if os.path.islink(src_text):
            os.symlink(os.readlink(src_text), real)
            os.unlink(src_text)
        elif os.path.isdir(src_text):
            if _destinsrc(src_text, os.fspath(dst)):
                raise Error(f"Cannot move a directory '{src_text}' into itself '{os.fspath(dst)}'.") from None
            copytree(src_text, real, copy_function=copy_function, symlinks=True)
            rmtree(src_text)
        else:
            copy_function(src_text, real)
            os.unlink(src_text)
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


def chown(path, user=None, group=None):
    if user is None and group is None:
        raise ValueError('user and/or group must be set')

    def number(given, module, find, what):
        if given is None or isinstance(given, int):
            return -1 if given is None else given
        try:
            return getattr(__import__(module), find)(given)[2]
        except KeyError:
            raise LookupError(f'no such {what}: {given!r}') from None
    os.chown(path, number(user, 'pwd', 'getpwnam', 'user'), number(group, 'grp', 'getgrnam', 'group'))


# ---- archives -------------------------------------------------------------------------------

def _make_tarball(base_name, base_dir, compress='gzip', verbose=0, dry_run=0, owner=None, group=None, logger=None, root_dir=None):
    import tarfile
    name = base_name + ('.tar.gz' if compress == 'gzip' else '.tar')
    folder = os.path.dirname(name)
    if folder and not os.path.exists(folder) and not dry_run:
        os.makedirs(folder)

    def changed(info):
        if owner is not None:
            info.uname = owner
        if group is not None:
            info.gname = group
        return info
    if not dry_run:
        with tarfile.open(name, 'w:gz' if compress == 'gzip' else 'w') as tar:
            tar.add(base_dir if root_dir is None else os.path.join(root_dir, base_dir), base_dir, filter=changed)
    return name if root_dir is None else os.path.abspath(name)


def _make_zipfile(base_name, base_dir, verbose=0, dry_run=0, logger=None, owner=None, group=None, root_dir=None):
    import zipfile
    name = base_name + '.zip'
    folder = os.path.dirname(base_name)
    if folder and not os.path.exists(folder) and not dry_run:
        os.makedirs(folder)
    if not dry_run:
        base = os.path.normpath(base_dir if root_dir is None else os.path.join(root_dir, base_dir))
        with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED) as archive:
            def shown(path):
                return os.path.normpath(path) if root_dir is None else os.path.relpath(path, root_dir)
            if shown(base) != os.curdir:
                archive.write(base, shown(base))
            for path, folders, files in os.walk(base):
                for entry in sorted(folders):
                    archive.write(os.path.join(path, entry), shown(os.path.join(path, entry)))
                for entry in files:
                    full = os.path.join(path, entry)
                    if os.path.isfile(full) and os.path.abspath(full) != os.path.abspath(name):
                        archive.write(full, shown(full))
    return name if root_dir is None else os.path.abspath(name)


_make_tarball.supports_root_dir = _make_zipfile.supports_root_dir = True
_ARCHIVE_FORMATS = {'tar': (_make_tarball, [('compress', None)], 'uncompressed tar file'),
                    'gztar': (_make_tarball, [('compress', 'gzip')], "gzip'ed tar-file"), 'zip': (_make_zipfile, [], 'ZIP file')}


def get_archive_formats():
    return sorted([(name, entry[2]) for name, entry in _ARCHIVE_FORMATS.items()])


def register_archive_format(name, function, extra_args=None, description=''):
    extra_args = [] if extra_args is None else extra_args
    if not callable(function):
        raise TypeError(f'The {function} object is not callable')
    if not isinstance(extra_args, (tuple, list)):
        raise TypeError('extra_args needs to be a sequence')
    for element in extra_args:
        if not isinstance(element, (tuple, list)) or len(element) != 2:
            raise TypeError('extra_args elements are : (arg_name, value)')
    _ARCHIVE_FORMATS[name] = function, extra_args, description


def unregister_archive_format(name):
    del _ARCHIVE_FORMATS[name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None):
    try:
        function, extra, _ = _ARCHIVE_FORMATS[format]
    except KeyError:
        raise ValueError(f'unknown archive format {format!r}') from None
    kwargs = {'dry_run': dry_run, 'logger': logger, **dict(extra)}
    if format != 'zip':
        kwargs['owner'], kwargs['group'] = owner, group
    base_name = os.fspath(base_name)
    back = None
    if root_dir is not None:
        if not stat.S_ISDIR(os.stat(root_dir).st_mode):
            raise NotADirectoryError(20, 'Not a directory', root_dir)
        if getattr(function, 'supports_root_dir', False):
            kwargs['root_dir'] = root_dir
        else:
            back = os.getcwd()
            base_name = os.path.abspath(base_name)
            if not dry_run:
                os.chdir(root_dir)
    try:
        return function(base_name, os.curdir if base_dir is None else base_dir, **kwargs)
    finally:
        if back is not None:
            os.chdir(back)


def _unpack_zipfile(filename, extract_dir):
    import zipfile
    if not zipfile.is_zipfile(filename):
        raise ReadError(f'{filename} is not a zip file')
    with zipfile.ZipFile(filename) as archive:
        for info in archive.infolist():
            if info.filename.startswith('/') or '..' in info.filename:
                continue
            target = os.path.join(extract_dir, *info.filename.split('/'))
            folder = os.path.dirname(target)
            if not os.path.isdir(folder):
                os.makedirs(folder)
            if not info.filename.endswith('/'):
                with archive.open(info.filename) as source, open(target, 'wb') as out:
                    copyfileobj(source, out)


def _unpack_tarfile(filename, extract_dir, *, filter=None):
    import tarfile
    try:
        archive = tarfile.open(filename)
    except tarfile.TarError:
        raise ReadError(f'{filename} is not a compressed or uncompressed tar file') from None
    with archive:
        archive.extractall(extract_dir, filter=filter)


_UNPACK_FORMATS = {'tar': (['.tar'], _unpack_tarfile, [], 'uncompressed tar file'), 'zip': (['.zip'], _unpack_zipfile, [], 'ZIP file'),
                   'gztar': (['.tar.gz', '.tgz'], _unpack_tarfile, [], "gzip'ed tar-file")}


def get_unpack_formats():
    return sorted([(name, entry[0], entry[3]) for name, entry in _UNPACK_FORMATS.items()])


def register_unpack_format(name, extensions, function, extra_args=None, description=''):
    known = {extension: name for name, entry in _UNPACK_FORMATS.items() for extension in entry[0]}
    for extension in extensions:
        if extension in known:
            raise RegistryError(f'{extension} is already registered for "{known[extension]}"')
    if not callable(function):
        raise TypeError('The registered function must be a callable')
    _UNPACK_FORMATS[name] = extensions, function, [] if extra_args is None else extra_args, description


def unregister_unpack_format(name):
    del _UNPACK_FORMATS[name]


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    extract_dir = os.getcwd() if extract_dir is None else os.fspath(extract_dir)
    filename = os.fspath(filename)
    options = {} if filter is None else {'filter': filter}
    if format is not None:
        try:
            entry = _UNPACK_FORMATS[format]
        except KeyError:
            raise ValueError(f"Unknown unpack format '{format}'") from None
    else:
        entry = next((entry for entry in _UNPACK_FORMATS.values() if any(filename.endswith(ext) for ext in entry[0])), None)
        if entry is None:
            raise ReadError(f"Unknown archive format '{filename}'")
    entry[1](filename, extract_dir, **dict(entry[2]), **options)
