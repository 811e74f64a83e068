from check_mod import check

check(*["format(1.5, %r)" % s for s in ("q", "s", "d", "x", "c", "b", "ff", ".", ".f", ",n", "_n", ",_", "_,f", ".3,", "99999999999999999999", ".99999999999999999999", ".2147483648f", "5$", "+ 5", "\u20ac", "z+", "+z", "5.5.5", "e5")])
print(len(format(1.5, ".1000f")), format(1.5, ".1000f").rstrip("0"), format(0.1, ".55f"), format(0.1, ".60e"), format(2.0 ** -30, ".80g"), format(1e300, ".2f")[:20], len(format(1e308, "f")), format(1e23, ".0f"), format(2.5, ".0f"), format(3.5, ".0f"), format(0.125, ".2f"), format(0.375, ".2f"), format(1e15 + 0.3, ".1f"), format(123456789.0, ","), format(1e16, ","), format(1e-7, "_"))
print(f"{0.1 + 0.2}", f"{1e16}", f"{1e15}", f"{123456789012345680.0}", f"{-0.0}", f"{1e-5}", f"{0.0001}", f"{5e-324}", f"{1.0}", f"{100.0}", f"{1.5e300}")
class F(float): pass
check("format(f, '.1f')", "format(f)", "f'{f:8}'", "f'{f!r:>8}'", f=F(2.25))
check("format(1+2j, '.2f')", "format(1j)", "format(1+2j, '20')", "format(1+2j, '<20.1e')", "format(0j, 'g')", "format(1j, '+')", "format(1+2j, 'q')", "format(1j, '=10')", "format(1j, '010')", "format(-1.5-2.5j, '')", "format(1+2j, ',.1f')", "format(complex('nan'), '.2f')", "format(complex(0, -1), '')", "format(1e20+1j, ',')", "format(3+0j, '.0f')", "format(1+2j, '^20')")
