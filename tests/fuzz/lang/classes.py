"""Classes: special methods that answer well or badly, inheritance, super, properties, descriptors, slots."""
import re

from base import table
from functions import Functions

SPECIAL = table("""
def __repr__(self): return 'R%s' % (getattr(self, 'x', '?'),)
def __repr__(self): return <any>
def __str__(self): return <str>
def __str__(self): return <any>
def __len__(self): return <small>
def __len__(self): return <any>
def __bool__(self): return <bool>
def __bool__(self): return <any>
def __eq__(self, other): print('eq'); return <any>
def __eq__(self, other): return NotImplemented
def __ne__(self, other): return <any>
def __lt__(self, other): return <any>
def __lt__(self, other): return NotImplemented
def __gt__(self, other): return self.x > getattr(other, 'x', 0)
def __le__(self, other): return <bool>
def __hash__(self): return <int>
def __hash__(self): return <any>
__hash__ = None
def __add__(self, other): return ('add', <any>)
def __add__(self, other): return NotImplemented
def __radd__(self, other): return ('radd', other)
def __iadd__(self, other): self.x = other; return self
def __iadd__(self, other): return NotImplemented
def __sub__(self, other): return <any> - other
def __rsub__(self, other): return 'rsub'
def __mul__(self, other): return [self.x] * other
def __rmul__(self, other): return ('rmul', other)
def __truediv__(self, other): raise ZeroDivisionError('mine')
def __floordiv__(self, other): return <any>
def __mod__(self, other): return ('mod', other)
def __rmod__(self, other): return ('rmod', other)
def __pow__(self, other, m=None): return ('pow', other, m)
def __rpow__(self, other): return 'rpow'
def __and__(self, other): return NotImplemented
def __rand__(self, other): return 'rand'
def __or__(self, other): return ('or', type(other).__name__)
def __ror__(self, other): return 'ror'
def __lshift__(self, other): return 'lshift'
def __matmul__(self, other): return ('matmul', other)
def __divmod__(self, other): return <any>
def __neg__(self): return <any>
def __pos__(self): return 'pos'
def __invert__(self): return 'invert'
def __abs__(self): return <any>
def __int__(self): return <int>
def __int__(self): return <any>
def __float__(self): return <float>
def __float__(self): return <any>
def __index__(self): return <small>
def __index__(self): return <any>
def __round__(self, n=None): return ('round', n)
def __trunc__(self): return 7
def __complex__(self): return 1j
def __getitem__(self, i): return ('item', i) if i != 5 else ()[i]
def __getitem__(self, i): return [1, 2, 3][i]
def __setitem__(self, i, v): print('set', i, v)
def __delitem__(self, i): print('del', i)
def __contains__(self, v): return <any>
def __iter__(self): return iter(<list>)
def __iter__(self): return <any>
def __iter__(self): yield from <list>
def __iter__(self): return self
def __next__(self): raise StopIteration
def __next__(self): self.x = self.x + 1 if self.x < 3 else next(iter(())); return self.x
def __reversed__(self): return <any>
def __reversed__(self): return iter('rev')
def __length_hint__(self): return <any>
def __call__(self, *a, **k): return (a, k)
def __call__(self, q): return q
def __enter__(self): return <any>
def __exit__(self, *a): print('exit', a[0] and a[0].__name__); return <any>
def __format__(self, spec): return 'F' + spec
def __format__(self, spec): return <any>
def __getattr__(self, name): return 'attr ' + name
def __getattr__(self, name): raise AttributeError(name)
def __getattribute__(self, name): return object.__getattribute__(self, name)
def __setattr__(self, name, v): print('setattr', name); object.__setattr__(self, name, v)
def __delattr__(self, name): print('delattr', name)
def __dir__(self): return ['b', 'a']
def __bytes__(self): return <bytes>
def __missing__(self, key): return ('missing', key)
def __init_subclass__(cls, **kw): print('subclass', cls.__name__, kw)
def __class_getitem__(cls, item): return (cls.__name__, item)
def __new__(cls, *a): print('new', len(a)); return super().__new__(cls)
def __sizeof__(self): return 1
def __fspath__(self): return 'p'
def __copy__(self): return 'copied'
def __set_name__(self, owner, name): print('set_name', owner.__name__, name)
def __get__(self, obj, kind): return ('get', obj is None, kind.__name__)
def __set__(self, obj, v): print('descriptor set', v)
def __instancecheck__(self, x): return True
""")
MEMBERS = table("""
def m(self): return ('m', <any>)
def m(self, *a): return super().m(*a) + ('more',)
def m(self): return super().m()
@property def p(self): return <any>
@property def p(self): raise AttributeError('hidden')
@staticmethod def s(*a): return a
@classmethod def c(cls, *a): return (cls.__name__, a)
c = <any>
k: int = <int>
m = lambda self: self.x
def gen(self): yield self.x; yield <any>


__match_args__ = ('x', 'y')
y = [<any>]
class Inner: z = <any>
""")
USES = table("""
<o> + <any>
<any> + <o>
<o> + <o>
<o> - <any>
<any> - <o>
<o> * <int>
<int> * <o>
<o> / <any>
<o> // <any>
<o> % <any>
<any> % <o>
<o> ** <any>
<any> ** <o>
pow(<o>, <any>, <any>)
<o> & <any>
<any> & <o>
<o> | <any>
<any> | <o>
<o> << 1
<o> @ <any>
divmod(<o>, <any>)
-<o>
+<o>
~<o>
abs(<o>)
round(<o>)
round(<o>, <small>)
int(<o>)
float(<o>)
complex(<o>)
bool(<o>)
not <o>
<o> and <any>
len(<o>)
str(<o>)
repr(<o>)
'%s %r' % (<o>, <o>)
f'{<o>} {<o>!r:>5}'
format(<o>, 'x')
'{:>8}'.format(<o>)
bytes(<o>)
list(<o>)
tuple(<o>)
sorted(<o>)
[*<o>]
dict(<o>)
set(<list>) | <o>
sum(<o>)
max(<o>, <o>)
min([<o>, <o>])
sorted([<o>, <o>, <o>])
user_hash(<o>)
{<o>: 1}[<o>]
{<o>: 1}.get(<any>)
<o> == <o>
<o> == <any>
<any> == <o>
<o> != <o>
<o> < <o>
<o> < <any>
<any> <= <o>
<o> >= <o>
<o> in [<any>, <o>]
<any> in <o>
<any> not in <o>
[<any>, <o>].index(<o>)
[<o>, <any>].count(<any>)
<o>[<any>]
<o>[<small>:<small>]
<o>[<small>, <any>]
<o>[::<small>]
<o>.__setitem__(<any>, <any>)
operator.setitem(<o>, <any>, <any>)
operator.delitem(<o>, <any>)
<list>[<o>]
<list>[<o>:]
<str> * <o>
range(<o>)
hex(<o>)
chr(<o>)
next(<o>)
next(iter(<o>), 'none')
iter(<o>) is <o>
list(zip(<o>, <str>))
list(map(str, <o>))
list(reversed(<o>))
operator.length_hint(<o>)
''.join(<o>)
<o>(<any>)
<o>(q=<any>)
<o>()
callable(<o>)
<o>.x
<o>.nope
<o>.p
<o>.m()
<o>.m(<any>)
<o>.c
<o>.c(<any>)
<o>.s(<any>)
<C>.s(<any>)
<C>.c(<any>)
<C>.c
<C>.m(<o>)
<C>.m()
<C>.p is <C>.p
<C>.nope
<C>.__name__
<C>[<any>]
<C>(<any>)
<C>()
<C>(<any>, <any>, <any>)
<C>(q=1)
list(<o>.gen())
getattr(<o>, 'zz', <any>)
getattr(<o>, <any>)
hasattr(<o>, 'p')
setattr(<o>, 'x', <any>)
setattr(<o>, 'p', <any>)
setattr(<o>, 'new', <any>)
setattr(<C>, 'x', <any>)
delattr(<o>, 'x')
delattr(<o>, 'nope')
isinstance(<o>, <C>)
isinstance(<any>, <C>)
isinstance(<C>, type)
issubclass(<C>, <C>)
issubclass(<C>, (int, <C>))
type(<o>).__name__
type(<o>) is <C>
[k.__name__ for k in <C>.__mro__]
<C>.__bases__[0].__name__
sorted(vars(<o>))
[n for n in dir(<o>) if n[:1] != '_']
sorted(n for n in vars(<C>) if n[:2] != '__')
super(<C>, <o>).m()
super(<C>, <C>).c
copy.copy(<o>)
operator.iadd(<o>, <any>)
operator.index(<o>)
operator.contains(<o>, <any>)
os.fspath(<o>)
<o>.__dict__
<o>.__class__.__name__
'__doc__' in type(<o>).__dict__
<o>.y
<C>.Inner.z
type(<o>.m).__name__
<o>.m.__name__
<o>.m.__self__ is <o>
<C>.m.__qualname__
""")
BASES = ["", "", "", "object", "int", "str", "list", "dict", "Exception", "tuple", "float", "set", "ValueError"]


class Classes(Functions):
    def hole_o(self):
        return self.pick(self.objects)

    def hole_C(self):
        return self.pick(self.classes)

    def chunk_class(self):
        self.emit("import operator, copy, os")
        self.classes, self.objects = [], []
        for _ in range(self.some(1, 3)):
            self.one_class()
        for name in list(self.classes):
            thing = self.name("o")
            arguments = self.pick(["", "", "<any>", "<list>"])
            self.emit(self.fill("%s = None\ntry:\n    %s = %s(%s)\nexcept Exception as e:\n    report(e)" % (thing, thing, name, arguments), 1))
            if self.chance(0.5):
                self.emit(self.fill("try:\n    %s.x = <any>\nexcept Exception as e:\n    report(e)" % thing, 0))
            self.objects.append(thing)
        for _ in range(self.some(6, 14)):
            use = self.pick(USES)
            if self.chance(0.06):
                self.statement_use()
            else:
                self.emit("%s(lambda: %s)" % ("m" if re.search(r"\b(operator|os|copy)\.", use) else "t", self.fill(use, 1)))

    def statement_use(self):
        form = self.pick(["<o> += <any>", "<o>.x += <any>", "<o>[<small>] += <any>", "del <o>.x", "del <o>[<any>]", "<o>[<any>] = <any>", "for i in <o>:\n    print(i)\n    break", "with <o> as w:\n    print(w)\n    raise ValueError(1)",
                          "a, b = <o>", "match <o>:\n    case <C>(x=q):\n        print(q)\n    case _:\n        print('no')", "match <o>:\n    case <C>(q, r):\n        print(q, r)", "raise <o>", "print(*<o>)", "print(<o>)",
                          "if <o>: print('true')\nelse: print('false')", "assert <o>", "class Sub(<C>, z=1): pass", "class Sub(<C>, <C>): pass", "try:\n    raise ValueError\nexcept <C>:\n    print('caught')"])
        with self.block("try:"):
            self.emit(self.fill(form, 1))
        with self.block("except Exception as e:"):
            self.emit("report(e)")

    def one_class(self):
        name = self.name("C")
        bases = []
        if self.classes and self.chance(0.6):
            bases.append(self.pick(self.classes))
            if self.chance(0.2):
                bases.append(self.pick(self.classes))
        else:
            base = self.pick(BASES)
            if base:
                bases.append(base)
        taken = set()
        self.emit("try:")
        self.indent += 1
        with self.block("class %s%s:" % (name, "(" + ", ".join(bases) + ")" if bases else "")):
            if self.chance(0.5):
                self.emit(self.pick(["x = %s" % self.expr("int", 0), "def __init__(self, *a): self.x = len(a)", "def __init__(self, a=1): self.x = a", "def __init__(self, *a): super().__init__(*a); self.x = 1"]))
            for _ in range(self.some(1, 6)):
                line = self.pick(SPECIAL) if self.chance(0.7) else self.pick(MEMBERS)
                key = line.split("(")[0].split("=")[0]
                if key in taken:
                    continue
                taken.add(key)
                line = self.fill(line, 1)
                if line.startswith("@"):
                    line = line.replace(" ", "\n", 1)
                self.emit(line)
            if self.chance(0.2):
                self.emit("@property\ndef q(self): return self.x\n@q.setter\ndef q(self, v): print('q', v); self.x = v")
        self.indent -= 1
        self.emit("except Exception as e:\n    report(e)\n    %s = object" % name)
        self.classes.append(name)
