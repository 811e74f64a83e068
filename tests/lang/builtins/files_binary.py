import os
path = "scriptling_test_bin_%d.bin" % os.getpid()
with open(path, "wb") as f:
    print(f.write(b"\x00\x01\xff"), f.write(bytearray(b"abc\n")), f.tell(), f.mode)
with open(path, "rb") as f:
    print(f.read(), f.read(), f.tell())
with open(path, "rb") as f:
    print(f.read(2), f.read(1), f.readline(), f.readline(), f.seek(1), f.read(2), f.seek(-2, 2), f.read(), f.seek(2), f.seek(1, 1), f.read(1))
with open(path, "ab") as f:
    f.write(b"tail")
with open(path, "r+b") as f:
    f.seek(3)
    f.write(b"XYZ")
    f.seek(0)
    print(f.read())
    print(f.truncate(5), f.seek(0), f.read())
with open(path, "wb") as f:
    f.write(b"l1\nl2\r\nl3")
with open(path, "rb") as f:
    print(list(f), f.readlines())
with open(path, "rb") as f:
    b = bytearray(4)
    print(f.readinto(b), b)
with open(path, "rb") as f:
    print(f.readlines(3))
data = bytes(range(256)) * 1000
with open(path, "wb") as f:
    f.write(data)
print(open(path, "rb").read() == data)
os.remove(path)
