import os, os.path
from os.path import join, basename
print(join('a', 'b'), join('a/', 'b'), join('a', '/b'), join('', 'x'), os.path.split('/a/b/c.txt'), os.path.splitext('x.tar.gz'), os.path.splitext('.bashrc'), basename('/a/b'), os.path.dirname('/a/b'), os.path.normpath('a/../b/./c//d'), os.path.isabs('/a'), os.path.commonprefix(['abc', 'abd']), os.path.commonpath(['/a/b', '/a/c']), os.path.relpath('/a/b', '/a/c'))
print(os.sep, os.linesep == '\n', os.path.exists('/nonexistent'), os.path.isdir('.'), os.path.isfile('.'), os.getcwd() == os.path.abspath('.'), os.getenv('NOPE_X', 'd'), 'PATH' in os.environ, os.name)
d = 'tmp_os_path_test'
os.makedirs(d + '/x/y', exist_ok=True)
with open(join(d, 'f.txt'), 'w') as fh: fh.write('hello')
print(sorted(os.listdir(d)), os.path.getsize(join(d, 'f.txt')), os.path.isfile(join(d, 'f.txt')), os.stat(join(d, 'f.txt')).st_size, [(r, sorted(ds), fs) for r, ds, fs in os.walk(d)])
os.rename(join(d, 'f.txt'), join(d, 'g.txt')); os.remove(join(d, 'g.txt')); os.rmdir(d + '/x/y'); os.rmdir(d + '/x'); os.rmdir(d)
print(os.path.exists(d))
for f in (lambda: os.remove('nope'), lambda: os.listdir('nope'), lambda: os.mkdir('.'), lambda: os.stat('nope')):
    try: print(f())
    except OSError as e: print(type(e).__name__, e)
