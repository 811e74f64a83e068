# Arrays in pickles, copies and files; buffers as operands and keys.
import array
import copy
import io
import os
import pickle
import tempfile

for code in 'bBhHiIlLqQfdu':
    a = array.array(code, 'añ€' if code == 'u' else [1, 2, 3])
    made = [pickle.loads(pickle.dumps(a, p)) == a for p in range(6)]
    print(code, all(made), a.__reduce_ex__(2)[0].__name__, a.__reduce_ex__(4)[1][2])


class Named(array.array):
    pass


n = Named('i', [4, 5])
n.label = 'x'
for twin in (pickle.loads(pickle.dumps(n)), copy.copy(n)):
    print(twin, type(twin).__name__)
print(pickle.loads(pickle.dumps(n)).label)
path = os.path.join(tempfile.mkdtemp(), 'numbers')
with open(path, 'wb') as f:
    array.array('h', [7, 8, 9]).tofile(f)
with open(path, 'rb') as f:
    b = array.array('h')
    b.fromfile(f, 2)
    print(b)
    try:
        b.fromfile(f, 5)
    except EOFError as e:
        print('EOFError', e, b)


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


t(lambda: b.fromfile(io.StringIO('x'), 1))
t(lambda: b.fromfile(io.BytesIO(b''), -1))
t(lambda: array.array('i', None))
t(lambda: array.array('i', 'abc'))
t(lambda: array.array('i', array.array('u', 'abc')))
t(lambda: array._array_reconstructor(array.array, 'i', 3, b'\x00\x01\x00\x02'))
t(lambda: array._array_reconstructor(array.array, 'd', 14, b'\x00\x00\x80?'))
t(lambda: array._array_reconstructor(str, 'i', 3, b''))
t(lambda: array._array_reconstructor(array.array, 'i', 99, b''))
m = memoryview(b'abc')
print(hash(m) == hash(b'abc'), m == b'abc', b'abc' == m)
t(lambda: m < b'abd')
t(lambda: b'abb' < m)
t(lambda: bytearray(b'abb') < m)
t(lambda: m[slice(0, 1), slice(0, 1)])
m.release()
print(hash(m) == hash(b'abc'))
with open(path, 'w', newline='') as f:
    f.write('a\r\nb\nc\r')
for newline in (None, '', '\n'):
    with open(path, newline=newline) as f:
        print(repr(f.newlines), f.readlines(), repr(f.newlines))
