cases = [(), ("msg",), (2, "No such file"), (2, "No such file", "f.txt"), (2, "x", None), (13, "denied", "p"), (17, "exists"), (20, "notdir"), (21, "isdir"), (1, "perm"), (4, "intr"), (11, "again"), (32, "pipe"), (104, "reset"), (111, "refused"), (103, "aborted"), (110, "timeout"), (10, "child"), (3, "srch"), (9999, "unknown"), (2, "a", "b", None, "c"), ("2", "x"), (2, 5), (1, 2, 3, 4, 5, 6)]
for args in cases:
    e = OSError(*args)
    print(args, type(e).__name__, e.args, repr(e), str(e), e.errno, e.strerror, e.filename, e.filename2)
e = FileNotFoundError(13, "odd", "name")
print(type(e).__name__, e.errno, e.filename, e.args)
e.errno = 5
e.filename = "changed"
print(str(e), e.errno)
print(isinstance(OSError(2, "x"), FileNotFoundError), issubclass(FileNotFoundError, OSError), issubclass(ConnectionResetError, ConnectionError), OSError(2, "x") == OSError(2, "x"))
class MyOS(OSError):
    pass
m = MyOS(2, "mine", "f")
print(type(m).__name__, m.errno, m.filename, m)
class MyInit(OSError):
    def __init__(self, code):
        super().__init__(code, "from init", "file.txt")
        self.extra = code * 2
m = MyInit(2)
print(type(m).__name__, m.errno, m.strerror, m.filename, m.extra, str(m), m.args)
try:
    raise PermissionError(13, "Permission denied", "/secret/x")
except OSError as x:
    print(x, x.errno == 13)
print(TimeoutError("slow"), TimeoutError("slow").errno, ConnectionError("c").args)
