class O:
    a = 5
    def __getitem__(self, k): return ("item", k)
    def __format__(self, s): return "O<%s>" % s
    def __str__(self): return "str"
    def __repr__(self): return "repr"
o = O()
def t(f, *args, **kw):
    try: print(repr(f), repr(f.format(*args, **kw)))
    except Exception as e: print(repr(f), type(e).__name__, e)
t("{} {}", 1, "a"); t("{0} {1} {0}", 1, 2); t("{a} {b}", a=1, b=2); t("{0} {x}", 5, x=6); t("{}{x}{}", 1, 2, x=3)
t("plain"); t(""); t("{{}}"); t("{{{}}}", 1); t("{{{{"); t("{:>5}|", "a"); t("{:.2f}", 3.14159); t("{0:x} {0:#o} {0:b}", 255); t("{!r} {!s} {!a}", "\u00e9", "\u00e9", "\u00e9"); t("{0!r:>10}", "ab")
t("{0.a}", o); t("{0[x]}", o); t("{0[1]}", o); t("{0[-1]}", o); t("{0[01]}", o); t("{.a}", o); t("{[k]}", o); t("{a.a}", a=o); t("{a[b]}", a=o); t("{0[a.b]}", {"a.b": 1}); t("{0[0][1]}", [[1, 2]]); t("{0.real}", 5); t("{x[key][0]}", x={"key": "val"})
t("{0:>{1}}", o, 5); t("{:{}}", o, 5); t("{:{}{}}", o, 5, 6); t("{:>{w}.{p}f}|", 3.14159, w=10, p=2); t("{!s:{}}", "x", 5); t("{0:{a}{b}}", 1, a=">", b=5); t("{:abc{{}}}", o); t("{0:{{}}}", o); t("{: }", o); t("{0:!r}", o); t("{0!r:>5}", o)
t("{0[{]}", o); t("{0[}]}", o); t("{0[:]}", o); t("{0[!]}", o); t("{\u0663}", 1, 2, 3, 4); t("{0[\u0661]}", o); t("\u00e9{}\u4e16{}", "\u00fc", 1)
t("{:,} {:_} {:+} {:%}", 1234567, 1234567, 5, 0.5); t("{:<{}} {:^{}}|", "a", 3, "b", 5); t("{} {} {}", None, True, [1]); t("{:5}{:5}|", "ab", 12); t("{0!s} {0!r}", o)
print("{} {}".format(*[1, 2]), "{a}".format(**{"a": 1}), "{0}{0}{0}".format("ab" * 3), ", ".join("{:02d}".format(i) for i in range(4)), "{:s}".format("x"))
fmt = "{}-{}".format
print(fmt(1, 2), "{self}".format(self=5), "{format}".format(format=1), str.format("{}", 3))
