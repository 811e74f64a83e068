"""Whole little scenes: data classes, slots and descriptors, sorting, slices in place, large integers, chained errors, contexts."""
from base import table
from modules import Modules

DATA_OPTIONS = ["", "(order=True)", "(frozen=True)", "(eq=False)", "(repr=False)", "(unsafe_hash=True)", "(slots=True)", "(kw_only=True)", "(order=True, frozen=True)", "(init=False)"]
DATA_FIELDS = table("""
{0}: int = <int>
{0}: int
{0}: str = <str>
{0}: list = dataclasses.field(default_factory=list)
{0}: list = <list>
{0}: tuple = <tuple>
{0}: float = dataclasses.field(default=<float>, repr=<bool>)
{0}: int = dataclasses.field(default=<int>, compare=<bool>)
{0}: int = dataclasses.field(default=<int>, init=<bool>)
{0}: dataclasses.InitVar = <int>
{0} = <int>
""")
DATA_USES = table("""
{D}()
{D}(<any>)
{D}(<int>, <str>)
{D}(a=<any>)
{D}(<int>) == {D}(<int>)
{D}(<int>) < {D}(<int>)
dataclasses.replace({D}(<int>), a=<any>)
dataclasses.asdict({D}(<int>))
dataclasses.astuple({D}(<int>))
[f.name for f in dataclasses.fields({D})]
dataclasses.is_dataclass({D})
setattr({D}(<int>), 'a', <any>)
setattr({D}(<int>), 'zz', <any>)
{D}.__match_args__
sorted([{D}(<int>), {D}(<int>), {D}(<int>)])
len({{D}(<int>): 1, {D}(<int>): 2})
""")
SLOTS = table("""
__slots__ = ('a', 'b')
__slots__ = ('a', '__dict__')
__slots__ = 'a'
__slots__ = ['a', 'a']
__slots__ = ('a', <str>)
__slots__ = ()
__slots__ = {'a': 'text'}
""")
DESCRIPTOR = """class {V}:
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        print('get', self.name)
        return getattr(obj, self.name, <any>)
    def __set__(self, obj, value):
        if <bool>: raise ValueError(value)
        print('set', self.name, value)
        obj.__dict__[self.name] = value"""
OBJECT_USES = table("""
{o}.a
{o}.b
{o}.c
setattr({o}, 'a', <any>)
setattr({o}, 'b', <any>)
setattr({o}, 'c', <any>)
delattr({o}, 'a')
delattr({o}, 'c')
{C}.a is {C}.a
hasattr({o}, 'b')
sorted(vars({o}))
{C}.__slots__
[k for k in sorted({C}.__dict__) if k[0] != '_']
{o}.area
setattr({o}, 'area', <any>)
type({C}.__dict__.get('a')).__name__
{C}.area.fget is None
getattr({o}, '__dict__', 'none')
""")
SORTS = table("""
sorted(<list> + <list>, key=lambda x: (x % 3, -x))
sorted(<slist> + <slist>, key=str.lower)
sorted(<slist> + <slist>, key=lambda s: (len(s), s), reverse=<bool>)
sorted(zip(<list>, <str>))
sorted(zip(<str>, <list>), reverse=True)
sorted([<tuple>, <tuple>, <tuple>])
sorted([<any>, <any>])
sorted(<dict>.items(), key=lambda kv: str(kv[1]))
sorted([<float>, <int>, <bool>, <float>])
sorted([<list>, <list>, <list>])
sorted([<bytes>, <bytes>, <bytes>])
sorted(<list>, key=<any>)
sorted([(x % 2, y) for x in <list> for y in <str>], key=lambda p: p[0])
max(<list> + <list>, key=lambda x: x % 5)
min(<slist> + <slist>, key=len, default=<any>)
list(reversed(sorted(<str>, key=ord)))
sorted([{'k': <int>}, {'k': <int>}], key=lambda d: d['k'])
sorted(<str>, key=lambda c: (c.isdigit(), c.lower(), c))
""")
IN_PLACE = table("""
{0}[<small>:<small>] = <list>
{0}[<small>:<small>:<small>] = <list>
{0}[::2] = <list>
{0}[::-1] = <list>
del {0}[<small>:<small>:<small>]
del {0}[::-2]
{0}[<small>] = <any>
{0} += <list>
{0} += <str>
{0} *= <small> % 3
{0}.insert(<small>, <any>)
{0}.pop(<small>)
{0}.extend(x for x in <list>)
{0}[:] = {0}[::-1]
{0}[1:1] = {0}
{0}.remove(<any>)
{0}.sort(key=str)
{0}.reverse()
{0}[<small>:] = <any>
{0}[<small>:<small>] = (x * 2 for x in <list>)
""")
ARRAY_IN_PLACE = table("""
{0}[<small>:<small>] = <bytes>
{0}[<small>:<small>:<small>] = <bytes>
{0}[<small>] = <int> % 256
{0}[<small>] = <any>
del {0}[<small>:<small>:<small>]
{0} += <bytes>
{0} *= <small> % 3
{0}.insert(<small>, <digit>)
{0}.extend(<list>)
{0}.append(<int>)
{0}.pop(<small>)
{0}.reverse()
{0}[<small>:] = <list>
{0}[::2] = bytes(<digit>)
""")
BIG = table("""
<big> + <big>
<big> - <big>
<big> * <big>
<big> // <big>
<big> % <big>
divmod(<big>, <big>)
-<big>
~<big>
<big> & <big>
<big> | <big>
<big> ^ <big>
<big> << <digit> * 9
<big> >> <digit> * 9
<big> ** <digit>
pow(<big>, <big>, <big>)
pow(<big>, -1, <big>)
<big> <cmp> <big>
<big> <cmp> <float>
<big> == <big>
str(<big>)
hex(<big>)
int(str(<big>), 16) % 10**9
float(<big>)
<big> / <big>
<big>.bit_length()
<big>.bit_count()
round(<big>, -<digit>)
int.from_bytes((<big> % 2**80).to_bytes(10, 'little'), 'big')
user_hash(<big>)
f'{<big>:,} {<big>:x} {<big>:e}'
'%d %x %.3e' % (<big>, <big>, <big>)
abs(<big>)
bool(<big>)
sum([<big>, <big>, <float>])
<big> * <float>
max(<big>, <big>, <big>)
int(<float> * 1e30) % <big>
""")
CONTEXT = """@contextlib.contextmanager
def {V}(x, swallow=<bool>):
    print('in', x)
    try:
        yield x
    except <error> as e:
        print('caught', type(e).__name__, e)
        if not swallow: raise
    finally:
        print('out', x)"""
CONTEXT_BODIES = table("""
raise <error>(<any>)
print(c)
return <any>
1 / <digit>
with {V}(<int>) as c: raise <error>(c)
with contextlib.suppress(<error>): raise <error>(<int>)
with {V}(1), {V}(2) as c: raise <error>
for i in range(3): continue
""")
CHAINS = table("""
raise <error>(<any>)
raise <error>(<any>) from <error>(<any>)
raise <error> from None
[][<digit>]
{}[<any>]
int(<str>)
None.x
undefined_name
<any> + <any>
e = <error>(<any>); e.add_note(<str>); raise e
assert <bool>, <any>
""")


class More(Modules):
    def hole_error(self):
        return self.pick(["ValueError", "KeyError", "IndexError", "TypeError", "ZeroDivisionError", "RuntimeError", "LookupError", "ArithmeticError", "Exception", "OSError"])

    def hole_big(self):
        digits = self.some(1, 40)
        text = self.pick(["", "-"]) + str(self.rng.randrange(10**digits))
        return "(" + self.pick([text, text, text, "2**%d" % self.some(60, 200), "2**64 - 1", "-2**63", "10**%d" % self.some(15, 60), str(self.some(-9, 9))]) + ")"

    def guarded(self, lines):
        """Statements, with what they raise."""
        with self.block("try:"):
            self.emit("\n".join(lines))
        with self.block("except Exception as e:"):
            self.emit("report(e)")

    def chunk_dataclass(self):
        self.emit("import dataclasses")
        name = self.name("D")
        self.emit("%s = object" % name)
        with self.block("try:"):
            self.emit("@dataclasses.dataclass" + self.pick(DATA_OPTIONS))
            with self.block("class %s:" % name):
                for field in ("a", "b", "c")[:self.some(1, 3)]:
                    self.emit(self.fill(self.pick(DATA_FIELDS).replace("{0}", field), 1))
                if self.chance(0.3):
                    self.emit(self.fill(self.pick(["def __post_init__(self, *a): print('post', a)", "def __eq__(self, o): return <any>", "def __repr__(self): return 'own'", "def total(self): return self.a"]), 1))
        with self.block("except Exception as e:"):
            self.emit("report(e, False)")
        for _ in range(self.some(3, 8)):
            self.emit("m(lambda: %s)" % self.fill(self.pick(DATA_USES).replace("{D}", name), 1))

    def chunk_attributes(self):
        descriptor, name, thing = self.name("V"), self.name("C"), self.name("o")
        self.emit(self.fill(DESCRIPTOR.replace("{V}", descriptor), 0))
        self.emit("%s = object\n%s = None" % (name, thing))
        with self.block("try:"):
            with self.block("class %s%s:" % (name, self.pick(["", "", "(object)", "(list)", "(Exception)"]))):
                if self.chance(0.4):
                    self.emit(self.fill(self.pick(SLOTS), 0))
                else:
                    self.emit(self.pick(["a = %s()" % descriptor, "b = %s()" % descriptor, "a = b = %s()" % descriptor, "c = 5"]))
                self.emit(self.fill(self.pick(["def __getattr__(self, name): return 'no ' + name", "def __getattr__(self, name): raise AttributeError(name)", "c = 1", "def __setattr__(self, name, v): print('=', name); super().__setattr__(name, v)",
                                               "def __delattr__(self, name): print('del', name); super().__delattr__(name)", "def __init__(self): self.a = <any>", "def __getattribute__(self, name): print('?', name); return super().__getattribute__(name)"]), 1))
                self.emit(self.fill("@property\ndef area(self): return (self.a, <any>)", 1))
                if self.chance(0.5):
                    self.emit("@area.setter\ndef area(self, v): self.a = v")
            self.emit("%s = %s()" % (thing, name))
        with self.block("except Exception as e:"):
            self.emit("report(e)")
        for _ in range(self.some(5, 12)):
            self.emit("t(lambda: %s)" % self.fill(self.pick(OBJECT_USES).replace("{o}", thing).replace("{C}", name), 1))

    def chunk_sorting(self):
        for _ in range(self.some(3, 8)):
            self.emit("t(lambda: %s)" % self.fill(self.pick(SORTS), 1))

    def chunk_in_place(self):
        for kind, forms in (("list", IN_PLACE), ("bytes", ARRAY_IN_PLACE)):
            name = self.name()
            value = "list(range(%d))" % self.some(0, 9) if kind == "list" else "bytearray(%s)" % self.value("bytes")
            self.emit("%s = %s" % (name, value))
            for _ in range(self.some(2, 6)):
                self.guarded([self.fill(self.pick(forms).replace("{0}", name), 1)])
                self.emit("show(%s)" % name)

    def chunk_big(self):
        for _ in range(self.some(4, 12)):
            self.emit("t(lambda: %s)" % self.fill(self.pick(BIG), 1))

    def chunk_context(self):
        self.emit("import contextlib")
        manager, function = self.name("cm"), self.name("f")
        self.emit(self.fill(CONTEXT.replace("{V}", manager), 0))
        with self.block("def %s():" % function):
            with self.block("for i in range(2):"):
                with self.block("with %s(i) as c:" % manager):
                    self.emit(self.fill(self.pick(CONTEXT_BODIES).replace("{V}", manager), 1))
                self.emit(self.pick(["print('after', i)", "break", "continue", "pass"]))
        self.emit("m(%s)" % function)
        if self.chance(0.5):
            self.emit(self.fill("@%s(5)\ndef g(): raise <error>(<int>)" % manager, 1))
            self.emit("m(g)")
        with self.block("def %s():" % self.name("s")):
            with self.block("with contextlib.ExitStack() as stack:"):
                self.emit(self.fill(self.pick(["stack.enter_context({V}(1))\nstack.callback(print, 'callback')\nraise <error>(2)", "stack.push(lambda *a: print(a[0]) or <bool>)\nraise <error>", "stack.callback(lambda: 1 / 0)\nraise <error>(3)"]).replace("{V}", manager), 1))
        self.emit("m(s%d)" % self.counter)

    def chunk_chain(self):
        """Nested handlers whose whole traceback text is compared, without its places."""
        self.emit("import traceback")
        function = self.name("f")
        with self.block("def %s():" % function):
            depth = self.some(1, 3)
            for _ in range(depth):
                self.emit("try:")
                self.indent += 1
            self.emit(self.fill(self.pick(CHAINS), 1))
            for _ in range(depth):
                self.indent -= 1
                with self.block(self.fill(self.pick(["except <error> as e:", "except (<error>, <error>):", "except Exception as e:", "finally:"]), 0)):
                    self.emit(self.fill(self.pick(CHAINS + ["print('handled')", "raise"]), 1))
        with self.block("try:"):
            self.emit("%s()" % function)
        with self.block("except Exception as e:"):
            self.emit("report(e)\nprint(*[l for l in traceback.format_exception(e) if not l.startswith('  File')])\nprint(getattr(e, '__notes__', None), e.__suppress_context__)")
