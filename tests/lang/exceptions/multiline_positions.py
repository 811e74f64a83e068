import traceback
class A:
    def ok(self): return self
    def bad(self): return 1/0
def f():
    return (A()
        .ok()
        .ok()
        .bad()
        .ok())
def g():
    return (A()
        .ok()
        .missing
        .ok())
def h():
    return (A()
        .ok().ok(1,
           2)
        )
def i():
    x = A().ok(
    ).ok(
      5)
for q in f, g, h, i:
    try: q()
    except Exception as e: print([(t.lineno, t.line) for t in traceback.extract_tb(e.__traceback__)], "\n".join([l for l in traceback.format_exc().split("\n") if "File" not in l]))
