# inspect.signature of built-in functions and methods, and __text_signature__ behind it.
import inspect
from functools import partial, lru_cache, partialmethod
import copy
import pickle

for f in [len, str.join, 'a'.join, int.__add__, (1).__add__, dict.fromkeys, [].append, list.append, dict.get, {}.get, sum, isinstance, round, pow, repr, hash,
          (lambda: None).__get__, list.insert, str.upper, 'x'.upper, callable, divmod, id, ord]:
    print(f.__name__, inspect.signature(f))
for f in [max, getattr, iter, type]:
    try:
        print(inspect.signature(f))
    except ValueError as e:
        print(e)
print(len.__text_signature__, str.join.__text_signature__)


class Calls:
    def __call__(self, a, *, b=2):
        return a, b


print(inspect.signature(Calls()), inspect.signature(partial(Calls(), 1)), inspect.signature(partial(divmod, 7)))


@lru_cache(maxsize=2)
def twice(x):
    return x * 2


twice(1), twice(1), twice(2), twice(3)
info = twice.cache_info()
print(info, info._asdict(), info.hits, info == (1, 3, 2, 2), type(info).__name__, info._fields)


class Named(partial):
    pass


p = Named(int, base=2)
p.note = ['kept']
q = copy.copy(p)
print(q('101'), q.note, q.note is p.note, copy.deepcopy(p).note is p.note, type(q).__name__)
plain = partial(int, base=3)
plain.label = 'three'
r = pickle.loads(pickle.dumps(plain))
print(r('12'), r.label, r.keywords)
r.__setstate__((str, (), {}, None))
print(r(5), vars(r))


def outer():
    x = 1

    def inner():
        return x
    return inner


cell = outer().__closure__[0]
print(repr(cell).split(' at ')[0], repr(cell).split(': ')[1].split(' at ')[0])
