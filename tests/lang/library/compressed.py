# zlib in pieces, gzip files, dbm and shelve.
import dbm.dumb
import gzip
import io
import os
import shelve
import tempfile
import zlib

data = b''.join([b'line %d of the text\n' % i for i in range(2000)])
c = zlib.compressobj(9)
packed = c.compress(data[:10000]) + c.compress(data[10000:])
half = c.copy()
packed += c.flush()
print(zlib.decompress(packed) == data, half.flush() != b'')
d = zlib.decompressobj()
out = d.decompress(packed, 100)
while not d.eof:
    more = d.decompress(d.unconsumed_tail, 5000)
    out += more
print(out == data, d.unused_data, d.eof, len(zlib.decompressobj().decompress(packed, 64)))
d = zlib.decompressobj()
print(d.decompress(packed + b'rest') == data, d.unused_data, d.flush())
words = b'line of the text'
c = zlib.compressobj(zdict=words)
small = c.compress(b'line of the text again') + c.flush()
print(zlib.decompressobj(zdict=words).decompress(small))
for attempt in (lambda: zlib.decompressobj().decompress(small), lambda: zlib.decompress(b'nonsense'), lambda: zlib.decompress(packed[:50]),
                lambda: zlib.compressobj(20), lambda: zlib.decompressobj().decompress(packed, -1), lambda: zlib.decompressobj().flush(0)):
    try:
        attempt()
    except (zlib.error, ValueError) as exc:
        print(type(exc).__name__, exc)
raw = zlib.compressobj(wbits=-15)
body = raw.compress(data) + raw.flush(zlib.Z_SYNC_FLUSH)
print(zlib.decompressobj(-15).decompress(body) == data)

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'f.gz')
with gzip.open(path, 'wb') as f:
    f.write(data)
with gzip.open(path, 'ab') as f:
    f.write(b'appended\n')
with gzip.open(path) as f:
    print(f.readline(), f.tell(), f.peek(4)[:4], f.read(5), f.seek(-9, 2), f.read(), f.read(), f.readable(), f.mode)
    f.seek(5)
    print(f.read1(6), [line for line in f][-1])
with gzip.open(path, 'wt', encoding='utf-8', newline='\n') as f:
    print(f.write('zwölf\nzeilen\n'))
with gzip.open(path, 'rt', encoding='utf-8') as f:
    print(f.read(), f.name == path)
print(gzip.decompress(gzip.compress(data, mtime=0)) == data, gzip.compress(b'x', mtime=1)[:8])
buffer = io.BytesIO()
with gzip.GzipFile('name.txt', 'wb', fileobj=buffer, mtime=5) as f:
    f.write(b'abc')
print(buffer.getvalue()[:18])
buffer.seek(0)
with gzip.GzipFile(fileobj=buffer) as f:
    print(f.read(), f.mtime)
for bad in (b'not gzip', buffer.getvalue()[:-3], buffer.getvalue()[:-8] + b'\0' * 8):
    try:
        gzip.GzipFile(fileobj=io.BytesIO(bad)).read()
    except (OSError, EOFError) as exc:
        print(type(exc).__name__, exc)

with dbm.dumb.open(os.path.join(folder, 'db'), 'c') as db:
    db['k'] = 'v'
    db[b'\xff'] = b'w' * 1000
    print(db['k'], b'\xff' in db, sorted(db.keys()), len(db))
    del db['k']
with dbm.dumb.open(os.path.join(folder, 'db'), 'r') as db:
    print(list(db), db.get('k'), len(db[b'\xff']))
    try:
        db['x'] = 'y'
    except dbm.dumb.error as exc:
        print(exc)
with shelve.open(os.path.join(folder, 'shelf')) as shelf:
    shelf['list'] = [1, {'a': (2, 3)}]
    shelf['text'] = 'x'
    shelf['list'].append('lost')
    print(shelf['list'], sorted(shelf), 'text' in shelf)
with shelve.open(os.path.join(folder, 'shelf'), writeback=True) as shelf:
    shelf['list'].append('kept')
with shelve.open(os.path.join(folder, 'shelf'), 'r') as shelf:
    print(shelf['list'], dict(shelf.items())['text'])
try:
    shelf['list']
except ValueError as exc:
    print(exc)
import shutil
shutil.rmtree(folder)
