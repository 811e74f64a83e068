"""Lines of source files by number, kept after the first reading."""
import os
import sys

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

# By file name: (size, mtime, lines, full name), or (a function giving the source,).
cache = {}


def clearcache():
    cache.clear()


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    """Forgets files that have changed."""
    if filename is None:
        names = list(cache)
    elif filename in cache:
        names = [filename]
    else:
        return
    for name in names:
        entry = cache[name]
        if len(entry) == 1:
            continue
        size, mtime, lines, fullname = entry
        if mtime is None:
            continue
        try:
            found = os.stat(fullname)
        except OSError:
            cache.pop(name, None)
            continue
        if size != found.st_size or mtime != found.st_mtime:
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    if filename in cache and len(cache[filename]) != 1:
        cache.pop(filename, None)
    if not filename or filename.startswith('<') and filename.endswith('>'):
        return []
    fullname = filename
    try:
        found = os.stat(fullname)
    except OSError:
        if lazycache(filename, module_globals):
            try:
                source = cache[filename][0]()
            except (ImportError, OSError):
                pass
            else:
                if source is None:
                    return []
                lines = [line + '\n' for line in source.splitlines()]
                cache[filename] = len(source), None, lines, fullname
                return lines
        if os.path.isabs(filename):
            return []
        for folder in sys.path:
            try:
                fullname = os.path.join(folder, filename)
            except (TypeError, AttributeError):
                continue
            try:
                found = os.stat(fullname)
                break
            except OSError:
                pass
        else:
            return []
    try:
        with open(fullname, 'rb') as file:
            lines = _decoded(file.read()).splitlines(True)
    except (OSError, UnicodeDecodeError, LookupError, SyntaxError):
        return []
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = found.st_size, found.st_mtime, lines, fullname
    return lines


def _decoded(data):
    import io
    import re
    encoding = 'utf-8-sig'
    for line in data.split(b'\n', 2)[:2]:
        declared = re.match(rb'[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', line)
        if declared:
            encoding = declared.group(1).decode()
            break
    return io.StringIO(data.decode(encoding), newline=None).read()


def lazycache(filename, module_globals):
    """Notes that a loader can tell the source, which is read when asked for."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith('<') and filename.endswith('>'):
        return False
    if module_globals and '__name__' in module_globals:
        name = module_globals['__name__']
        spec = module_globals.get('__spec__')
        if spec is not None:
            name = spec.name
        loader = getattr(spec, 'loader', None) or module_globals.get('__loader__')
        get_source = getattr(loader, 'get_source', None)
        if name and get_source:
            cache[filename] = (lambda: get_source(name),)
            return True
    return False
