# Streams over streams, and what open files and memory streams are.
import io
import pickle


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


raw = io.BytesIO('héllo\r\nwörld\nlast'.encode())
w = io.TextIOWrapper(raw, encoding='utf-8')
print(w.readline(), w.read(3), w.readlines(), w.newlines, w.encoding, w.errors, w.read())
w = io.TextIOWrapper(io.BytesIO(b'a\r\nb\rc\n'), newline='')
print(list(w), list(io.TextIOWrapper(io.BytesIO(b'a\r\nb\rc\n'), newline='\r')), list(io.TextIOWrapper(io.BytesIO(b'a\r\nb\rc\n'))))
out = io.BytesIO()
w = io.TextIOWrapper(out, encoding='latin-1', newline='\r\n')
print(w.write('é\nx\n'), out.getvalue())
w.flush()
print(out.getvalue(), w.tell(), w.seekable(), w.writable(), w.detach() is out)
t(lambda: w.read())
t(lambda: io.TextIOWrapper(io.BytesIO(b'\xff')).read())
t(lambda: io.TextIOWrapper(io.BytesIO(b'\xff'), errors='replace').read())
t(lambda: io.TextIOWrapper(io.BytesIO(b''), newline='x'))
t(lambda: io.TextIOWrapper(io.BytesIO(b''), encoding='nope'))
r = io.BufferedReader(io.BytesIO(b'abc\ndef\nghi'), 4)
print(r.peek(1)[:1], r.read(2), r.readline(), r.tell(), r.read1(2), r.seek(0), r.read(), r.readable(), r.writable(), r.closed)
sink = io.BytesIO()
bw = io.BufferedWriter(sink)
print(bw.write(b'123'), sink.getvalue(), bw.tell())
bw.flush()
print(sink.getvalue())
t(lambda: bw.write('x'))
t(lambda: bw.read())


class Upper(io.RawIOBase):
    def __init__(self, data): self.data = data
    def readable(self): return True

    def readinto(self, b):
        part, self.data = self.data[:len(b)], self.data[len(b):]
        b[:len(part)] = part.upper()
        return len(part)


print(Upper(b'some text').read(4), Upper(b'all of it').readall(), io.BufferedReader(Upper(b'one\ntwo\n')).readlines(), list(Upper(b'x\ny')))
t(lambda: Upper(b'').write(b'x'))
t(lambda: Upper(b'').fileno())
t(lambda: io.IOBase().read())
t(lambda: io.TextIOBase().read())
with Upper(b'q') as u:
    print(u.closed)
print(u.closed)
t(lambda: u.__enter__())
s = io.StringIO('a\r\nb\rc\n', newline=None)
print(list(s), s.newlines, list(io.StringIO('a\r\nb\rc\n', newline='')), list(io.StringIO('a\nb\n', newline='\r')))
t(lambda: io.StringIO('', newline='q'))
t(lambda: io.StringIO(b''))
t(lambda: io.StringIO('abc').read('x'))
t(lambda: io.StringIO('abc').seek(-1))
t(lambda: io.StringIO('abc').seek(1, 1))
t(lambda: io.BytesIO([1]))
t(lambda: io.BytesIO('x'))
t(lambda: io.BytesIO(b'abc').seek(-2, 2))
b = io.BytesIO(b'abcdef')
view = b.getbuffer()
view[1:3] = b'XY'
view.release()
print(b.getvalue(), b.readinto(bytearray(2)), b.read1(2), b.tell(), b.truncate(3), b.getvalue())
b.seek(5)
b.write(b'!')
print(b.getvalue(), type(b), type(s), repr(b).startswith('<_io.BytesIO object at'))
s = io.StringIO('state')
s.seek(2)
b.seek(1)
print(pickle.loads(pickle.dumps(s)).read(), pickle.loads(pickle.dumps(b)).read())
s.close()
for f in (s.read, s.readable, lambda: s.write("x"), s.getvalue, s.tell):
    t(f)
print(issubclass(io.StringIO, io.TextIOBase), issubclass(io.BytesIO, io.BufferedIOBase), isinstance(io.StringIO(), io.IOBase), issubclass(io.UnsupportedOperation, ValueError))
with open(__file__) as f:
    print(isinstance(f, io.TextIOBase), isinstance(f, io.TextIOWrapper), isinstance(f, io.IOBase), isinstance(f, io.BytesIO))
    try:
        f.write('x')
    except io.UnsupportedOperation as e:
        print('unsupported', e, isinstance(e, OSError), isinstance(e, ValueError))
with open(__file__, 'rb') as f:
    print(isinstance(f, io.BufferedIOBase), isinstance(f, io.BufferedReader), isinstance(f, io.TextIOBase))
    room = bytearray(9)
    print(f.readinto(memoryview(room)[:3]), bytes(room))
d = io.IncrementalNewlineDecoder(None, True)
print(repr(d.decode('a\r')), repr(d.decode('\nb\r', True)), d.newlines)
print(io.BufferedRWPair(io.BytesIO(b'in'), io.BytesIO()).read(), io.DEFAULT_BUFFER_SIZE)
rw = io.BufferedRandom(io.BytesIO(b'0123456789'))
print(rw.read(3), rw.write(b'XY'), rw.seek(0), rw.read())
