e = NameError("msg", name="n")
print(e, e.name, e.args)
e = AttributeError("msg", name="attr", obj=[1])
print(e, e.name, e.obj, e.args)
print(NameError("x").name, AttributeError().obj, UnboundLocalError("u", name="v").name)
try:
    undefined_thing
except NameError as x:
    print(x)
try:
    (5).missing
except AttributeError as x:
    print(x, x.name, x.obj)
class A: pass
a = A()
try:
    a.missing
except AttributeError as x:
    print(x, x.name, x.obj is a)
try:
    A.missing
except AttributeError as x:
    print(x, x.name)
def f():
    print(local_var)
    local_var = 1
try:
    f()
except UnboundLocalError as x:
    print(x)
def g():
    def inner():
        return free
    try:
        inner()
    except NameError as x:
        print(x)
    free = 1
g()
try:
    del never_defined
except NameError as x:
    print(x)
import math
try:
    math.nothing
except AttributeError as x:
    print(x)
