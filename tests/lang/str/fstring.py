name, n, x, items, d = "World", 42, 3.14159, [1, 2], {"k": "v"}
print(f"Hello {name}!", f"{n}", f"{n:5d}|", f"{x:.2f}", f"{items}", f"{d['k']}", f"{name!r}", f"{name!s:>8}", f"{name!a}", f"{n:#x}", f"{{}}", f"{{{n}}}", f"{n:{5}}|", f"{x:{10}.{2}f}|")
print(f"{name:*^{n}}", f"{n=}", f"{n = }", f"{x=:.1f}", f"{name=!s}", f"{name=}", f"{n:>+8,}", f"{1234567:,}", f"{0.256:.1%}", f"{-5:05}", f"{'a' 'b'}", f"{(lambda v: v * 2)(4)}")
print(f"{None}", f"{True}", f"{True:d}", f"{True:5}", f"{'x':5}|", f"{10**20}", f"{1e100}", f"{[c for c in 'ab']}", f"{n if n > 3 else 0}", f"{n!r:^6}|", f"{'é':>3}", f"\u00e9{name}\u4e16")
print(f"""multi
{name}
{n:>5}""", rf"\n{n}", f"{n}" "plain" f"{x:.0f}", f"" == "", f"{''}" == "")
parts = [f"item {i:02d}: {'#' * i:<5}|" for i in range(4)]
print(parts)
try: f"{n:q}"
except ValueError as e: print(e)
try: f"{name:d}"
except ValueError as e: print(e)
try: f"{items:5}"
except TypeError as e: print(e)
class P:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"P({self.v!r})"
    def __format__(self, s): return f"[{s}]{self.v}"
print(f"{P(1)}", f"{P('a')!r}", f"{P(2):spec {n}}", f"{P(3)!s}", f"{P(P(1))!r:>12}")
