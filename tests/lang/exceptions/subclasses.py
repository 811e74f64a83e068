class AppError(Exception):
    """Application error."""
    code = 1
class DetailError(AppError):
    def __init__(self, message, detail=None):
        super().__init__(message)
        self.detail = detail
class StrError(AppError):
    def __str__(self): return "custom str"
class ReprError(AppError):
    def __repr__(self): return "custom repr"
class NoSuper(Exception):
    def __init__(self, a, b): self.a, self.b = a, b
class NewError(Exception):
    def __new__(cls, *args):
        self = super().__new__(cls, *args)
        self.made = True
        return self
class KwError(Exception):
    def __init__(self, *, reason): self.reason = reason
class Multi(KeyError, AttributeError):
    pass
class MyStop(StopIteration):
    pass
for e in [AppError("a"), AppError(), DetailError("m", detail=[1]), StrError("x"), ReprError("y"), NoSuper(1, 2), NewError("n"), KwError(reason="r"), Multi("k"), MyStop(5)]:
    print(repr(e), str(e), e.args, [c.__name__ for c in type(e).__mro__[:4]])
print(DetailError("m", 5).detail, NoSuper(1, 2).b, NewError("x").made, KwError(reason="why").reason, AppError.code, AppError.__doc__, MyStop(5).value)
def check(e):
    try:
        raise e
    except DetailError as x:
        return "detail " + str(x)
    except (StrError, ReprError) as x:
        return "tuple " + type(x).__name__
    except AppError:
        return "app"
    except LookupError:
        return "lookup"
    except Exception as x:
        return "other " + type(x).__name__
print([check(e) for e in [AppError(), DetailError("d"), StrError(), ReprError(), Multi("m"), KeyError(1), ValueError()]])
class Ctx(Exception):
    def __init__(self, msg):
        Exception.__init__(self, msg, "extra")
print(Ctx("m").args, Ctx("m"))
try:
    raise DetailError("boom", {"k": 1})
except AppError as x:
    print(x.detail, x, isinstance(x, DetailError))
try:
    KwError("positional")
except TypeError as x:
    print("TypeError")
class Eq(Exception):
    def __eq__(self, o): return isinstance(o, Eq) and self.args == o.args
    __hash__ = Exception.__hash__
print(Eq(1) == Eq(1), Eq(1) == Eq(2), Eq(1) in [Eq(1)])
