# The class of a module's own exception is shown without __main__.
class Problem(Exception):
    def __init__(self, code): super().__init__(code); self.code = code
    def __str__(self): return f"problem {self.code}"
class Outer:
    class Inner(Problem): pass
for cls in (Problem, Outer.Inner):
    try: raise cls(3)
    except Problem as e: print(type(e).__qualname__, e, e.args, repr(e))
raise Outer.Inner(7)
