import os
base = "scriptling_test_err_%d" % os.getpid()
for f in [lambda: open(base + "/nope"), lambda: open("/nonexistent_dir_x/file", "w"), lambda: open("."), lambda: open(".", "w")]:
    try:
        f()
    except OSError as e:
        print(type(e).__name__, e.errno, e.strerror, str(e).replace(base, "BASE"), e.filename.replace(base, "BASE"), len(e.args))
for args in [("x", "q"), ("x", "rw"), ("x", "rbt"), ("x", ""), ("x", "r+w"), ("x", "rr"), ("x", "b"), ("x", 5), (5.5,), (None,), ("x", "rb", -1, "utf-8"), ("x", "r", -1, 5), ("x", "rb", -1, None, None, "\n"), ("a\x00b",), ()]:
    try:
        open(*args)
    except Exception as e:
        print(args, type(e).__name__, str(e)[:90] if args else "")
path = base + ".txt"
f = open(path, "w")
f.write("abc")
for g in [lambda: f.write(5), lambda: f.write(b"x"), lambda: f.read(), lambda: f.readline()]:
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
f.close()
f.close()
for g in [lambda: f.write("x"), lambda: f.read(), lambda: f.flush(), lambda: f.tell(), lambda: f.seek(0), lambda: list(f), lambda: f.__enter__()]:
    try:
        print(g())
    except ValueError as e:
        print("ValueError", e)
f = open(path)
for g in [lambda: f.write("x"), lambda: f.seek(1, 1), lambda: f.seek(-1, 2), lambda: f.seek(-1), lambda: f.seek(0, 9), lambda: f.read("x")]:
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
f.close()
b = open(path, "rb")
for g in [lambda: b.write(b"x"), lambda: b.seek(-1)]:
    try:
        print(g())
    except OSError as e:
        print(type(e).__name__)
b.close()
b = open(path, "wb")
try:
    b.write("text")
except TypeError as e:
    print(e)
b.close()
try:
    open(path, "x")
except FileExistsError as e:
    print("exists", e.errno)
class P:
    def __fspath__(self): return path
class Q:
    def __fspath__(self): return 5
print(open(P()).read() == "", open(path.encode()).name == path.encode())
try:
    open(Q())
except TypeError as e:
    print(e)
def use():
    with open(path, "w") as h:
        h.write("partial")
        raise KeyError("inside")
try:
    use()
except KeyError:
    print(open(path).read())
os.remove(path)
print(os.path.exists(path))
