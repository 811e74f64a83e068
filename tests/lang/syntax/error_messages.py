# Messages of syntax errors, as CPython 3.11 words them.
cases = r'''
x = 
x = 1 +
(
[1, 2
{1: 2
)
(]
f(a b)
f(a=1, 2)
f(**k, 1)
f(a=1, a=2)
f(x for x in y, 1)
f(1=2)
f(True=1)
f(a.b=1)
1 = x
"s" = x
None = 1
f() = 1
a + b = 1
(a, 1) = x
[a, f()] = x
x = 1 = y
a if b else c = 1
lambda: 1 = 2
f() += 1
(a, b) += 1
1 += 1
x += y += 1
x: int: str
(x, y): int
f(): int = 1
del f()
del 1
del (a, b + c)
del None
def f(a, a): pass
def f(a=1, b): pass
def f(*): pass
def f(*, **k): pass
def f(**k, a): pass
def f(a, /, b, /): pass
def f(/, a): pass
def f(*a, *b): pass
def f(1): pass
def f(a.b): pass
def f(None): pass
def f(: pass
def f()
def (a): pass
def f() -> : pass
class C
class 1: pass
class C(: pass
if x pass
if x = 1: pass
if x:
while x = 1: pass
for x y: pass
for 1 in y: pass
for x in : pass
for f() in y: pass
else: pass
elif x: pass
except: pass
finally: pass
try: pass
yield
break
continue
def f(): break
class C: return 1
for x in y: def g(): continue
import
import a.b as c.d
import a as
from a import
from a import (b, c
from a import b,
from . import *x
from a import *, b
import a, 
global x, 
nonlocal x
def f(x): global x
def f(): nonlocal zz
def f(): x = 1; global x
def f(): print(x); nonlocal x
raise x from
raise a, b
assert
assert x,
with x as: pass
with open(x) as 1: pass
with a as f(): pass
lambda x: 
lambda x, x: 1
lambda 1: 2
x if y
x if y else
not
a not b
a is
a < > b
a <> b
a ! b
a ? b
x = $
@
@x
@x y
def f(): yield = 1
print "hello"
print x
exec "code"
x y
x 1
1 x
a.1
a..b
a.
.a
a[
a[]
a[1
a[:::]
{1: 2, 3}
{1, 2: 3}
{**a, *b}
{*a, **b}
{1: *a}
{a: b for a, b in c, d}
[x for]
[x for x]
[x for x in]
[for x in y]
[*x for x in y]
{**x for x in y}
(x for x in y for)
*a
*a = x
print(*)
f(**)
x = *a
x = (*a)
a, *b, *c = x
*a, *b = x
x := 1
(x.y := 1)
(a[0] := 1)
f(a := 1, b := )
(x := 1, y := )
while (x := ): pass
async
await x
x = yield
[(yield) for x in y]
class C: yield
\
x = \ y
"abc
'abc
"""abc
f"{}"
f"{a b}"
f"{a!x}"
f"{a!}"
f"{a:{b:{c}}}"
f"{lambda x: 1}"
f"{*}"
f"{a=!r:^20}"
b"é"
0o8
0b2
0xg
1_
1__0
_1 + 1_000_
1e
1e+
1.5.5
1a
0x
123abc
1if 2else 3
for = 1
class = 1
if.x
True = 1
def True(): pass
__debug__ = 1
def f(__debug__): pass
x = __debug__ = 1
match x: case 1: pass
  x = 1
'''.strip("\n").split("\n")
import warnings
warnings.simplefilter("ignore")
for text in cases:
    try:
        compile(text, "<t>", "exec")
        print("%-34r ok" % text)
    except SyntaxError as e:
        print("%-34r %s: %s [%s]" % (text, type(e).__name__, e.msg, e.lineno))
    except ValueError as e:
        print("%-34r ValueError %s" % (text, e))
