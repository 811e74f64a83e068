import fnmatch
import glob
import os
import os.path
import tempfile


def error(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


print(os.path.join(b'a', b'b'), os.path.normpath(b'a/./b/../c'), os.path.splitext(b'x.y'), os.path.commonpath([b'/a/b', b'/a/c']), os.path.relpath(b'/a/b', b'/a/c'))
print(os.path.commonprefix([['a', 'b'], ['a', 'c']]), os.path.commonprefix(['abc', 'abd']), os.path.isabs(b'/x'), os.path.ismount('/'))
error(os.path.join, 'a', b'b')
error(os.path.join, 'a', 5)
error(os.path.commonpath, ['a', b'b'])
error(os.path.commonpath, [])
error(os.fspath, 5)
os.environ['OS_FILES_TEST'] = 'value'
print(os.path.expandvars('$OS_FILES_TEST/${OS_FILES_TEST}/$NOT_THERE'), os.path.expandvars(b'$OS_FILES_TEST'), os.environ.get('OS_FILES_TEST'))
error(os.environ.__setitem__, 'x', 1)
error(lambda: os.environ[5])
error(lambda: os.environ['NOT_THERE'])
del os.environ['OS_FILES_TEST']


class Named:
    def __fspath__(self):
        return 'named'


print(isinstance(Named(), os.PathLike), isinstance('x', os.PathLike), os.fsencode(Named()), ascii(os.fsdecode(b'\xff')))
error(os.PathLike)

with tempfile.TemporaryDirectory() as folder:
    descriptor, name = tempfile.mkstemp(dir=folder, suffix='.txt')
    with os.fdopen(descriptor, 'w') as file:
        file.write('hello')
    found = os.stat(name)
    print(found.st_size, found.st_size == found[6], os.path.samefile(name, name), found.st_mtime_ns // 10 ** 9 == int(found.st_mtime), found.st_nlink)
    descriptor = os.open(name, os.O_RDWR)
    print(os.fstat(descriptor).st_size, os.read(descriptor, 2), os.lseek(descriptor, 0, os.SEEK_SET), os.read(descriptor, 9))
    with open(descriptor, 'rb', closefd=False) as file:
        file.seek(1)
        print(file.read())
    os.ftruncate(descriptor, 3)
    os.close(descriptor)
    error(os.close, descriptor)
    print(os.path.getsize(name))
    for path in ('sub/deep', 'other'):
        os.makedirs(os.path.join(folder, path))
    for path in ('a.py', 'b.txt', '.hidden', 'sub/c.py', 'sub/deep/d.py', '[x].py'):
        with open(os.path.join(folder, path), 'w'):
            pass
    os.remove(name)
    os.chdir(folder)
    print(sorted(glob.glob('*.py')), sorted(glob.glob('**/*.py', recursive=True)), sorted(glob.glob(b'*')), sorted(glob.glob('.*')), glob.glob(glob.escape('[x].py')))
    print(sorted(glob.glob('**', recursive=True)), sorted(glob.glob('*/')), sorted(glob.glob('*.py', root_dir='sub')), sorted(os.listdir(b'.')))
    print([(top, sorted(folders), sorted(files)) for top, folders, files in sorted(os.walk('.'))])
    with os.scandir('.') as entries:
        print(sorted([(entry.name, entry.is_dir(), entry.is_file(), entry.path) for entry in entries]))
    os.chdir('/')
for pattern in ['*', 'a*b*c', '[a-c]', '[!a]', '[]]', '[z-a]', '[a-', '**x', '?.py', '[^x]', 'a[!b-d]e', '[!]', '[--0]']:
    print(pattern, fnmatch.translate(pattern), fnmatch.filter(['abc', 'a', 'b', ']', 'axbyc', 'z.py', 'aee', '^', '-', 'x'], pattern))
print(fnmatch.fnmatch('a' * 50, '*a*a*a*a*a*a*a*a*a*a*b'), fnmatch.fnmatch(b'ab', b'a?'))
