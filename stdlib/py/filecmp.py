"""Comparing files and folders."""
import os
import stat

__all__ = ['clear_cache', 'cmp', 'dircmp', 'cmpfiles', 'DEFAULT_IGNORES']

DEFAULT_IGNORES = ['RCS', 'CVS', 'tags', '.git', '.hg', '.bzr', '_darcs', '__pycache__']
BUFSIZE = 8 * 1024
_cache = {}


def clear_cache():
    _cache.clear()


def _signature(path):
    found = os.stat(path)
    return stat.S_IFMT(found.st_mode), found.st_size, found.st_mtime


def cmp(f1, f2, shallow=True):
    """Are two files equal? A shallow look is content with equal types, sizes and times."""
    s1, s2 = _signature(f1), _signature(f2)
    if s1[0] != stat.S_IFREG or s2[0] != stat.S_IFREG:
        return False
    if shallow and s1 == s2:
        return True
    if s1[1] != s2[1]:
        return False
    key = f1, f2, s1, s2
    equal = _cache.get(key)
    if equal is None:
        equal = _same_contents(f1, f2)
        if len(_cache) > 100:
            clear_cache()
        _cache[key] = equal
    return equal


def _same_contents(f1, f2):
    with open(f1, 'rb') as a, open(f2, 'rb') as b:
        while True:
            piece = a.read(BUFSIZE)
            if piece != b.read(BUFSIZE):
                return False
            if not piece:
                return True


def cmpfiles(a, b, common, shallow=True):
    """(equal, different, incomparable) names of the files two folders share."""
    found = [], [], []
    for name in common:
        try:
            found[0 if cmp(os.path.join(a, name), os.path.join(b, name), shallow) else 1].append(name)
        except (OSError, ValueError):
            found[2].append(name)
    return found


class dircmp:
    """What two folders have in common and what not; the attributes are worked out when asked for."""

    def __init__(self, a, b, ignore=None, hide=None):
        self.left = a
        self.right = b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore

    def _names(self, folder):
        return sorted([name for name in os.listdir(folder) if name not in self.hide and name not in self.ignore])

    def phase0(self):
        self.left_list = self._names(self.left)
        self.right_list = self._names(self.right)

    def phase1(self):
        a = {os.path.normcase(name): name for name in self.left_list}
        b = {os.path.normcase(name): name for name in self.right_list}
        self.common = [name for key, name in a.items() if key in b]
        self.left_only = [name for key, name in a.items() if key not in b]
        self.right_only = [name for key, name in b.items() if key not in a]

    def phase2(self):
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            try:
                a = stat.S_IFMT(os.stat(os.path.join(self.left, name)).st_mode)
                b = stat.S_IFMT(os.stat(os.path.join(self.right, name)).st_mode)
            except OSError:
                a, b = None, 0
            if a == b == stat.S_IFDIR:
                self.common_dirs.append(name)
            elif a == b == stat.S_IFREG:
                self.common_files.append(name)
            else:
                self.common_funny.append(name)

    def phase3(self):
        self.same_files, self.diff_files, self.funny_files = cmpfiles(self.left, self.right, self.common_files)

    def phase4(self):
        self.subdirs = {name: self.__class__(os.path.join(self.left, name), os.path.join(self.right, name), self.ignore, self.hide)
                        for name in self.common_dirs}

    def phase4_closure(self):
        self.phase4()
        for part in self.subdirs.values():
            part.phase4_closure()

    def report(self):
        print('diff', self.left, self.right)
        for title, names in (('Only in ' + str(self.left), self.left_only), ('Only in ' + str(self.right), self.right_only),
                             ('Identical files', self.same_files), ('Differing files', self.diff_files),
                             ('Trouble with common files', self.funny_files), ('Common subdirectories', self.common_dirs),
                             ('Common funny cases', self.common_funny)):
            if names:
                print(title, ':', sorted(names))

    def report_partial_closure(self):
        self.report()
        for part in self.subdirs.values():
            print()
            part.report()

    def report_full_closure(self):
        self.report()
        for part in self.subdirs.values():
            print()
            part.report_full_closure()

    _phases = dict(subdirs=phase4, same_files=phase3, diff_files=phase3, funny_files=phase3, common_dirs=phase2, common_files=phase2,
                   common_funny=phase2, common=phase1, left_only=phase1, right_only=phase1, left_list=phase0, right_list=phase0)

    def __getattr__(self, name):
        phase = self._phases.get(name)
        if phase is None:
            raise AttributeError(name)
        phase(self)
        return getattr(self, name)

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)
