import os
path = "scriptling_test_text_%d.txt" % os.getpid()
with open(path, "w") as f:
    print(f.write("line one\n"), f.write("h\u00e9\n"), f.writelines(["three\n", "four"]), f.closed, f.mode, f.name == path, f.encoding.lower(), f.writable(), f.readable(), f.seekable())
print(f.closed)
with open(path) as f:
    print(repr(f.read()), repr(f.read()))
with open(path) as f:
    print(repr(f.read(3)), repr(f.readline()), repr(f.readline(1)), f.readlines())
with open(path) as f:
    for i, line in enumerate(f):
        print(i, repr(line))
print(list(open(path)), [l.strip() for l in open(path, encoding="utf-8")])
with open(path, "a") as f:
    f.write("\nfive")
    print(f.tell() > 0)
with open(path) as f:
    print(f.readlines()[-1], f.readline() == "", next(f, "end"))
    f.seek(0)
    print(f.readline(), end="")
    pos = f.tell()
    a = f.readline()
    f.seek(pos)
    print(a == f.readline(), pos)
    print(f.seek(0, 2) == f.tell(), repr(f.read()))
with open(path, "r+") as f:
    f.write("LINE")
    f.seek(0)
    print(f.readline())
    f.seek(0)
    f.truncate(4)
    print(f.read())
with open(path, "w+") as f:
    f.write("abc")
    f.seek(0)
    print(f.read(), f.tell())
print(f"{open(path, 'x') if False else 'x'}")
with open(path, "w", newline="") as f:
    f.write("a\r\nb\rc\nd")
with open(path) as f:
    print(f.read().encode(), f.tell())
with open(path) as f:
    print(f.readline().encode(), f.readline().encode())
with open(path, newline="") as f:
    print(f.read().encode())
with open(path, newline="") as f:
    print([l.encode() for l in f])
with open(path, newline="\r") as f:
    print([l.encode() for l in f])
with open(path, "w", newline="\r\n") as f:
    f.write("x\ny\n")
with open(path, "rb") as f:
    print(f.read())
with open(path, "w", encoding="latin-1") as f:
    f.write("\u00e9\u00ff")
with open(path, "rb") as f:
    print(f.read())
with open(path, encoding="latin-1") as f:
    print(ascii(f.read()))
with open(path, encoding="utf-8", errors="replace") as f:
    print(ascii(f.read()))
try:
    open(path, encoding="utf-8").read()
except UnicodeDecodeError as e:
    print(e.reason, e.start)
with open(path, "w") as f:
    print("printed", 5, file=f)
print(open(path).read(), end="")
with open(path, "w") as f:
    f.write("x" * 200000 + "\n" + "y" * 10)
with open(path) as f:
    print(len(f.readline()), len(f.readline()), len(f.read()))
with open(path) as f:
    print(len(f.read(150000)), len(f.read(100000)), f.read())
os.remove(path)
