"""A database in two files: the values, and where they are."""
import ast
import io
import os
from collections.abc import MutableMapping

__all__ = ['error', 'open']
_BLOCKSIZE = 512
error = OSError


class _Database(MutableMapping):
    _os, _io = os, io

    def __init__(self, filebasename, mode, flag='c'):
        filebasename = os.fsencode(filebasename)
        self._mode = mode
        self._readonly = flag == 'r'
        self._dirfile = filebasename + b'.dir'
        self._datfile = filebasename + b'.dat'
        self._bakfile = filebasename + b'.bak'
        self._index = None
        self._create(flag)
        self._update(flag)

    def _create(self, flag):
        if flag == 'n':
            for name in (self._datfile, self._bakfile, self._dirfile):
                try:
                    os.remove(name)
                except OSError:
                    pass
        try:
            io.open(self._datfile, 'r', encoding='Latin-1').close()
        except OSError:
            if flag not in ('c', 'n'):
                raise
            with io.open(self._datfile, 'w', encoding='Latin-1'):
                self._chmod(self._datfile)

    def _update(self, flag):
        self._modified = False
        self._index = {}
        try:
            f = io.open(self._dirfile, 'r', encoding='Latin-1')
        except OSError:
            if flag not in ('c', 'n'):
                raise
            with io.open(self._dirfile, 'w', encoding='Latin-1'):
                self._chmod(self._dirfile)
        else:
            with f:
                for line in f:
                    key, place = ast.literal_eval(line.rstrip())
                    self._index[key.encode('Latin-1')] = place

    def _commit(self):
        if self._index is None or not self._modified:
            return
        try:
            os.unlink(self._bakfile)
        except OSError:
            pass
        try:
            os.rename(self._dirfile, self._bakfile)
        except OSError:
            pass
        with io.open(self._dirfile, 'w', encoding='Latin-1') as f:
            self._chmod(self._dirfile)
            for key, place in self._index.items():
                f.write(f'{key.decode("Latin-1")!r}, {place!r}\n')
        self._modified = False

    sync = _commit

    def _verify_open(self):
        if self._index is None:
            raise error('DBM object has already been closed')

    def _writable(self):
        if self._readonly:
            raise error('The database is opened for reading only')

    def __getitem__(self, key):
        if isinstance(key, str):
            key = key.encode('utf-8')
        self._verify_open()
        at, size = self._index[key]
        with io.open(self._datfile, 'rb') as f:
            f.seek(at)
            return f.read(size)

    def _append(self, value):
        with io.open(self._datfile, 'rb+') as f:
            end = f.seek(0, 2)
            at = (end + _BLOCKSIZE - 1) // _BLOCKSIZE * _BLOCKSIZE
            f.write(b'\0' * (at - end))
            f.write(value)
        return at, len(value)

    def _overwrite(self, at, value):
        with io.open(self._datfile, 'rb+') as f:
            f.seek(at)
            f.write(value)
        return at, len(value)

    def __setitem__(self, key, value):
        self._writable()
        if isinstance(key, str):
            key = key.encode('utf-8')
        elif not isinstance(key, (bytes, bytearray)):
            raise TypeError('keys must be bytes or strings')
        if isinstance(value, str):
            value = value.encode('utf-8')
        elif not isinstance(value, (bytes, bytearray)):
            raise TypeError('values must be bytes or strings')
        self._verify_open()
        self._modified = True
        if key not in self._index:
            place = self._index[key] = self._append(value)
            with io.open(self._dirfile, 'a', encoding='Latin-1') as f:
                self._chmod(self._dirfile)
                f.write(f'{key.decode("Latin-1")!r}, {place!r}\n')
            return
        at, size = self._index[key]
        blocks, needed = [(n + _BLOCKSIZE - 1) // _BLOCKSIZE for n in (size, len(value))]
        self._index[key] = self._overwrite(at, value) if needed <= blocks else self._append(value)

    def __delitem__(self, key):
        self._writable()
        if isinstance(key, str):
            key = key.encode('utf-8')
        self._verify_open()
        self._modified = True
        del self._index[key]
        self._commit()

    def keys(self):
        self._verify_open()
        return list(self._index)

    def items(self):
        self._verify_open()
        return [(key, self[key]) for key in self._index]

    def __contains__(self, key):
        if isinstance(key, str):
            key = key.encode('utf-8')
        self._verify_open()
        return key in self._index

    def iterkeys(self):
        self._verify_open()
        return iter(self._index)

    __iter__ = iterkeys

    def __len__(self):
        self._verify_open()
        return len(self._index)

    def close(self):
        try:
            self._commit()
        finally:
            self._index = self._datfile = self._dirfile = self._bakfile = None

    __del__ = close

    def _chmod(self, file):
        os.chmod(file, self._mode)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def open(file, flag='c', mode=0o666):
    """Opens a database; the mode of its files is masked by umask."""
    try:
        mask = os.umask(0)
        os.umask(mask)
        mode &= ~mask
    except AttributeError:
        pass
    if flag not in ('r', 'w', 'c', 'n'):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    return _Database(file, mode, flag=flag)
