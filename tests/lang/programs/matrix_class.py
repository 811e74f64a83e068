class Matrix:

    def __init__(self, rows):
        self.r = [list(x) for x in rows]

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    def __matmul__(self, o):
        return Matrix([[sum((a * b for a, b in zip(r, c))) for c in zip(*o.r)] for r in self.r])

    def __add__(self, o):
        if not isinstance(o, Matrix):
            return NotImplemented
        return Matrix([[a + b for a, b in zip(x, y)] for x, y in zip(self.r, o.r)])

    def __mul__(self, k):
        return Matrix([[a * k for a in r] for r in self.r])
    __rmul__ = __mul__

    def __eq__(self, o):
        return isinstance(o, Matrix) and self.r == o.r

    def __pow__(self, n):
        r = Matrix.identity(len(self.r))
        b = self
        while n:
            if n & 1:
                r = r @ b
            b = b @ b
            n >>= 1
        return r

    def __getitem__(self, ij):
        if isinstance(ij, tuple):
            i, j = ij
            return self.r[i][j]
        return self.r[ij]

    def T(self):
        return Matrix(zip(*self.r))

    def det(self):
        from fractions import Fraction
        m = [[Fraction(x) for x in r] for r in self.r]
        d = Fraction(1)
        n = len(m)
        for i in range(n):
            p = next((k for k in range(i, n) if m[k][i]), None)
            if p is None:
                return Fraction(0)
            if p != i:
                m[i], m[p] = (m[p], m[i])
                d = -d
            d *= m[i][i]
            for k in range(i + 1, n):
                f = m[k][i] / m[i][i]
                m[k] = [a - f * b for a, b in zip(m[k], m[i])]
        return d

    def __repr__(self):
        return 'Matrix(%r)' % (self.r,)


f = Matrix([[1, 1], [1, 0]])
print(f ** 90)
print((f ** 300)[0, 1])
print(2 * f, f * 3, f + f, f.T())
print(Matrix([[2, -1, 0], [1, 3, 2], [0, 5, -4]]).det())
for ex in ('f+1', 'f@2', 'f[0,5]', '1+f', '-f', 'f<f', 'f["a"]', 'f//f', 'f()'):
    try:
        print(eval(ex))
    except Exception as e:
        print(type(e).__name__, e)
try:
    print({f: 1})
except TypeError as e:
    print(e)
