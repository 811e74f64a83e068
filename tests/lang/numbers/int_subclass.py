class Money(int):
    def __new__(cls, value, currency="EUR"):
        self = super().__new__(cls, value)
        self.currency = currency
        return self
    def __add__(self, other):
        return Money(int(self) + int(other), self.currency)
    def __repr__(self):
        return f"Money({int(self)}, {self.currency})"
a = Money(5)
b = Money(7, "USD")
print(a + b, a - b, type(a - b).__name__, a * 2, a < b, a == 5, hash(a) == hash(5), {5: 1}[a], [10, 20, 30, 40, 50, 60][a], isinstance(a, int), int(a), float(a), bool(Money(0)))
print(a.currency, b.currency, a.bit_length(), a.real, -a, abs(a), ~a, 10 // a, 10 % a, divmod(17, a), 2 ** a, a ** 2, range(a), "x" * a, sum([a, b]), max(a, b), f"{a:03d}", "%d" % a, str(a))
class Loud(int):
    def __str__(self): return "loud"
    def __bool__(self): return False
    def __eq__(self, o): return True
    __hash__ = int.__hash__
    def __index__(self): return 3
l = Loud(1)
print(l, bool(l), l == 99, f"{l}", l + 1, not l, [0, 1, 2, 3][l], "%s %d" % (l, l))
class R(int):
    def __radd__(self, o): return "radd"
    def __rmul__(self, o): return "rmul"
print(1 + R(2), R(2) + 1, 3 * R(2), 2**70 + R(1), 1.5 + R(2))
