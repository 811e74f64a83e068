# K9: // and % of integers truncate toward zero; divmod and floats floor
print(-7 // 2, 7 // -2, -7 // -2, 7 // 2, -7 % 3, 7 % -3, -7 % -3, 7 % 3)
a, b = -7, 2
print(a // b, a % b, -a // -b, a // -1, a % -1, 0 // b, 0 % a, -6 // 3, -6 % 3)
for x in (-9, -1, 0, 1, 9):
    for y in (-4, -1, 2, 5):
        q, r = x // y, x % y
        assert q * y + r == x and abs(r) < abs(y) and (r == 0 or (r < 0) == (x < 0)), (x, y, q, r)
print(divmod(-7, 2), divmod(7, -2), divmod(-7, 3))
print(-7.0 // 2, -7 // 2.0, -7.5 % 2, 7 % -2.5)
big = -(10 ** 30)
print(big // 7, big % 7, big // -7, big % -7, 5 // big, 5 % big, -5 // -big, (-2 ** 63) // -1, (-2 ** 63) % -1)
print(True // -2, -3 // True, -7 % True, False % -3)
n = -7
n //= 2
print(n)
n = -7
n %= 3
print(n)
n = [-7, {"v": -9}]
n[0] //= 2
n[1]["v"] %= 5
n[1]["w"] = -1
n[1].w //= 2
print(n)


class P:
    total = -9


p = P()
p.total //= 2
print(p.total, P.total)


class Own:
    def __floordiv__(self, o):
        return ("floordiv", o)

    def __rmod__(self, o):
        return ("rmod", o)

    def __imod__(self, o):
        return ("imod", o)


class MyInt(int):
    pass


class Floors(int):
    def __floordiv__(self, o):
        return "own"


o = Own()
print(o // -2, -7 % o)
o %= 3
print(o, MyInt(-7) // 2, -7 % MyInt(3), Floors(-7) // 2)
for f in (lambda: -7 // 0, lambda: -7 % 0, lambda: 10 ** 20 // 0, lambda: "a" // 2, lambda: 1 % None):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print("%d%%" % -7, "a%s" % "b", [x % 3 for x in (-4, -3, 4)], {x // 2 for x in (-3, -2)}, sum(x // 2 for x in (-3, -5)))
print(-7 // 2 * 2 + -7 % 2, (-1) % 10, -1 // 10, 10 - -7 // 2)
