"""Paths as objects."""
import fnmatch
import io
import os
import os.path as _p
from collections.abc import Sequence as _Sequence

__all__ = ['PurePath', 'PurePosixPath', 'PureWindowsPath', 'Path', 'PosixPath', 'WindowsPath']


class _Parents(_Sequence):
    def __init__(self, path):
        self._path = path
        self._names = path._names

    def __len__(self):
        return len(self._names)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return tuple([self[k] for k in range(*i.indices(len(self)))])
        if i >= len(self) or i < -len(self):
            raise IndexError(i)
        if i < 0:
            i += len(self)
        return self._path._made(self._path._root, self._names[:len(self._names) - 1 - i])

    def __repr__(self):
        return f'<{type(self._path).__name__}.parents>'


class PurePath(os.PathLike):
    __slots__ = ('_root', '_names', '_hash')
    _windows = False

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        return cls._parsed(args)

    @classmethod
    def _parsed(cls, args):
        root, names = '', []
        for arg in args:
            if isinstance(arg, PurePath):
                if arg._root:
                    root, names = arg._root, list(arg._names)
                else:
                    names.extend(arg._names)
                continue
            text = os.fspath(arg)
            if not isinstance(text, str):
                raise TypeError(f'argument should be a str object or an os.PathLike object returning str, not {type(text)!r}')
            if text.startswith('/'):
                root, names = '//' if text.startswith('//') and not text.startswith('///') else '/', []
            names.extend([part for part in text.split('/') if part and part != '.'])
        return cls._made_as(cls, root, names)

    @staticmethod
    def _made_as(cls, root, names):
        self = object.__new__(cls)
        self._root = root
        self._names = tuple(names)
        return self

    def _made(self, root, names):
        return PurePath._made_as(type(self), root, names)

    def __str__(self):
        return self._root + '/'.join(self._names) or '.'

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(str(self))

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        return 'file://' + quote_from_bytes(bytes(self))

    def _key(self):
        return (self._root, self._names)

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key() == other._key() and self._windows is other._windows

    def __hash__(self):
        return hash(self._key())

    def _order(self):
        root, names = self._key()
        return (root, *names) if root else names

    def __lt__(self, other):
        return self._order() < other._order() if isinstance(other, PurePath) and self._windows is other._windows else NotImplemented

    def __le__(self, other):
        return self._order() <= other._order() if isinstance(other, PurePath) and self._windows is other._windows else NotImplemented

    def __gt__(self, other):
        return self._order() > other._order() if isinstance(other, PurePath) and self._windows is other._windows else NotImplemented

    def __ge__(self, other):
        return self._order() >= other._order() if isinstance(other, PurePath) and self._windows is other._windows else NotImplemented

    def __truediv__(self, other):
        try:
            return self._parsed((self, other))
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, other):
        try:
            return self._parsed((other, self))
        except TypeError:
            return NotImplemented

    def joinpath(self, *args):
        return self._parsed((self, *args))

    @property
    def drive(self):
        return ''

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def parts(self):
        return ((self._root,) if self._root else ()) + self._names

    @property
    def name(self):
        return self._names[-1] if self._names else ''

    @property
    def suffix(self):
        name = self.name
        i = name.rfind('.')
        return name[i:] if 0 < i < len(name) - 1 else ''

    @property
    def suffixes(self):
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + s for s in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        name = self.name
        i = name.rfind('.')
        return name[:i] if 0 < i < len(name) - 1 else name

    @property
    def parent(self):
        return self._made(self._root, self._names[:-1])

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def with_name(self, name):
        if not self._names:
            raise ValueError(f'{self!r} has an empty name')
        if not name or '/' in name or name == '.':
            raise ValueError(f'Invalid name {name!r}')
        return self._made(self._root, self._names[:-1] + (name,))

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if '/' in suffix or suffix and not suffix.startswith('.') or suffix == '.':
            raise ValueError(f'Invalid suffix {suffix!r}')
        name = self.name
        if not name:
            raise ValueError(f'{self!r} has an empty name')
        old = self.suffix
        return self.with_name(name[:len(name) - len(old)] + suffix if old else name + suffix)

    def relative_to(self, *other):
        if not other:
            raise TypeError('need at least one argument')
        base = self._parsed(other)
        n = len(base._names)
        if base._root != self._root or self._names[:n] != base._names:
            raise ValueError(f'{str(self)!r} is not in the subpath of {str(base)!r} OR one path is relative and the other is absolute.')
        return self._made('', self._names[n:])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def match(self, path_pattern):
        pattern = self._parsed((path_pattern,))
        wanted, mine = pattern.parts, self.parts
        if not wanted:
            raise ValueError('empty pattern')
        if pattern._root:
            if len(mine) != len(wanted):
                return False
        elif len(wanted) > len(mine):
            return False
        return all(fnmatch.fnmatchcase(a, b) for a, b in zip(reversed(mine), reversed(wanted)))

    def __reduce__(self):
        return self.__class__, self.parts


class PurePosixPath(PurePath):
    __slots__ = ()


_RESERVED = {'CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$', *[d + c for d in ('COM', 'LPT') for c in '123456789\xb9\xb2\xb3']}


def _split_windows(text):
    """Drive, root and the rest of a path with backslashes."""
    prefix = ''
    if text.startswith('\\\\?\\'):
        prefix, text = text[:4], text[4:]
        if text.startswith('UNC\\'):
            prefix, text = prefix + 'UNC', '\\' + text[3:]
    if text[:2] == '\\\\' and text[2:3] != '\\':
        share = text.find('\\', 2)
        if share != -1:
            end = text.find('\\', share + 1)
            if end != share + 1:
                if end == -1:
                    end = len(text)
                return prefix + text[1:end] if prefix else text[:end], '\\', text[end + 1:]
    drive = ''
    if text[1:2] == ':' and text[0].isascii() and text[0].isalpha():
        drive, text = text[:2], text[2:]
    root = '\\' if text.startswith('\\') else ''
    return prefix + drive, root, text.lstrip('\\') if root else text


class PureWindowsPath(PurePath):
    """A path of Windows. `_root` holds drive and root together."""
    __slots__ = ()
    _windows = True

    @classmethod
    def _parsed(cls, args):
        texts = []
        for arg in args:
            if isinstance(arg, PurePath):
                texts.extend(arg.parts)
                continue
            text = os.fspath(arg)
            if not isinstance(text, str):
                raise TypeError(f'argument should be a str object or an os.PathLike object returning str, not {type(text)!r}')
            texts.append(text)
        drive = root = ''
        names = []
        pieces = [_split_windows(text.replace('/', '\\')) for text in texts if text]
        for at in range(len(pieces) - 1, -1, -1):
            drive, root, rest = pieces[at]
            names[:0] = [part for part in rest.split('\\') if part and part != '.']
            if drive or root:
                if not drive:
                    drive = next((p[0] for p in reversed(pieces[:at]) if p[0]), '')
                break
        return cls._made_as(cls, drive + root, names)

    def _joined(self, args):
        other = self._parsed(args)
        if other.root:
            return other if other.drive or not self.drive else self._made(self.drive + other.root, other._names)
        if other.drive:
            if other.drive.lower() == self.drive.lower():
                return self._made(self._root, self._names + other._names)
            return other
        return self._made(self._root, self._names + other._names)

    def __truediv__(self, other):
        try:
            return self._joined((other,))
        except TypeError:
            return NotImplemented

    def joinpath(self, *args):
        return self._joined(args)

    def __str__(self):
        return self._root + '\\'.join(self._names) or '.'

    def as_posix(self):
        return str(self).replace('\\', '/')

    def __repr__(self):
        return f'{type(self).__name__}({self.as_posix()!r})'

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        drive = self.drive
        if len(drive) == 2 and drive[1] == ':':
            return 'file:///' + drive + quote_from_bytes(self.as_posix()[2:].encode('utf-8'))
        return 'file:' + quote_from_bytes(self.as_posix().encode('utf-8'))

    def _key(self):
        return (self._root.lower(), tuple([n.lower() for n in self._names]))

    @property
    def drive(self):
        return _split_windows(self._root)[0]

    @property
    def root(self):
        return _split_windows(self._root)[1]

    def is_absolute(self):
        return bool(self.root and self.drive)

    def is_reserved(self):
        if not self.parts or self.parts[0].startswith('\\\\'):
            return False
        return self.parts[-1].partition('.')[0].partition(':')[0].rstrip(' ').upper() in _RESERVED

    def with_name(self, name):
        if not self._names:
            raise ValueError(f'{self!r} has an empty name')
        parsed = self._parsed((name,))
        if not name or name[-1] in '\\/' or parsed._root or len(parsed._names) != 1:
            raise ValueError(f'Invalid name {name!r}')
        return self._made(self._root, self._names[:-1] + (name,))

    def with_suffix(self, suffix):
        if '\\' in suffix:
            raise ValueError(f'Invalid suffix {suffix!r}')
        return super().with_suffix(suffix)

    def relative_to(self, *other):
        if not other:
            raise TypeError('need at least one argument')
        base = self._parsed(other)

        def separate(path):
            return (path.drive, path.root, *path._names) if path.root else path.parts
        mine, wanted, sep = separate(self), separate(base), '\\'
        n = len(wanted)
        if self._root if not n else [p.lower() for p in mine[:n]] != [p.lower() for p in wanted]:
            raise ValueError(f'{str(self)!r} is not in the subpath of {base._root + sep.join(base._names)!r} OR one path is relative and the other is absolute.')
        root = self.root if n == 1 else ''
        return self._made(root, mine[n + bool(root):])

    def match(self, path_pattern):
        pattern = self._parsed((path_pattern.lower(),))
        wanted, mine = pattern.parts, self._key()
        if not wanted:
            raise ValueError('empty pattern')
        if pattern.drive and pattern.drive != self.drive.lower() or pattern.root and pattern.root != self.root:
            return False
        parts = (mine[0],) * bool(mine[0]) + mine[1]
        if pattern._root:
            if len(wanted) != len(parts):
                return False
            wanted = wanted[1:]
        elif len(wanted) > len(parts):
            return False
        return all(fnmatch.fnmatchcase(a, b) for a, b in zip(reversed(parts), reversed(wanted)))


class Path(PurePath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return (PosixPath if cls is Path else cls)._parsed(args)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(_p.expanduser('~'))

    def absolute(self):
        return self if self._root else self._parsed((os.getcwd(), self))

    def resolve(self, strict=False):
        text = _p.realpath(str(self))
        if strict and not _p.exists(text):
            raise FileNotFoundError(2, 'No such file or directory', str(self))
        return self._parsed((text,))

    def expanduser(self):
        return self._parsed((_p.expanduser(str(self)),)) if self._names and self._names[0][:1] == '~' and not self._root else self

    def stat(self, *, follow_symlinks=True):
        return os.stat(str(self), follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(str(self))

    def exists(self):
        return _p.exists(str(self))

    def is_dir(self):
        return _p.isdir(str(self))

    def is_file(self):
        return _p.isfile(str(self))

    def is_symlink(self):
        return _p.islink(str(self))

    def _is_kind(self, test):
        import stat
        try:
            return getattr(stat, test)(self.stat().st_mode)
        except (OSError, ValueError):
            return False

    def is_block_device(self):
        return self._is_kind('S_ISBLK')

    def is_char_device(self):
        return self._is_kind('S_ISCHR')

    def is_fifo(self):
        return self._is_kind('S_ISFIFO')

    def is_socket(self):
        return self._is_kind('S_ISSOCK')

    def is_mount(self):
        return _p.ismount(str(self))

    def samefile(self, other_path):
        a, b = self.stat(), os.stat(str(other_path))
        return a.st_ino == b.st_ino and a.st_size == b.st_size

    def owner(self):
        import pwd
        return pwd.getpwuid(self.stat().st_uid).pw_name

    def group(self):
        import grp
        return grp.getgrgid(self.stat().st_gid).gr_name

    def link_to(self, target):
        import warnings
        warnings.warn('pathlib.Path.link_to() is deprecated and is scheduled for removal in Python 3.12. Use pathlib.Path.hardlink_to() instead.',
                      DeprecationWarning, stacklevel=2)
        os.link(str(self), str(target))

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(str(self), mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open('r', -1, encoding, errors) as f:
            return f.read()

    def read_bytes(self):
        with self.open('rb') as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f'data must be str, not {type(data).__name__}')
        with self.open('w', -1, encoding, errors, newline) as f:
            return f.write(data)

    def write_bytes(self, data):
        data = bytes(memoryview(data))
        with self.open('wb') as f:
            return f.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok:
            try:
                os.utime(str(self))
                return
            except OSError:
                pass
        flags = os.O_CREAT | os.O_WRONLY
        os.close(os.open(str(self), flags if exist_ok else flags | os.O_EXCL, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(str(self), mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(str(self))

    def unlink(self, missing_ok=False):
        try:
            os.unlink(str(self))
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(str(self), str(target))
        return self._parsed((target,))

    def replace(self, target):
        os.replace(str(self), str(target))
        return self._parsed((target,))

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(str(self), mode)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(str(target), str(self))

    def hardlink_to(self, target):
        os.link(str(target), str(self))

    def readlink(self):
        return self._parsed((os.readlink(str(self)),))

    def iterdir(self):
        for name in os.listdir(str(self)):
            yield self._made(self._root, self._names + (name,))

    def _select(self, parts):
        if not parts:
            yield self
            return
        part, rest = parts[0], parts[1:]
        if part == '**':
            yield from self._select(rest)
            for child in self._children():
                if child.is_dir() and not child.is_symlink():
                    yield from child._select(parts)
            return
        if not ('*' in part or '?' in part or '[' in part):
            child = self._made(self._root, self._names + (part,)) if part != '..' else self / '..'
            if child.is_dir() if rest else child.exists() or child.is_symlink():
                yield from child._select(rest)
            return
        for child in self._children():
            if fnmatch.fnmatchcase(child.name, part) and (not rest or child.is_dir()):
                yield from child._select(rest)

    def _children(self):
        try:
            return list(self.iterdir())
        except OSError:
            return []

    def glob(self, pattern):
        if not pattern:
            raise ValueError(f'Unacceptable pattern: {pattern!r}')
        if pattern.startswith('/'):
            raise NotImplementedError('Non-relative patterns are unsupported')
        parts = [p for p in pattern.split('/') if p and p != '.']
        only_folders = pattern.endswith('/') or parts[-1] == '**'
        seen = set()
        for found in self._select(parts):
            if found not in seen and (not only_folders or found.is_dir()):
                seen.add(found)
                yield found

    def rglob(self, pattern):
        return self.glob('**/' + pattern)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for folder, folders, files in os.walk(str(self), top_down, on_error, follow_symlinks):
            yield self._parsed((folder,)), folders, files

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        pass


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise NotImplementedError("cannot instantiate 'WindowsPath' on your system")
