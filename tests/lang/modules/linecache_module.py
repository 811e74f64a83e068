import linecache
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'x.txt')
    with open(path, 'w') as f:
        f.write('one\ntwo\nthree')
    print(repr(linecache.getline(path, 1)), repr(linecache.getline(path, 3)), repr(linecache.getline(path, 9)), repr(linecache.getline(path, 0)))
    print(linecache.getlines(path))
    with open(path, 'w') as f:
        f.write('changed\n')
    print(linecache.getlines(path)[0])
    linecache.checkcache(path)
    print(linecache.getlines(path))
    linecache.clearcache()
    os.remove(path)
    print(linecache.getlines(path), linecache.getline('/no/such/file', 1) == '')
