# Streams in memory, bases of streams, and print to streams of a script
import io,sys,contextlib,pickle,copy
s=io.StringIO("aé漢b\nzz")
print(s.read(3),s.tell(),s.readline(),s.tell(),s.seek(2),s.write("XY€"),s.getvalue(),s.tell())
s.seek(20); s.write("q"); print(repr(s.getvalue()))
print(isinstance(s,io.TextIOBase),isinstance(s,io.IOBase),isinstance(sys.stdout,io.TextIOBase),isinstance(io.BytesIO(),io.IOBase),isinstance(s,io.RawIOBase))
print(type(s),io.StringIO.__name__,io.StringIO.__module__)
class T(io.StringIO):
    def __init__(self,*a): super().__init__(*a); self.n=0
    def write(self,x): self.n+=1; return super().write(x.upper())
t=T("abc"); print("hello",file=t); print(t.getvalue(),t.n); t.writelines(["a","b"]); print(t.getvalue(),t.n)
with contextlib.redirect_stdout(io.StringIO()) as f: print("inside",1,2)
print(repr(f.getvalue()))
p=pickle.loads(pickle.dumps(s)); print(repr(p.getvalue()),p.tell())
c=copy.copy(s); print(c.getvalue()==s.getvalue())
b=io.BytesIO(b"abc\ndef"); print(list(b)); b.seek(0,2); b.write(b"!"); print(b.getvalue(),bytes(b.getbuffer()))
b.getbuffer()[0:2]=b"ZZ"; print(b.getvalue())
try: open("/dev/null").write("x")
except io.UnsupportedOperation as e: print("unsup",e, io.UnsupportedOperation.__mro__, isinstance(e,ValueError))
class Up(io.TextIOBase):
    def __init__(s): s.o=[]
    def write(s,t): s.o.append(t); return len(t)
u=Up(); print("a","b",file=u); print(u.o,u.closed,u.readable()); u.close(); print(u.closed)
class R(io.RawIOBase):
    def __init__(s,d): s.d=d;s.p=0
    def readable(s): return True
    def readinto(s,b):
        n=min(len(b),len(s.d)-s.p); b[:n]=s.d[s.p:s.p+n]; s.p+=n; return n
r=R(b"line1\nline2\n"); print(r.readline(),r.read(),r.closed)
for nl in (None,'','\n','\r','\r\n'):
    s=io.StringIO("a\nb\r\nc\rd",newline=nl); print(repr(nl),s.readlines(),repr(s.getvalue()),s.newlines)
try: s.x=1; print(s.__dict__)
except Exception as e: print(e)
s.close()
for f in (s.read,s.getvalue,lambda:s.write("x"),lambda:iter(s)):
    try: f()
    except ValueError as e: print(e)
