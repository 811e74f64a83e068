class Point(complex):
    def shift(self, dx):
        return Point(self.real + dx, self.imag)
p = Point(1, 2)
print(p, p.shift(3), type(p.shift(1)).__name__, p + 1, type(p + 1).__name__, p == 1 + 2j, abs(Point(3, 4)), p.conjugate(), hash(p) == hash(1 + 2j), isinstance(p, complex), complex(p), f"{p}")
print((1 + 2j).__add__(1), (1 + 2j).__mul__(2), (1 + 2j).__eq__(1), (1 + 2j).__bool__(), (1 + 2j).__abs__() == abs(1 + 2j), (1 + 2j).__neg__(), (1 + 2j).__complex__(), (1 + 2j).__repr__())
