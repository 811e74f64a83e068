def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e)
class A:
    __slots__ = ()
for f in [lambda: 1 + "a", lambda: "a" + 1, lambda: [] + (), lambda: {} + {}, lambda: None + 1, lambda: "a" * "b", lambda: "a" - "b", lambda: [1] * 1.5, lambda: 1 @ 2, lambda: {} | 1, lambda: 1 < "a", lambda: [1][5], lambda: [1]["a"], lambda: (1,)[3], lambda: "abc"[9], lambda: "abc"["x"], lambda: {}["k"], lambda: {1: 2}[(1,)],
          lambda: None[0], lambda: 5[0], lambda: len(5), lambda: int("x"), lambda: float("y"), lambda: [].pop(), lambda: [1].remove(5), lambda: [1].index(9), lambda: {}.pop("k"), lambda: set().pop(), lambda: {1}.remove(2), lambda: "".join([1]), lambda: "a".foo, lambda: None.x, lambda: (1).x, lambda: [].x, lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "%s" % (1, 2), lambda: "{}".format(), lambda: "{x}".format(y=1),
          lambda: (lambda: 1)(5), lambda: (lambda a: a)(), lambda: (lambda a, b: a)(1), lambda: (lambda a: a)(b=1), lambda: (lambda *, k: k)(), lambda: 5(), lambda: object().x, lambda: {**5}, lambda: iter(5), lambda: next(5), lambda: range(1.5), lambda: range(1, 2, 0), lambda: chr(-1), lambda: ord("ab"), lambda: bytes([300]), lambda: b"a"[5], lambda: 1 in 5, lambda: "a" in 5, lambda: 1 in "a", lambda: [] < {}, lambda: -"a", lambda: ~1.5, lambda: {[]: 1}, lambda: {1, []}, lambda: [1, 2, 3][1:2:0], lambda: [1, 2]["a":], lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 2 ** "a", lambda: divmod(1, 0), lambda: complex("x"), lambda: isinstance(1, 1), lambda: sum(["a"]), lambda: max([]), lambda: open("/nonexistent_file_x")]:
    show(f)
def unpack(n):
    if n == 1: a, b = [1]
    if n == 2: a, b = [1, 2, 3]
    if n == 3: a, b = 5
    if n == 4: a, *b, c = [1]
    if n == 5: [].x = 5
    if n == 6: (1, 2)[0] = 5
    if n == 7: "abc"[0] = "x"
    if n == 8: del [1][5]
    if n == 9: del {}["k"]
    if n == 10: None.x = 1
    if n == 11: del (1).x
    if n == 12: [1][5] = 1
    if n == 13: 5[0] = 1
for i in range(1, 14):
    show(lambda: unpack(i))
