class P(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]

    def __add__(self, o):
        return P(self[0] + o[0], self[1] + o[1])


p = P(1, 2)
print(p, p.x, p[1], len(p), p == (1, 2), (1, 2) == p, hash(p) == hash((1, 2)))
print(p + P(3, 4), type(p + p), type(p[:]), type(p * 2), isinstance(p, tuple))
print({(1, 2): "v"}[p], {p: "w"}[(1, 2)])
x, y = p
print(x, y, list(p), tuple(p), type(tuple(p)))
print(p < (1, 3), sorted([P(2, 1), P(1, 2)]), 2 in p)
print((0,) + p, "%s-%s" % p)


class T(tuple):
    pass


print(T(), T([1, 2]), T("ab"), T() == (), type(T([1]) + T([2])))
