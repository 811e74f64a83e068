# What a module says about itself, and what dir() lists in it.
print(dir())
x: int = 1
print(dir(), __annotations__)
print(__spec__, __cached__, type(__loader__).__name__, __builtins__.len is len)
import plain_mod
print(plain_mod.__spec__.name, plain_mod.__spec__.parent, plain_mod.__loader__.name, type(plain_mod.__spec__).__name__, plain_mod.__spec__.has_location,
      plain_mod.__spec__.submodule_search_locations)
print([n for n in dir() if not n.startswith('_')], 'len' in dir())


def f():
    inner = 1
    return dir()


print(f())
try:
    __nothing__
except NameError as e:
    print(e)
