import io
s = io.StringIO(); print(s.write('hello\n'), s.write('world'), s.tell()); print('x', 1, file=s); print(repr(s.getvalue())); s.seek(0); print(repr(s.readline()), repr(s.read(3)), repr(s.read()), repr(s.read()))
s.seek(0); print(s.readlines(), list(io.StringIO('a\nb')), [l.strip() for l in io.StringIO('1\n2\n')])
s.seek(2); s.write('XX'); print(repr(s.getvalue())); s.truncate(3); print(repr(s.getvalue()))
with io.StringIO('abc') as f: print(f.read(), f.closed)
print(f.closed)
for bad in (lambda: f.read(), lambda: io.StringIO(5), lambda: io.StringIO().write(b'x'), lambda: io.BytesIO('x'), lambda: io.StringIO().seek(-1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
b = io.BytesIO(b'abc\ndef'); print(b.read(2), b.readline(), b.read(), b.getvalue(), b.seek(0, 2), b.write(b'!'), b.getvalue()); b.seek(0); print(list(b), b.tell())
