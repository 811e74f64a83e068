import os, glob, fnmatch, shutil, tempfile, pathlib
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
p = PurePosixPath('/usr/lib/python3.11/site.tar.gz')
print(p, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.anchor, p.root, list(p.parents))
print(p / 'x', p.with_name('y'), p.with_suffix('.zip'), p.with_stem('s'), p.relative_to('/usr'), p.is_relative_to('/bin'), p.match('*.gz'), p.is_absolute())
print(PurePath('a//b/./c/../d'), PurePath('.'), PurePath(''), PurePath('a', '/b', 'c'), PurePath('a') == PurePath('a/'), sorted([PurePath('b'), PurePath('a')]), 'x' / PurePath('y'), repr(PurePosixPath('a')), PurePath('a').joinpath('b', 'c'), hash(PurePath('a')) == hash(PurePath('a')))
print(PureWindowsPath('c:/x/y.txt').drive, PureWindowsPath('c:\\x\\y.txt').name, str(PureWindowsPath('c:/x')), PureWindowsPath('C:/X') == PureWindowsPath('c:/x'))
for make in (lambda: p.relative_to('/bin'), lambda: PurePath('').with_name('x'), lambda: p.with_suffix('gz'), lambda: PurePath(1)):
    try:
        make()
    except Exception as e:
        print(type(e).__name__, e)
with tempfile.TemporaryDirectory() as folder:
    base = Path(folder)
    (base / 'a' / 'b').mkdir(parents=True)
    f = base / 'a' / 'one.txt'
    print(f.write_text('hello\n'), f.read_text(), f.exists(), f.is_file(), f.is_dir(), (base / 'a').is_dir(), f.stat().st_size, f.read_bytes())
    (base / 'a' / 'b' / 'two.txt').write_bytes(b'12')
    (base / 'three.md').touch()
    print(sorted(q.name for q in base.iterdir()), sorted(str(q.relative_to(base)) for q in base.rglob('*.txt')), sorted(q.name for q in base.glob('*')), sorted(str(q.relative_to(base)) for q in base.glob('**/*')), sorted(str(q.relative_to(base)) for q in base.glob('*/b')))
    with f.open('a') as h:
        h.write('more')
    with open(f) as h:
        print(h.read())
    g = f.rename(base / 'moved.txt')
    print(g.name, f.exists(), g.exists())
    shutil.copy(g, base / 'copy.txt')
    shutil.copytree(base / 'a', base / 'z')
    print(sorted(os.listdir(base)), sorted(os.listdir(base / 'z')), os.path.getsize(base / 'copy.txt'))
    shutil.move(str(base / 'copy.txt'), str(base / 'z'))
    print(sorted(os.path.relpath(n, folder) for n in glob.glob(folder + '/**/*.txt', recursive=True)), sorted(os.path.basename(n) for n in glob.glob(os.path.join(folder, '*.md'))), glob.glob(folder + '/none*'))
    for top, dirs, files in os.walk(folder):
        dirs.sort()
        print(os.path.relpath(top, folder), dirs, sorted(files))
    shutil.rmtree(base / 'z')
    print((base / 'z').exists())
    g.unlink()
    g.unlink(missing_ok=True)
    for make in (lambda: g.unlink(), lambda: g.read_text(), lambda: (base / 'a').mkdir(), lambda: (base / 'a').rmdir()):
        try:
            make()
        except OSError as e:
            print(type(e).__name__, e.errno)
    (base / 'a').mkdir(exist_ok=True)
    with tempfile.NamedTemporaryFile('w+', suffix='.x', dir=folder) as t:
        t.write('abc')
        t.seek(0)
        print(t.read(), os.path.exists(t.name), t.name.endswith('.x'))
    print(os.path.exists(t.name))
    os.chmod(base / 'three.md', 0o600)
    print(oct(os.stat(base / 'three.md').st_mode & 0o777))
    open(base / 'unclosed', 'w').write('text')
    print(open(base / 'unclosed').read(), os.path.getsize(base / 'unclosed'))
print(os.path.exists(folder))
print(fnmatch.fnmatch('abc.py', '*.py'), fnmatch.filter(['a1', 'b1', 'a2'], 'a[!2]'), fnmatch.translate('*.txt'), fnmatch.fnmatchcase('A', 'a'))
print(shutil.which('no-such-program-here'), os.sep, os.fspath(Path('x')))
