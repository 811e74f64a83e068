"""Calls into the standard modules, and built-in functions and methods with odd arguments."""
import re

from base import table
from classes import Classes

CALLS = table("""
json.dumps(<any>)
json.dumps([<any>, <dict>])
json.dumps(<dict>, indent=<small>, sort_keys=<bool>)
json.dumps(<any>, separators=(',', ':'))
json.dumps(<str>, ensure_ascii=<bool>)
json.dumps({<any>: <any>}, skipkeys=<bool>)
json.dumps(<any>, default=lambda o: str(type(o)))
json.loads(json.dumps(<any>))
json.loads(<str>)
json.loads('[' + <str> + ']')
math.floor(<float>)
math.ceil(<any>)
math.trunc(<float>)
math.sqrt(<any>)
math.gcd(<int>, <int>)
math.lcm(<int>, <int>)
math.factorial(<small>)
math.comb(<small>, <small>)
math.perm(<digit>, <small>)
math.isqrt(<int>)
math.copysign(<float>, <float>)
math.fmod(<float>, <float>)
math.modf(<float>)
math.frexp(<float>)
math.ldexp(<float>, <small>)
math.hypot(<float>, <float>)
math.isclose(<float>, <float>)
math.fsum([<float>, <float>, <float>])
math.prod(<list>)
math.log2(<int>)
math.dist(<list>, <list>)
list(itertools.chain(<list>, <str>))
list(itertools.chain.from_iterable([<list>, <tuple>]))
list(itertools.islice(<list>, <small>, <small>))
list(itertools.islice(itertools.count(<int>, <small>), <digit>))
list(itertools.accumulate(<list>))
list(itertools.accumulate(<list>, operator.mul, initial=<int>))
list(itertools.combinations(<list>, <small> % 4))
list(itertools.permutations(<list>[:3], <small>))
list(itertools.product(<list>[:2], <str>[:2], repeat=<digit> % 3))
[(k, list(g)) for k, g in itertools.groupby(<list>)]
[(k, list(g)) for k, g in itertools.groupby(<str>, str.isalpha)]
list(itertools.zip_longest(<list>, <str>, fillvalue=<any>))
list(itertools.takewhile(lambda x: x, <list>))
list(itertools.dropwhile(lambda x: x, <list>))
list(itertools.filterfalse(None, <list>))
list(itertools.starmap(divmod, [(<int>, <int>)]))
list(itertools.pairwise(<list>))
list(itertools.compress(<str>, <list>))
list(itertools.repeat(<any>, <small>))
[list(x) for x in itertools.tee(<list>)]
list(itertools.combinations_with_replacement(<str>[:3], 2))
functools.reduce(lambda a, b: a + b, <list>)
functools.reduce(operator.add, <slist>, <str>)
functools.partial(<any>, 1)
functools.partial(divmod, <int>)(<int>)
sorted(<list>, key=functools.cmp_to_key(lambda a, b: b - a))
collections.Counter(<str>)
collections.Counter(<list>).most_common(<small>)
collections.Counter(<str>) + collections.Counter(<str>)
collections.Counter(<list>) - collections.Counter(<list>)
collections.OrderedDict(<dict>)
collections.deque(<list>, <small>)
list(collections.deque(<list>, maxlen=<digit>))
collections.deque(<list>) + collections.deque(<list>)
collections.deque(<list>).index(<int>)
collections.deque(<list>)[<small>]
collections.defaultdict(list, <dict>)
collections.namedtuple('P', 'x y')(<any>, <any>)
collections.namedtuple('P', <slist>)
collections.namedtuple('P', 'x y', defaults=[<any>])(<any>)._replace(x=<any>)
collections.namedtuple('P', 'x y')(1, 2)._asdict()
collections.ChainMap(<dict>, <dict>)
re.findall('[a-z]+', <str>)
re.sub('[aeiou]', <str>, <str>)
re.split('[, ]', <str>)
re.match('(\\\\w+)\\\\s(\\\\w+)', <str>)
re.search('(?P<q>l+)', <str>)
re.sub('(\\\\w)(\\\\w)', r'\\2\\1', <str>)
re.escape(<str>)
[m.span() for m in re.finditer('a|x*', <str>)]
re.split('(x)', <str>, <small>)
re.fullmatch('.*', <str>)
re.compile(<str>).pattern
textwrap.wrap(<str>, <int>)
textwrap.fill(<str> * 3, 10)
textwrap.dedent(<str>)
textwrap.indent(<str>, '> ')
textwrap.shorten(<str>, <digit>)
string.Template(<str>).safe_substitute(a=<any>)
string.capwords(<str>)
copy.copy(<any>)
copy.deepcopy([<any>, <list>])
operator.itemgetter(<small>)(<list>)
operator.itemgetter(0, 1)(<tuple>)
operator.attrgetter('real')(<any>)
operator.methodcaller('upper')(<str>)
operator.mul(<any>, <any>)
operator.truth(<any>)
bisect.bisect(<list>, <int>)
bisect.bisect_left(sorted(<list>), <int>, <small>)
heapq.nsmallest(<digit>, <list>)
heapq.nlargest(<digit>, <list>, key=lambda x: -x)
list(heapq.merge(sorted(<list>), sorted(<list>)))
fractions.Fraction(<int>, <int>)
fractions.Fraction(<str>)
fractions.Fraction(<small>, 3) + <any>
statistics.mean(<list>)
statistics.median(<list>)
base64.b64encode(<bytes>)
base64.b64decode(<bytes>)
hashlib.sha256(<bytes>).hexdigest()
""")
MODULES = {"json", "math", "itertools", "functools", "collections", "re", "textwrap", "string", "copy", "operator", "bisect", "heapq", "fractions", "statistics", "base64", "hashlib"}
BUILTINS = table("""
abs(<any>)
all(<any>)
any(<any>)
ascii(<any>)
bin(<any>)
bool(<any>, <any>)
bytearray(<any>)
bytes(<any>)
bytes(<any>, <any>)
callable(<any>)
chr(<any>)
complex(<any>)
complex(<int>, <float>)
dict(<any>)
divmod(<any>, <any>)
enumerate(<any>)
list(enumerate(<any>, <any>))
filter(<any>, <any>)
float(<any>)
format(<any>, <any>)
frozenset(<any>)
getattr(<any>, <any>)
user_hash(<list>)
hex(<any>)
int(<any>)
int(<any>, <any>)
int(<str>, base=<any>)
isinstance(<any>, <any>)
issubclass(<any>, <any>)
iter(<any>)
iter(<any>, <any>)
len(<any>)
list(<any>)
list(map(<any>, <any>))
map(<any>)
max(<any>)
max(<any>, <any>)
max(<any>, key=<any>)
min(<any>, default=<any>)
next(<any>)
next(<any>, <any>)
oct(<any>)
ord(<any>)
pow(<any>, <any>, <any>)
range(<any>)
range(<any>, <any>, <any>)
repr(<any>)
reversed(<any>)
round(<any>)
round(<any>, <any>)
set(<any>) == 0
slice(<any>, <any>)
sorted(<any>)
sorted(<any>, key=<any>)
sorted(<any>, reverse=<any>)
str(<any>, <any>)
sum(<any>)
sum(<any>, <any>)
tuple(<any>)
type(<any>)
zip(<any>, <any>)
list(zip(<any>, <any>, strict=True))
<any>()
<any>(<any>)
<any>[<any>]
<any>[<any>:<any>]
<any> + <any>
<any> - <any>
<any> * <any>
<any> / <any>
<any> // <any>
<any> % <any>
<any> & <any>
<any> | <any>
<any> ^ <any>
<any> << <small>
<any> >> <any>
<any> @ <any>
-<any>
~<any>
<any> < <any>
<any> >= <any>
<any> in <any>
<any>.nope
<any>.real
<str>.<smethod>(<any>)
<str>.<smethod>(<any>, <any>)
<str>.<smethod>()
<str>.<smethod>(<str>, <small>)
<str>.<smethod>(<str>, <small>, <small>)
<str>.translate({<int>: <any>, ord('a'): <str>, 98: None})
<str>.translate(<list>)
<str>.translate(<str> * 50)
<bytes>.<bmethod>(<any>)
<bytes>.<bmethod>()
<bytes>.<bmethod>(<bytes>, <small>)
bytearray(<bytes>).<bmethod>(<bytes>, <any>)
<list>.<lmethod>(<any>)
<list>.<lmethod>()
<list>.<lmethod>(<any>, <any>)
<dict>.<dmethod>(<any>)
<dict>.<dmethod>()
<dict>.<dmethod>(<any>, <any>)
<set>.<setmethod>(<any>)
<set>.<setmethod>()
<set>.<setmethod>(<set>, <list>)
<int>.<imethod>()
<int>.<imethod>(<any>)
<float>.<fmethod>()
<float>.<fmethod>(<any>)
<tuple>.<tmethod>(<any>)
<tuple>.<tmethod>(<any>, <small>, <small>)
str.<smethod>(<any>)
str.<smethod>(<str>, <any>)
list.<lmethod>(<any>, <any>)
dict.<dmethod>(<any>, <any>)
int.<imethod>(<any>)
range(<small>, <int>, <small>)[<small>:<small>]
range(<int>).index(<any>)
range(<small>, <small>) == range(<small>, <int>)
slice(<any>, <any>, <any>).indices(<any>)
exec(<str>)
eval(<str>)
eval(repr(<any>)) == 0
object() == <any>
vars(<any>)
type('D', (), {<str>: <any>})
type(<any>, <any>, <any>)
isinstance(<any>, int | str)
list[int]
dict[str, <any>]
__import__(<str>)
""")
# str.translate() takes tables with characters as keys here (K19), so that it gets none by chance.
METHODS = {
    "smethod": "capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join "
               "ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title upper zfill",
    "bmethod": "capitalize center count decode endswith expandtabs find hex index isalnum isalpha isascii isdigit islower isspace istitle isupper join ljust lower lstrip partition removeprefix removesuffix replace rfind "
               "rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill",
    "lmethod": "append clear copy count extend index insert pop remove reverse sort",
    "dmethod": "clear copy fromkeys get items keys pop popitem setdefault update values",
    "setmethod": "copy difference intersection isdisjoint issubset issuperset symmetric_difference union add discard remove update pop clear",
    "imethod": "bit_length bit_count conjugate as_integer_ratio to_bytes __index__ __floor__ __round__ __add__ __lt__ __eq__ __rsub__ __divmod__ __pow__",
    "fmethod": "is_integer as_integer_ratio hex conjugate __trunc__ __round__ __mod__ __eq__ __radd__",
    "tmethod": "count index __add__ __contains__ __getitem__",
}


class Modules(Classes):
    def chunk_modules(self):
        usual, self.wrong_type = self.wrong_type, 0   # what Python code makes of wrong types is not compared
        calls = ["m(lambda: %s)" % self.fill(self.pick(CALLS), 1) for _ in range(self.some(4, 10))]
        self.wrong_type = usual
        used = sorted(set(re.findall(r"\b([a-z]\w+)(?=\.[a-zA-Z])", "\n".join(calls))) & MODULES)
        if used:
            self.emit("import " + ", ".join(used))
        for call in calls:
            self.emit(call)

    def chunk_builtins(self):
        for _ in range(self.some(6, 14)):
            self.emit("t(lambda: %s)" % self.fill(self.pick(BUILTINS), self.some(0, 1)))


def method_hole(names):
    return lambda self: self.pick(names)


for hole, words in METHODS.items():
    setattr(Modules, "hole_" + hole, method_hole(words.split()))
