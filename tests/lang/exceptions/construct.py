for e in [Exception(), Exception("msg"), Exception("a", 1), ValueError("x"), ValueError(None), KeyError("k"), KeyError(), KeyError("a", "b"), IndexError(5), TypeError(["list"]), RuntimeError("quote's"), Exception(ValueError("inner")), BaseException("base"), StopIteration(), StopIteration(3), SystemExit(), SystemExit(2), SystemExit("bye"), SystemExit(1, 2), AssertionError("assert"), NotImplementedError(), MemoryError(), OverflowError(34, "text"), Exception(""), Exception(b"bytes"), KeyError(""), KeyError((1, 2)), Exception((1, 2)), UserWarning("w")]:
    print(repr(e), "|", str(e), "|", e.args, "|", type(e).__name__)
e = ValueError("one")
e.args = ("two", 2)
print(e.args, str(e), repr(e))
e.args = ["list"]
print(e.args)
e.custom = 5
print(e.custom, e.__dict__)
print(StopIteration(3).value, StopIteration().value, StopIteration(1, 2).value, SystemExit(2).code, SystemExit().code, SystemExit(1, 2).code, SystemExit("x").code)
s = SystemExit(1)
s.code = 9
print(s.code, s.args)
i = StopIteration(1)
i.value = 2
print(i.value, i.args)
for f in [lambda: ValueError(x=1), lambda: Exception("a", b=2), lambda: setattr(e, "args", 5), lambda: BaseException.__str__(5)]:
    try:
        print(f())
    except TypeError as x:
        print("TypeError")
print(ValueError("a") == ValueError("a"), e == e, hash(e) == hash(e), isinstance(e, Exception), bool(Exception()), [ValueError("v")], {"e": KeyError("k")}, f"{ValueError('fmt')}", "%s" % ValueError("pct"), "%r" % KeyError("k"))
