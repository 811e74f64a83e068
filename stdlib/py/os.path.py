"""Path names."""
import _os

sep = '/'
curdir = '.'
pardir = '..'
extsep = '.'
pathsep = ':'
altsep = None
devnull = '/dev/null'
defpath = '/bin:/usr/bin'


def _text(p):
    if isinstance(p, (str, bytes)):
        return p
    if hasattr(type(p), '__fspath__'):
        return type(p).__fspath__(p)
    raise TypeError(f'expected str, bytes or os.PathLike object, not {type(p).__name__}')


def _sep(p):
    return b'/' if isinstance(p, bytes) else '/'


def normcase(s):
    return _text(s)


def isabs(s):
    s = _text(s)
    return s.startswith(_sep(s))


def _check(function, *args):
    """Explains a TypeError of mixed or wrong arguments."""
    for arg in args:
        if not isinstance(arg, (str, bytes)):
            raise TypeError(f'{function}() argument must be str, bytes, or os.PathLike object, not {arg.__class__.__name__!r}') from None
    if len({isinstance(arg, str) for arg in args}) > 1:
        raise TypeError("Can't mix strings and bytes in path components") from None


def join(a, *p):
    path = _text(a)
    s = _sep(path)
    for b in p:
        if not isinstance(b, (str, bytes)):
            if not hasattr(type(b), '__fspath__'):
                _check('join', b)
            b = _text(b)
        if isinstance(b, str) != isinstance(path, str):
            raise TypeError("Can't mix strings and bytes in path components")
        if b.startswith(s):
            path = b
        elif not path or path.endswith(s):
            path += b
        else:
            path += s + b
    return path


def split(p):
    p = _text(p)
    s = _sep(p)
    i = p.rfind(s) + 1
    head, tail = p[:i], p[i:]
    if head and head != s * len(head):
        head = head.rstrip(s)
    return head, tail


def splitext(p):
    p = _text(p)
    dot = b'.' if isinstance(p, bytes) else '.'
    slash = p.rfind(_sep(p))
    at = p.rfind(dot)
    if at > slash:
        first = slash + 1
        while first < at:
            if p[first:first + 1] != dot:
                return p[:at], p[at:]
            first += 1
    return p, p[:0]


def splitdrive(p):
    p = _text(p)
    return p[:0], p


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def commonprefix(m):
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_text, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = tuple(map(_text, paths))
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    _check('commonpath', *paths)
    s = _sep(paths[0])
    dot = b'.' if s == b'/' else '.'
    if len({p.startswith(s) for p in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths") from None
    parts = [[c for c in p.split(s) if c and c != dot] for p in paths]
    low, high = min(parts), max(parts)
    common = low
    for i, c in enumerate(low):
        if c != high[i]:
            common = low[:i]
            break
    return (s if paths[0].startswith(s) else s[:0]) + s.join(common)


def normpath(path):
    path = _text(path)
    s = _sep(path)
    dot = b'.' if s == b'/' else '.'
    if not path:
        return dot
    slashes = 0
    if path.startswith(s):
        slashes = 2 if path.startswith(s * 2) and not path.startswith(s * 3) else 1
    parts = []
    for part in path.split(s):
        if not part or part == dot:
            continue
        if part != dot * 2 or not slashes and not parts or parts and parts[-1] == dot * 2:
            parts.append(part)
        elif parts:
            parts.pop()
    return s * slashes + s.join(parts) or dot


def abspath(path):
    path = _text(path)
    if not isabs(path):
        cwd = _os.getcwd()
        path = join(cwd.encode('utf-8', 'surrogateescape') if isinstance(path, bytes) else cwd, path)
    return normpath(path)


def relpath(path, start=None):
    if not path:
        raise ValueError('no path specified')
    path = _text(path)
    s = _sep(path)
    dot = b'.' if s == b'/' else '.'
    start = dot if start is None else _text(start)
    _check('relpath', path, start)
    a = [x for x in abspath(start).split(s) if x]
    b = [x for x in abspath(path).split(s) if x]
    i = len(commonprefix([a, b]))
    return s.join([dot * 2] * (len(a) - i) + b[i:]) or dot


def realpath(path, *, strict=False):
    path = _text(path)
    if strict:
        _need(path)
    if isinstance(path, bytes):
        return realpath(path.decode('utf-8', 'surrogateescape')).encode('utf-8', 'surrogateescape')
    if not isabs(path):
        path = join(_os.getcwd(), path)
    found = _os.realpath(path)
    return abspath(_followed(path, set())) if found is path else found


def _followed(path, open_links):
    """`path` without symbolic links as far as it exists; a link that leads back to itself stays."""
    done = '/'
    rest = path.split('/')[::-1]
    while rest:
        name = rest.pop()
        if name in ('', '.'):
            continue
        if name == '..':
            done = dirname(done)
            continue
        step = join(done, name)
        if not islink(step):
            done = step
        elif step in open_links:
            return join(step, *rest[::-1])
        else:
            open_links.add(step)
            done = _followed(join(done, _os.readlink(step)), open_links)
            open_links.discard(step)
    return done


def _environ():
    import os
    return os.environ


def expanduser(path):
    path = _text(path)
    tilde = b'~' if isinstance(path, bytes) else '~'
    s = _sep(path)
    if not path.startswith(tilde):
        return path
    end = path.find(s, 1)
    if end < 0:
        end = len(path)
    if end != 1:
        return path
    home = _environ().get('HOME')
    if home is None:
        return path
    if isinstance(path, bytes):
        home = home.encode('utf-8', 'surrogateescape')
    return home.rstrip(s) + path[end:] or s


def expandvars(path):
    import re
    path = _text(path)
    values = _environ()
    if isinstance(path, bytes):
        return expandvars(path.decode('utf-8', 'surrogateescape')).encode('utf-8', 'surrogateescape')
    return re.sub(r'\$(\w+|\{[^}]*\})', lambda m: values.get(m.group(1).strip('{}'), m.group()), path, flags=re.ASCII)


def _stat(path, follow=True):
    try:
        return _os.stat(path, follow)
    except (OSError, ValueError):
        return None


def exists(path):
    return _stat(path) is not None


def lexists(path):
    return _stat(path, False) is not None


def isdir(s):
    found = _stat(s)
    return found is not None and found[0] & 0o170000 == 0o040000


def isfile(path):
    found = _stat(path)
    return found is not None and found[0] & 0o170000 == 0o100000


def islink(path):
    found = _stat(path, False)
    return found is not None and found[0] & 0o170000 == 0o120000


def _need(path):
    found = _os.stat(path, True)
    if found is None:
        raise FileNotFoundError(2, 'No such file or directory', path)
    return found


def getsize(path):
    return _need(path)[1]


def getmtime(path):
    return _need(path)[2]


def getatime(path):
    return _need(path)[3]


def getctime(path):
    return _need(path)[4]


def samefile(a, b):
    a, b = _need(a), _need(b)
    return a[5] == b[5] and a[9] == b[9]


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def sameopenfile(fp1, fp2):
    import os
    return samestat(os.fstat(fp1), os.fstat(fp2))


def ismount(path):
    path = _text(path)
    found = _stat(path, False)
    if found is None or found[0] & 0o170000 == 0o120000:
        return False
    if isinstance(path, bytes):
        path = path.decode('utf-8', 'surrogateescape')
    path = realpath(path)
    if path == '/':
        return True
    try:
        with open('/proc/self/mounts') as file:
            return any(line.split(' ')[1] == path for line in file)
    except OSError:
        return False


supports_unicode_filenames = False
