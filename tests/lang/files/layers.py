# The layers of open files: text over a buffer over a raw file.
import io
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'data')

for mode in ('wb', 'rb', 'r+b', 'w+b', 'ab', 'a+b', 'w+', 'r'):
    with open(path, mode) as f:
        print(mode, type(f).__name__, f.mode)
os.unlink(path)
with open(path, 'xb') as f:
    print(f.mode, repr(f).replace(repr(path), 'PATH'))

with open(path, 'w', encoding='utf-8') as f:
    print(f.write('text '), f.buffer.write(b'') , isinstance(f.buffer, io.BufferedWriter))
    f.flush()
    f.buffer.write(b'bytes')
with open(path, 'rb') as f:
    print(f.read())

for codec in ('utf-16', 'utf-8-sig', 'utf-32'):
    with open(path, 'w', encoding=codec) as f:
        f.write('ab')
        f.write('c')
    with open(path, 'a', encoding=codec) as f:
        f.write('d')
    with open(path, 'rb') as f:
        print(codec, f.read())
    with open(path, encoding=codec) as f:
        print(f.read())

with open(path, 'wb') as f:
    f.write(b'0123456789' * 3)
with open(path, 'rb') as f:
    print(f.peek()[:3], f.read1(4), f.read(2), f.tell())
    into = bytearray(5)
    print(f.readinto(into), into, f.readinto1(into), into)
    print(type(f.raw).__name__, f.raw.mode, f.raw.closefd)

with open(path, 'rb', buffering=0) as f:
    print(type(f).__name__, f.read(3), f.readall()[-3:], f.read(1), f.readable(), f.writable(), f.seekable())
    try:
        f.write(b'x')
    except io.UnsupportedOperation as exc:
        print(exc)
print(f.closed, f)

calls = []


def opener(name, flags):
    calls.append((name == path, flags & os.O_ACCMODE if hasattr(os, 'O_ACCMODE') else flags & 3))
    return os.open(name, flags)


with open(path, opener=opener) as f:
    print(f.read(4), calls)
for bad in (lambda *a: -1, lambda *a: 'fd'):
    try:
        open(path, opener=bad)
    except (ValueError, TypeError) as exc:
        print(type(exc).__name__, exc)
try:
    open(path, closefd=False)
except ValueError as exc:
    print(exc)
try:
    open(path, encoding='no-such-encoding')
except LookupError as exc:
    print(exc)

fd = os.open(path, os.O_RDONLY)
with open(fd, 'rb', closefd=False) as f:
    print(f.read(2), f.fileno() == fd)
print(os.lseek(fd, 0, 0))
os.close(fd)

with open(path, 'w') as f:
    print(f.line_buffering, f.write_through, f.encoding.lower(), f.errors)
    f.reconfigure(encoding='ascii', errors='replace', line_buffering=True, newline='\r\n')
    print(f.line_buffering, f.encoding, f.errors)
    f.write('é\n')
with open(path, 'rb') as f:
    print(f.read())
with open(path) as f:
    print(f.read(1))
    try:
        f.reconfigure(encoding='latin-1')
    except io.UnsupportedOperation as exc:
        print(exc)

f = open(path, 'w')
f.write('kept')
buffer = f.detach()
print(type(buffer).__name__, buffer.closed)
buffer.write(b' on')
buffer.close()
with open(path) as f:
    print(f.read())

with tempfile.NamedTemporaryFile('w+', suffix='.txt', dir=folder) as f:
    f.write('x')
    f.flush()
    print(os.path.getsize(f.name), f.name.endswith('.txt'))
print(os.path.exists(f.name))
with tempfile.SpooledTemporaryFile(max_size=4, mode='w+') as f:
    f.write('ab')
    print(f._rolled)
    f.write('cdef')
    print(f._rolled)
    f.seek(0)
    print(f.read())
with tempfile.TemporaryFile() as f:
    f.write(b'abc')
    f.seek(1)
    print(f.read())
print(type(tempfile.mkdtemp(prefix=b'p', dir=os.fsencode(folder))).__name__, tempfile.gettempprefixb())
with tempfile.TemporaryDirectory() as inner:
    print(os.path.isdir(inner))
print(os.path.exists(inner))
import shutil
shutil.rmtree(folder)

import pathlib
import tempfile

with tempfile.TemporaryDirectory() as folder:
    with open(pathlib.Path(folder) / "named.txt", "w") as f:
        print(type(f.name).__name__, f.name.endswith("named.txt"), type(f.buffer.raw.name).__name__)
