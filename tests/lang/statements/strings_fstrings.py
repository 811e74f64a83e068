# f-strings: expressions, conversions, nested specs, self-documenting, quotes, evaluation.
x, y, name = 3, 4.5678, "Ann"
print(f"{x} {y:.2f} {name!r} {name:>6}|{name:<6}|{name:^7}| {x:03d} {x:+} {-x: } {10**6:,} {255:x} {255:#b} {y:e} {0.25:.0%}")
print(f"{x + y:.3f} {x * 2 if x else 0} {[i for i in range(x)]} {{literal}} {({'k': 1})['k']} {name.upper()} {len(name)} {(lambda v: v + 1)(x)}")
w, p = 10, 2
print(f"{y:{w}.{p}f}|{name:{'*'}^{w}}|{x:{'0'}{'>'}{5}}|{name!r:>{w}}|{y:{'.' + str(p)}}")
print(f"{x=} {y=:.1f} {name=!s} {x + 1 = } {name = :>5} { x = }")
print(f'{"double"} {name + "q"}', f"{'single'}", f'''{"a" + 'b'}''', f"""multi
line {x}""")
print(f"{None} {True} {[1, 'a']} {{}} {{{x}}} {()} {{1, 2}}", f"{x}{y}" f"{name}" "plain {x}", F"{x}", rf"\n{x}", fR"{x}\t")
class C:
    def __format__(self, s): return f"fmt[{s}]"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
c = C()
print(f"{c} {c!s} {c!r} {c:spec} {c!s:>5} {c:{x}}", f"{c!a}", "{} {!r} {:>5}".format(c, c, "z"))
d = {"a": 1, "b": {"c": [10, 20]}}
print(f"{d['a']} {d['b']['c'][1]} {d.get('z', 'none')} {[*d]} {max(d.values(), key=str)!s:.3}")
import datetime
print(f"{datetime.date(2024, 1, 5):%Y/%m/%d} {datetime.date(2024, 1, 5)!s}")
log = []
def t(v): log.append(v); return v
f"{t(1)} {t(2):{t('>3')}} {t(3)}"
print(log)
for bad in ("f'{undefined_name}'", "f'{1/0}'", "f'{x:zz}'", "f'{name:d}'", "f'{x!r:d}'", "f'{[]:5}'", "f'{None:>5}'"):
    try: print(eval(bad))
    except (NameError, ZeroDivisionError, ValueError, TypeError) as e: print(type(e).__name__, e)
print(f"{x!r}" + f"{x:>{x}}", f"{x:{x}}", f"{'a':{'b'}<{3}}", f"{3.14159:{0}>{8}.{3}}")
print("%s %d %5.2f %r %x %o %e %c %% %-5s| %05d %+d" % ("s", 3, 2.5, "r", 255, 8, 12345.678, "c", "l", 42, 7), "%(a)s %(b)03d" % {"a": 1, "b": 2})
print("{0} {1} {0} {a} {b[0]} {c.real} {:>4}".replace("{:>4}", "").format(1, 2, a="A", b=[9], c=5), "{:{}}".format("x", 4) + "|", "{!r:^7}".format("q"), "{{}}".format())
print(f"{1_000_000:_} {1234567.891:,.2f} {0b101:08b} {3+4j} {float('inf')} {1e100} {True:d} {True} {'%'}", f"{'é':>3}", f"{'日本':>4}|")
print(f"{(x := 10)} {x} {x:=+5}", f"{'a' if x > 5 else 'b'}", f"{x > 5 and 'yes'}", f"{not x}", f"{x in [10]}", f"{x!=10}", f"{x==10}", f"{x<=10}")
def g(): return f"{yield_val}"
yield_val = 7
print(g(), [f"{i}:{j}" for i, j in zip("ab", range(2))], {f"k{i}": f"v{i}" for i in range(2)}, "".join(f"{i:02x}" for i in b"\x01\xff"))
print(f"tab\t{x}\n{x!s}\\", f"\x41{x}\u00e9", f"\N{BULLET}{x}", f'{x}\'{x}"')
