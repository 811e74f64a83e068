e = ImportError("msg", name="mod", path="/p")
print(e, e.msg, e.name, e.path, e.args, repr(e))
e = ImportError("a", "b")
print(e, e.msg, e.name, e.args)
e = ModuleNotFoundError("nope", name="x")
print(e, e.name, e.path, isinstance(e, ImportError))
print(ImportError().msg, str(ImportError()))
for f in [lambda: ImportError("a", foo=1)]:
    try:
        f()
    except TypeError as x:
        print("TypeError")
for code in ["import no_such_module_abc", "import no_such_pkg.sub", "from no_such_module_abc import x"]:
    try:
        exec(code)
    except ImportError as x:
        print(type(x).__name__, x.name)
