class Celsius(float):
    def __new__(cls, v, label="C"):
        self = super().__new__(cls, v)
        self.label = label
        return self
    def __repr__(self):
        return f"Celsius({float(self)!r})"
t = Celsius(21.5)
print(t, t + 1, type(t + 1).__name__, t == 21.5, hash(t) == hash(21.5), t.label, t.is_integer(), f"{t:.3f}", "%.1f" % t, int(t), round(t), round(t, 0), -t, abs(t), t > 20, max(t, 30.0), sum([t, t]), [t], float(t), isinstance(t, float), divmod(t, 4), t // 4, 2 ** Celsius(3), bool(Celsius(0.0)))
