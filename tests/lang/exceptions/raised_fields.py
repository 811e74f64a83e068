# The attributes of exceptions the engine raises itself.
import json
import math


class A:
    x = 1

    @property
    def broken(self):
        return self.deeper


def show(f, *fields):
    try:
        f()
    except Exception as e:
        values = [getattr(e, n) for n in fields]
        print(type(e).__name__, [v if isinstance(v, (str, int, type(None))) else type(v).__name__ for v in values], e.args)


def unbound():
    print(later)
    later = 1


def free():
    def inner():
        return unset
    inner()
    unset = 1


def delete_global():
    global absent
    del absent


def in_class():
    class C:
        del nothing


def from_module():
    from json import absent_name


def missing_module():
    import absent_module


def missing_child():
    import absent_module.child


def no_package():
    import math.child


def from_missing():
    from absent_module import x


show(lambda: undefined_name, "name")
show(unbound, "name")
show(free, "name")
show(delete_global, "name")
show(in_class, "name")
show(lambda: eval("nowhere + 1"), "name")
show(lambda: A().nope, "name", "obj")
show(lambda: A.nope, "name", "obj")
show(lambda: A().broken, "name", "obj")
show(lambda: math.nope, "name", "obj")
show(lambda: "text".nope, "name", "obj")
show(lambda: (5).nope(), "name", "obj")
show(lambda: None.nope, "name", "obj")
show(lambda: getattr([], "nope"), "name", "obj")
show(missing_module, "name", "path", "msg")
show(missing_child, "name", "path", "msg")
show(no_package, "name", "path", "msg")
show(from_missing, "name", "path", "msg")
try:
    from_module()
except ImportError as e:
    print(e.name, e.msg == str(e) == e.args[0], e.msg.startswith("cannot import name 'absent_name' from 'json' ("))
show(lambda: {}["k"], "args")
show(lambda: {1, 2}.remove((3,)), "args")
show(lambda: {}.pop("p"), "args")
show(lambda: int("x"), "args")
for make in (NameError, AttributeError, ImportError):
    e = make("text", name="n")
    print(e, e.name, e.args)
print(AttributeError("a", name="n", obj=5).obj, ImportError("i", path="p").path, NameError("n").name)


def exhausted():
    def gen():
        return 7
        yield
    try:
        next(gen())
    except StopIteration as e:
        return e.value, e.args


print(exhausted())
try:
    raise SystemExit(3)
except SystemExit as e:
    print(e.code)
try:
    "\ud800".encode()
except UnicodeEncodeError as e:
    print(e.encoding, e.start, e.end, e.reason, e.object == "\ud800")
try:
    b"a\xff".decode()
except UnicodeDecodeError as e:
    print(e.encoding, e.start, e.end, e.reason, e.object)
try:
    open("/nonexistent/file")
except OSError as e:
    print(type(e).__name__, e.errno, e.strerror, e.filename)
try:
    compile("a b", "<made>", "exec")
except SyntaxError as e:
    print(e.filename, e.lineno, e.offset)
