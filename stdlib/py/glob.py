"""File names found by shell patterns."""
import fnmatch
import os

__all__ = ['escape', 'glob', 'iglob']


def _has_magic(s):
    return '*' in s or '?' in s or '[' in s


has_magic = _has_magic


def escape(pathname):
    if isinstance(pathname, bytes):
        return os.fsencode(escape(os.fsdecode(pathname)))
    return ''.join([f'[{c}]' if c in '*?[' else c for c in pathname])


def _entries(folder, hidden):
    try:
        names = os.listdir(folder or '.')
    except OSError:
        return []
    return names if hidden else [n for n in names if not n.startswith('.')]


def _expand(prefix, parts, root, recursive, hidden):
    if not parts:
        yield prefix
        return
    part, rest = parts[0], parts[1:]

    def full(p):
        return os.path.join(root, p) if root else p

    if recursive and part == '**':
        yield from _expand(prefix, rest, root, recursive, hidden) if rest else [prefix] if prefix else []
        for name in _entries(full(prefix), hidden):
            path = os.path.join(prefix, name)
            if os.path.isdir(full(path)):
                if not os.path.islink(full(path)):
                    yield from _expand(path, parts, root, recursive, hidden)
                elif not rest:
                    yield path
            elif not rest:
                yield path
        return
    if not _has_magic(part):
        path = os.path.join(prefix, part)
        if rest or part == '':
            if os.path.isdir(full(path)):
                yield from _expand(path, rest, root, recursive, hidden)
        elif os.path.lexists(full(path)):
            yield path
        return
    for name in fnmatch.filter(_entries(full(prefix), hidden or part.startswith('.')), part):
        path = os.path.join(prefix, name)
        if not rest or os.path.isdir(full(path)):
            yield from _expand(path, rest, root, recursive, hidden)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = os.fspath(pathname)
    if isinstance(pathname, bytes):
        found = iglob(os.fsdecode(pathname), root_dir=None if root_dir is None else os.fsdecode(root_dir), recursive=recursive,
                      include_hidden=include_hidden)
        yield from map(os.fsencode, found)
        return
    if root_dir is not None:
        root_dir = os.fspath(root_dir)
    prefix = '/' if pathname.startswith('/') else ''
    parts = pathname.strip('/').split('/') if pathname.strip('/') else []
    if pathname.endswith('/') and parts:
        parts.append('')
    seen = set()
    for path in _expand(prefix, parts, root_dir, recursive, include_hidden):
        if path not in seen:
            seen.add(path)
            if recursive and parts and parts[-1] == '**' and os.path.isdir(os.path.join(root_dir or '', path)) and path == '/'.join(parts[:-1]):
                path += '/'
            yield path


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))
