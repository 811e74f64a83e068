e = SyntaxError("msg")
print(e, e.msg, e.lineno, e.filename, e.offset, e.text, e.args)
e = SyntaxError("msg", ("file.py", 3, 5, "x = = 1\n"))
print(e, e.msg, e.filename, e.lineno, e.offset, repr(e.text), e.end_lineno, e.end_offset, e.args)
e = SyntaxError("msg", ("/long/path/file.py", 3, 5, "text", 3, 9))
print(e, e.end_lineno, e.end_offset)
print(SyntaxError(), SyntaxError(None), SyntaxError("m", (None, 7, 1, "t")), SyntaxError("m", ("f", None, 1, "t")), repr(SyntaxError("a", ("f", 1, 2, "t"))))
print(issubclass(IndentationError, SyntaxError), issubclass(TabError, IndentationError))
e.lineno = 10
e.msg = "changed"
print(e)
for args in [("m", 5), ("m", ("f",)), ("m", ("f", 1, 2))]:
    try:
        SyntaxError(*args)
    except TypeError as x:
        print("TypeError")
for src in ["x = = 1", "if True:\nx = 1", "def f(\n", "a b", "  x = 1", "x = 1\n  y = 2", "for", "return = 5", "'unterminated", "(1, 2", "1 +"]:
    try:
        compile(src, "prog.py", "exec")
    except SyntaxError as x:
        print(repr(src), type(x).__name__, x.filename, x.lineno)
