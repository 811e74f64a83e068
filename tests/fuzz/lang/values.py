"""Typed expressions: literals worth trying and what can be made of them."""
from base import Gen, table

INTS = ["0", "1", "-1", "2", "3", "5", "7", "10", "-3", "42", "100", "255", "256", "-128", "1000", "2**31", "2**31 - 1", "-2**31", "2**53", "2**62", "2**63 - 1", "2**63", "-2**63",
        "-2**63 - 1", "2**64", "2**64 + 3", "10**20", "-10**25", "3**50", "0xff", "0b1010", "1_000_000"]
SMALL = ["0", "1", "2", "3", "4", "-1", "-2", "5", "-5", "10"]
FLOATS = ["0.0", "-0.0", "1.0", "1.5", "-2.5", "0.1", "3.14159", "1e16", "1e-7", "1e308", "5e-324", "123456789.125", "2.0**53", "float('inf')", "float('-inf')", "float('nan')", "0.5", "2.5",
          "1e22", "1e100", "-1e-10", "100.0", "99.995"]
STRS = ["''", "'a'", "'abc'", "'Hello World'", "'hello world foo'", "'\\xdf'", "'\\xe9\\xe0x'", "'\\u65e5\\u672c'", "'\\U0001f600x'", "'\\n'", "'a\\nb\\r\\nc'", "'\\t a'", "' x '", "'0'", "'12'",
        "'-5'", "'1.5'", "'\\u0661'", "'\\u01c5'", "'\\u0130'", "'\\x00'", "'a,b,,c'", "'aXbXc'", "'AbC dEf'", "\"it's\"", "'{}'", "'%s'", "'q\\\\\"'", "'xyzxyz'", "'aaa'", "'___'", "'ABC'",
        "'\\x85'", "'\\u2028'", "'\\xa0'", "'nan'", "' 7 '", "'1_0'", "'0x1f'"]
BYTES = ["b''", "b'a'", "b'abc'", "b'Hello World'", "b'\\x00\\xff'", "b'a,b,,c'", "b' x '", "b'12'", "b'\\xc3\\xa9'", "b'aaa'", "b'%d'", "b'a\\nb'"]
COMPARE = ["==", "!=", "<", "<=", ">", ">="]

T = {}
T["int"] = table("""
<int> + <int>
<int> - <int>
<int> * <int>
<int> // <int>
<int> % <int>
<int> & <int>
<int> | <int>
<int> ^ <int>
-<int>
+<int>
~<int>
(<int> % 90) ** (<int> % 7)
<int> << (<int> % 70)
<int> >> (<int> % 70)
abs(<int>)
len(<str>)
len(<list>)
len(<dict>)
len(<any>)
int(<float>)
int(<str>)
int(<str>, <small>)
int(<bool>)
round(<float>)
round(<int>, <small>)
user_hash(<int>)
user_hash(<float>)
user_hash((<int>, <float>))
ord(<str>[0:1])
<str>.find(<str>)
<str>.rfind(<str>, <small>)
<str>.count(<str>)
<str>.index(<str>, <small>, <small>)
<bytes>.find(<bytes>)
<bytes>[<small>]
sum(<list>)
min(<list>)
max(<list>, default=<int>)
max(<int>, <int>)
min(<int>, <float>, <bool>)
<list>[<small>]
<list>.index(<int>)
<list>.count(<int>)
<tuple>[<small>]
<tuple>.index(<any>)
<dict>[<str>]
<dict>.get(<str>, <int>)
<idict>[<int>]
<dict>.pop(<str>, <int>)
divmod(<int>, <int>)[0]
pow(<int>, <small> % 9, <int>)
pow(<int>, <small>)
<int> if <bool> else <int>
<int> and <int>
<int> or <int>
<int>.bit_length()
<int>.bit_count()
int.from_bytes(<bytes>, 'big')
int.from_bytes(<bytes>, 'little', signed=True)
(lambda x, y=<int>: x + y)(<int>)
(w := <int>) + w
sum(x for x in <list>)
sum(x * y for x in <list> for y in <list> if x < y)
next(iter(<list>), <int>)
[*<list>, <int>][<small>]
{**<dict>}.get(<str>)
bool.__add__(<bool>, <bool>)
<bool> + <bool>
len(range(<small>, <small>, <small>))
range(<small>, <int>)[<small>]
int(<int> / <int>)
<float> // 1 .__int__()
len(str(<int>))
len(set(<list>))
sorted(<list>)[<small>]
<float>.as_integer_ratio()[0]
""")
T["float"] = table("""
<float> + <float>
<float> - <int>
<float> * <float>
<int> / <int>
<float> / <float>
<float> // <float>
<float> % <float>
<int> % <float>
-<float>
abs(<float>)
float(<int>)
float(<str>)
round(<float>, <small>)
<float> ** <small>
(<int> % 100) ** -(<int> % 5)
sum([<float>, <float>, <int>])
max(<float>, <int>)
divmod(<float>, <float>)[1]
<float> if <bool> else <float>
float(<bool>)
sum(<list>) / len(<list>)
float.fromhex(<float>.hex())
<int> * 1.5
""")
T["bool"] = table("""
<int> <cmp> <int>
<float> <cmp> <int>
<str> <cmp> <str>
<bytes> <cmp> <bytes>
<list> <cmp> <list>
<tuple> <cmp> <tuple>
<any> == <any>
<any> != <any>
<any> <cmp> <any>
<int> <cmp> <int> <cmp> <int>
<int> <cmp> <float> <cmp> <bool> != <any>
not <any>
<bool> and <bool>
<bool> or <bool>
<str> in <str>
<int> in <list>
<any> in <list>
<any> not in <tuple>
<str> in <dict>
<int> in <set>
<any> in <any>
<any> is None
<any> is not None
<int> in range(<small>, <int>, <small>)
isinstance(<any>, (int, str))
<str>.startswith(<str>)
<str>.endswith((<str>, <str>))
<str>.startswith(<str>, <small>, <small>)
<str>.isdigit()
<str>.isalpha()
<str>.isalnum()
<str>.isspace()
<str>.isupper()
<str>.islower()
<str>.istitle()
<str>.isidentifier()
<str>.isprintable()
<str>.isnumeric()
<str>.isdecimal()
<bytes>.isalpha()
<bytes> in <bytes>
<int> in <bytes>
all(<list>)
any(x > <int> for x in <list>)
<set> <cmp> <set>
<set>.issubset(<list>)
<set>.isdisjoint(<list>)
bool(<any>)
<float>.is_integer()
callable(<any>)
<dict> == <dict>
<dict>.keys() <cmp> <dict>.keys()
hasattr(<any>, '__len__')
type(<any>) is type(<any>)
""")
T["list"] = table("""
[<int>, <int>, <int>]
[<int>]
[<any>, <any>]
<list> + <list>
<list> * (<small> % 4)
(<small> % 3) * <list>
<list>[<small>:]
<list>[:<small>]
<list>[<small>:<small>]
<list>[::<small>]
<list>[<int>:<small>:<small>]
[*<list>, *<list>]
[*<str>]
list(<str>)
list(<bytes>)
list(range(<small>, <small>, <small>))
list(<tuple>)
list(<dict>)
list(<dict>.items())
sorted(<list>)
sorted(<list>, reverse=<bool>)
sorted(<list>, key=lambda x: -x)
sorted(<str>)
sorted(<slist>, key=len)
sorted(<set>)
sorted(<any>)
list(reversed(<list>))
[x for x in <list>]
[x + <int> for x in <list> if x % 2]
[(x, y) for x in <list> for y in <str>]
[x if x > <int> else <any> for x in <list>]
[y for x in [<list>, <list>] for y in x if y]
[lambda: x for x in <list>][0:0]
[f() for f in [lambda x=x: x for x in <list>]]
[[x, w] for x in <list> if (w := x) is not None]
list(map(str, <list>))
list(map(lambda x, y: x, <list>, <str>))
list(filter(None, <list>))
list(filter(lambda x: x > <int>, <list>))
list(zip(<list>, <str>))
list(zip(<list>, <list>, strict=<bool>))
list(enumerate(<list>, <small>))
<str>.split()
<str>.split(<str>)
<str>.rsplit(<str>, <small>)
<str>.splitlines(<bool>)
<str>.split(None, <small>)
<bytes>.split(<bytes>)
<list>.copy()
[<int>, <list>]
[i for i in range(<small> % 6)]
list(dict.fromkeys(<list>))
list(iter(<list>))
list(iter([<list>, <int>].pop, <int>))[:2]
[a for a, b in zip(<list>, <list>)]
[a for a, *b in [<list>, <tuple>]]
""")
T["slist"] = table("""
[<str>, <str>]
<str>.split(<str>)
list(<str>)
[x.upper() for x in <slist>]
[str(x) for x in <list>]
sorted(<slist>)
list(<dict>)
<slist> + <slist>
<slist>[::-1]
[*<slist>, <str>]
<str>.partition(<str>)[0:2].__add__(()).__class__(<slist>).__iter__() and <slist>
""")[:-1]
T["tuple"] = table("""
(<int>, <int>)
(<any>,)
(<any>, <any>, <any>)
<tuple> + <tuple>
<tuple> * (<small> % 3)
<tuple>[<small>:<small>]
tuple(<list>)
tuple(<str>)
(*<list>, <any>)
divmod(<int>, <int>)
divmod(<float>, <float>)
<str>.partition(<str>)
<str>.rpartition(<str>)
<float>.as_integer_ratio()
tuple(sorted(<list>))
tuple(x for x in <list>)
<bytes>.partition(<bytes>)
slice(<small>, <small>, <small>).indices(<small>)
(<tuple>, <list>)
()
""")
T["dict"] = table("""
{<str>: <int>}
{<str>: <int>, <str>: <any>}
{**<dict>, <str>: <int>}
{**<dict>, **<dict>}
<dict> | <dict>
dict(a=<int>, b=<any>)
dict(<dict>, c=<int>)
{x: len(x) for x in <slist>}
{k: v for k, v in <dict>.items()}
dict(zip(<slist>, <list>))
<dict>.copy()
dict.fromkeys(<slist>, <int>)
dict(sorted(<dict>.items()))
{k: v for k, v in <dict>.items() if v}
{}
""")
T["idict"] = table("""
{<int>: <any>, <int>: <any>}
{x: x * 2 for x in <list>}
{i: c for i, c in enumerate(<str>)}
dict(enumerate(<list>))
{<bool>: <any>, <int>: <any>, <float>: <any>}
{v: k for k, v in <dict>.items()}
dict([(<int>, <any>), (<int>, <any>)])
dict(<any>)
""")
# Only small integers: their order in a set does not hang on the hash seed.
T["set"] = table("""
{<digit>, <digit>, <digit>}
set(range(<digit>))
<set> | <set>
<set> & <set>
<set> - <set>
<set> ^ <set>
{x for x in <set> if x != <digit>}
<set>.union(<set>)
<set>.intersection(<set>)
<set>.difference(range(<digit>))
<set>.symmetric_difference(<set>)
frozenset(<set>)
<set>.copy()
set()
""")
T["bytes"] = table("""
<bytes> + <bytes>
<bytes> * (<small> % 4)
<bytes>[<small>:<small>]
<str>.encode()
<str>.encode('ascii', 'replace')
<str>.encode('latin-1', <codec_errors>)
bytes(<list>)
bytes([<int> % 256, <digit>])
bytearray(<bytes>)
<bytes>.upper()
<bytes>.replace(<bytes>, <bytes>)
<bytes>.strip()
<bytes>.join([<bytes>, <bytes>])
bytes.fromhex(<bytes>.hex())
(<int> % 65536).to_bytes(<digit>, 'big')
<int>.to_bytes(8, 'little', signed=<bool>)
<bytes>.center(<small>, b'*')
<bytes> % (<any>,)
bytes(<digit>)
<bytes>.zfill(<small>)
""")
ANY = ["int", "int", "float", "str", "str", "bool", "list", "tuple", "dict", "set", "bytes", "none"]


class Values(Gen):
    any_kinds = ANY

    def __init__(self, seed):
        super().__init__(seed)
        self.templates.update(T)
        pick = self.pick
        self.leaves.update({
            "int": lambda: pick(SMALL) if self.chance(0.6) else pick(INTS),
            "float": lambda: pick(FLOATS),
            "str": lambda: pick(STRS),
            "bytes": lambda: pick(BYTES),
            "bool": lambda: pick(["True", "False"]),
            "list": lambda: "[" + ", ".join(pick(SMALL) for _ in range(self.some(0, 4))) + "]",
            "slist": lambda: "[" + ", ".join(pick(STRS) for _ in range(self.some(0, 3))) + "]",
            "tuple": lambda: pick(["()", "(1,)", "(1, 2)", "('a', 1)", "(None, 2.5, 'x')"]),
            "dict": lambda: pick(["{}", "{'a': 1}", "{'a': 1, 'b': 2}", "{'x': None, 'a': 'z'}"]),
            "idict": lambda: pick(["{}", "{1: 'a'}", "{0: 1, 1: 2, 2: 3}", "{True: 1, 2.0: 5}"]),
            "set": lambda: pick(["set()", "{1}", "{1, 2, 3}", "{5, 3}", "frozenset({2, 3})"]),
            "none": lambda: "None",
            "any": lambda: pick(["None", "...", "NotImplemented", "int", "len", "object", "range(3)", "slice(1, 2)"]),
        })

    # Holes that are no types.
    def hole_small(self):
        names = self.names("int")
        if names and self.chance(0.2):
            return self.pick(names)
        return "None" if self.chance(0.03) else self.parens(self.pick(SMALL))

    def hole_digit(self):
        return str(self.some(0, 9))

    def hole_cmp(self):
        return self.pick(COMPARE)

    def hole_codec_errors(self):
        return self.pick(["'ignore'", "'replace'", "'strict'", "'backslashreplace'", "'xmlcharrefreplace'", "'nope'"])

    def parens(self, text):
        return "(" + text + ")" if text.startswith("-") else text
