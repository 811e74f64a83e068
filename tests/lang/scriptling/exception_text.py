# K12: the text of any exception is its bare message
def caught(f):
    try:
        f()
    except Exception as e:
        return e


e = caught(lambda: {}.pop("k"))
print(e, str(e), f"{e}", f"{e!s}", "%s" % e, "{}".format(e), format(e), [str(x) for x in (e,)])
print(str(KeyError("k")), str(KeyError(5)), str(KeyError()), str(KeyError("a", "b")), repr(KeyError("k")), KeyError("k").args)
print(list(map(str, [KeyError("m"), ValueError("v")])), " ".join([str(e)]), str(e) == "k")
print(str(ValueError("v")), str(IndexError()), str(caught(lambda: 1 // 0)), str(caught(lambda: [].pop())))


class Missing(KeyError):
    pass


class Shown(KeyError):
    def __str__(self):
        return "shown:" + super().__str__()


print(Missing("what"), Shown("x"), f"{Missing('what')!s:>6}")
try:
    try:
        del {}["inner"]
    except KeyError as inner:
        raise RuntimeError("outer: " + str(inner)) from inner
except RuntimeError as outer:
    print(outer, outer.__cause__, repr(outer.__cause__))
with_key = caught(lambda: {1: 2}.pop((1, 2)))
print(with_key, with_key.args)
raise KeyError("last words")
