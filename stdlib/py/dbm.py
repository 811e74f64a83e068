"""Databases of bytes by bytes, in files."""
import io
import os

__all__ = ['open', 'whichdb', 'error']


class _Error(Exception):
    pass


error = _Error, OSError
_names = ['dbm.gnu', 'dbm.ndbm', 'dbm.dumb']
_defaultmod = None
_modules = {}


def _kind(name):
    """One of the kinds of databases, if it is there."""
    global _defaultmod
    if name not in _modules:
        try:
            _modules[name] = __import__(name, fromlist=['open'])
        except ImportError:
            return None
    if _defaultmod is None:
        _defaultmod = _modules[name]
    return _modules[name]


def open(file, flag='r', mode=0o666):
    for name in _names:
        _kind(name)
    if not _defaultmod:
        raise ImportError(f'no dbm clone found; tried {_names}')
    found = whichdb(file) if 'n' not in flag else None
    if found is None:
        if 'c' in flag or 'n' in flag:
            module = _defaultmod
        else:
            raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
    elif found == '':
        raise error[0]('db type could not be determined')
    else:
        module = _kind(found)
        if module is None:
            raise error[0](f'db type is {found}, but the module is not available')
    return module.open(file, flag, mode)


def whichdb(filename):
    """The module of a database: None when there is none, '' when it is not known."""
    filename = os.fsencode(filename)
    try:
        io.open(filename + b'.pag', 'rb').close()
        io.open(filename + b'.dir', 'rb').close()
        return 'dbm.ndbm'
    except OSError:
        pass
    try:
        os.stat(filename + b'.dat')
        if os.stat(filename + b'.dir').st_size == 0:
            return 'dbm.dumb'
        with io.open(filename + b'.dir', 'rb') as f:
            if f.read(1) in (b"'", b'"'):
                return 'dbm.dumb'
    except OSError:
        pass
    try:
        with io.open(filename, 'rb') as f:
            start = f.read(16)
    except OSError:
        return None
    if len(start) < 4:
        return ''
    magic = int.from_bytes(start[:4], 'little')
    if magic in (0x13579ace, 0x13579acd, 0x13579acf) or int.from_bytes(start[:4], 'big') in (0x13579ace, 0x13579acd, 0x13579acf):
        return 'dbm.gnu'
    return ''
