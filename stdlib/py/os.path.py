"""Path names."""
import _os

sep = '/'
curdir = '.'
pardir = '..'
extsep = '.'
pathsep = ':'
altsep = None
devnull = '/dev/null'


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


def join(a, *p):
    path = _text(a)
    s = _sep(path)
    for b in p:
        b = _text(b)
        if type(b) is not type(path) and isinstance(b, str) != isinstance(path, str):
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
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = list(map(_text, paths))
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    if len(set([p.startswith('/') for p in paths])) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[c for c in p.split('/') if c and c != '.'] for p in paths]
    low, high = min(parts), max(parts)
    common = low
    for i, c in enumerate(low):
        if c != high[i]:
            common = low[:i]
            break
    return ('/' if paths[0].startswith('/') else '') + '/'.join(common)


def normpath(path):
    path = _text(path)
    if not path:
        return '.'
    slashes = 0
    if path.startswith('/'):
        slashes = 2 if path.startswith('//') and not path.startswith('///') else 1
    parts = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or not slashes and not parts or parts and parts[-1] == '..':
            parts.append(part)
        elif parts:
            parts.pop()
    return '/' * slashes + '/'.join(parts) or '.'


def abspath(path):
    path = _text(path)
    return normpath(path if isabs(path) else join(_os.getcwd(), path))


def relpath(path, start=None):
    if not path:
        raise ValueError('no path specified')
    a = [x for x in abspath(start or '.').split('/') if x]
    b = [x for x in abspath(path).split('/') if x]
    i = 0
    while i < len(a) and i < len(b) and a[i] == b[i]:
        i += 1
    return '/'.join(['..'] * (len(a) - i) + b[i:]) or '.'


def realpath(path, *, strict=False):
    return _os.realpath(abspath(path))


def expanduser(path):
    path = _text(path)
    if path == '~' or path.startswith('~/'):
        home = _os.environ().get('HOME')
        if home:
            return home.rstrip('/') + path[1:] or '/'
    return path


def expandvars(path):
    import re
    values = _os.environ()
    return re.sub(r'\$(\w+|\{[^}]*\})', lambda m: values.get(m.group(1).strip('{}'), m.group()), path)


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
    return _need(a)[5] == _need(b)[5]
