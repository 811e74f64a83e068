from check_mod import check

class O:
    a = 5
    def __getitem__(self, k): return ("item", k)
    def __repr__(self): return "repr"
o = O()
def t(f, *args, **kw):
    try: print(repr(f), repr(f.format(*args, **kw)))
    except Exception as e: print(repr(f), type(e).__name__, e)
for f in ("{", "}", "a{b", "a}b", "{}}", "{}", "{0}", "{a}", "{0", "{:", "{!", "x{0:5", "x{0.a", "{{0}", "{ }", "{-1}", "{99999999999999999999}"): t(f)
for f in ("{0}{}", "{}{0}", "{0}{a}{}", "{:{0}}", "{0:{}}"): t(f, 1, 2)
for f in ("{0.b}", "{0[]}", "{0.}", "{0.a.}", "{0[x]y}", "{0[x", "{0[x}", "{0!x}", "{0!}", "{0!", "{0!r", "{0!rx}", "{0!\u00e9}", "{0:{1:{2}}}", "{:{", "{:{}", "{:}}", "{.a[0]}", "{ 0}", "{0 }", "{0[99999999999999999999]}", "{0[9223372036854775807]}", "{!}", "{a.b.c}", "{0.{1}}", "{0}}", "{0..a}", "{0[a]b}", "{0[a].}", "{.}", "{[]}", "{0!r!s}"): t(f, o, 5, 6)
t("{:d}", "a"); t("{:d}", 1.5); t("{:5}", None); t("{0[5]}", [1]); t("{0[a]}", [1]); t("{0[a]}", {"b": 1}); t("{0[1]}", {"1": 1}); t("{0.a}", 1); t("{0}{1}", 1); t("{1}", 1); t("{}{}", 1); t("{a}", A=1); t("{0!r:{0!r}}", o); t("{a.x}", a=1); t("{a[x]}", a=5)
def m(f, d):
    try: print(repr(f), repr(f.format_map(d)))
    except Exception as e: print(repr(f), type(e).__name__, e)
m("{a}", {"a": 1}); m("{}", {"a": 1}); m("{0}", {"0": 1}); m("{0}", {0: 1}); m("{b}", {"a": 1}); m("{a[x]}", {"a": o}); m("", None); m("x", 5); m("{a}", None); m("{a}", [1]); m("{0:{a}}", {"0": 1, "a": 5}); m("{a:{w}}|", {"a": 1, "w": 4})
class D(dict):
    def __missing__(self, k): return "M" + k
class G:
    def __getitem__(self, k): return k.upper()
m("{zz} {a}", D(a=1)); m("{abc:>5}", G())
check("''.format_map()", "'{a}'.format_map({'a': 1}, 2)")
