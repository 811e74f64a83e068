# zipfile, tarfile and the archives of shutil.
import hashlib
import io
import os
import shutil
import tarfile
import tempfile
import zipfile

buffer = io.BytesIO()
with zipfile.ZipFile(buffer, 'w', zipfile.ZIP_DEFLATED) as archive:
    archive.writestr('a.txt', 'hello' * 100)
    archive.writestr(zipfile.ZipInfo('d/ü.txt', (2020, 1, 2, 3, 4, 6)), b'x')
    archive.mkdir('empty')
    with archive.open('s.bin', 'w') as f:
        f.write(b'123')
        f.write(b'456')
    archive.comment = b'comment'
buffer.seek(0)
print(zipfile.is_zipfile(buffer), zipfile.is_zipfile(io.BytesIO(b'no')))
with zipfile.ZipFile(buffer) as archive:
    print(archive.namelist(), archive.comment, archive.testzip(), archive.read('a.txt')[:10])
    info = archive.getinfo('d/ü.txt')
    print(info, info.date_time, info.file_size, info.is_dir(), archive.getinfo('a.txt').compress_size < 100)
    with archive.open('a.txt') as f:
        print(f.read(3), f.tell(), f.seek(10), f.read(5), f.readline()[:3])
    try:
        archive.read('missing')
    except KeyError as exc:
        print(exc)
    folder = tempfile.mkdtemp()
    archive.extractall(folder)
    print(sorted(os.listdir(folder)), open(os.path.join(folder, 's.bin')).read())
    print(os.path.relpath(archive.extract('a.txt', os.path.join(folder, 'one')), folder))
buffer.seek(0)
with zipfile.ZipFile(buffer, 'a') as archive:
    archive.writestr('more', 'm')
print(zipfile.ZipFile(buffer).namelist())
for bad in (b'nozip', b'PK' * 40):
    try:
        zipfile.ZipFile(io.BytesIO(bad))
    except zipfile.BadZipFile as exc:
        print(exc)
damaged = bytearray(buffer.getvalue())
damaged[45] ^= 1
try:
    print(zipfile.ZipFile(io.BytesIO(bytes(damaged))).testzip())
except zipfile.zlib.error as exc:
    print('damaged')


def make(mode, format):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode, format=format) as tar:
        for name, data in (('a.txt', b'hello'), ('d/' + 'x' * 120 + '.txt', b'y' * 1000), ('ü.txt', b'')):
            info = tarfile.TarInfo(name)
            info.size, info.mtime = len(data), 1000
            tar.addfile(info, io.BytesIO(data))
        info = tarfile.TarInfo('dir')
        info.type, info.mode = tarfile.DIRTYPE, 0o755
        tar.addfile(info)
        info = tarfile.TarInfo('link')
        info.type, info.linkname = tarfile.SYMTYPE, 'a.txt'
        tar.addfile(info)
    return out


for format in (tarfile.PAX_FORMAT, tarfile.GNU_FORMAT):
    out = make('w', format)
    print(format, len(out.getvalue()), hashlib.md5(out.getvalue()).hexdigest())
    out.seek(0)
    with tarfile.open(fileobj=out) as tar:
        print([name[:12] for name in tar.getnames()], tar.extractfile('a.txt').read(), tar.extractfile('link').read())
        for member in tar:
            print(member.name[:10], member.size, member.mtime, oct(member.mode), member.isfile(), member.isdir(), member.issym())
        folder = tempfile.mkdtemp()
        tar.extractall(folder)
        print(sorted(os.listdir(folder)))
out = make('w:gz', tarfile.PAX_FORMAT)
out.seek(0)
with tarfile.open(fileobj=out, mode='r:gz') as tar:
    print(tar.getnames()[0], tar.getmember('dir').isdir())
try:
    tarfile.open(fileobj=io.BytesIO(b'garbage' * 100))
except tarfile.ReadError as exc:
    print('ReadError')

root = tempfile.mkdtemp()
os.makedirs(os.path.join(root, 'src', 'sub'))
for name in ('x.txt', 'sub/y.txt'):
    with open(os.path.join(root, 'src', name), 'w') as f:
        f.write(name)
for kind in ('zip', 'tar', 'gztar'):
    made = shutil.make_archive(os.path.join(root, 'out'), kind, os.path.join(root, 'src'))
    target = os.path.join(root, 'un' + kind)
    shutil.unpack_archive(made, target)
    print(os.path.basename(made), sorted(os.path.relpath(os.path.join(where, f), target) for where, _, files in os.walk(target) for f in files))
for attempt in (lambda: shutil.make_archive('x', 'nope'), lambda: shutil.unpack_archive('x.nope'),
                lambda: shutil.move(os.path.join(root, 'src'), os.path.join(root, 'src', 'sub'))):
    try:
        attempt()
    except (ValueError, shutil.ReadError, shutil.Error) as exc:
        print(type(exc).__name__, str(exc).replace(root, 'ROOT'))
import importlib.util
path = os.path.join(root, 'mod.py')
with open(path, 'w') as f:
    f.write('value = 42\ndef f():\n    return value + 1\n')
spec = importlib.util.spec_from_file_location('mod', path)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.f(), module.__name__, module.__file__ == path, spec.name, spec.origin == path)
r, w = os.pipe()
os.write(w, b'through')
os.close(w)
with open(r, 'rb') as f:
    print(f.read())
shutil.rmtree(root)
