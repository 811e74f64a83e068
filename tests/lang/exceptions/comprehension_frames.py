# Tracebacks show a comprehension as a frame of its own; class bodies keep annotations in front of their docstring.
import traceback
def f(data):
    return [int(x) for x in data]
def nested():
    return [[1 // y for y in row] for row in [[1], [0]]]
def multi():
    return {
        k: v['x']
        for k, v in [(1, {})]
        if k
    }
def gen():
    return list(sum([z / 0 for z in r]) for r in [[1]])
def lam():
    return [(lambda q: q.foo)(i) for i in range(2)]
def outer_iter():
    return [x for x in undefined_name]
def cond():
    return {x for x in [1] if x.bar}
class C:
    pass
def cls():
    class D:
        vals = [1 / i for i in (1, 0)]
def handled():
    try:
        return [1 / i for i in (1, 0)]
    except ZeroDivisionError as e:
        raise ValueError('no') from e
def inner_name():
    return [undefined_one for i in range(2)]
def walrus():
    return [(y := int(v)) for v in ['1', 'z']]
def recursive(n):
    return [recursive(n - 1) if n else 1 / 0 for _ in [1]]
for fn in (lambda: f(['1', 'x']), nested, multi, gen, lam, outer_iter, cond, cls, handled, inner_name, walrus, lambda: recursive(2)):
    try: fn()
    except Exception as e:
        print('\n'.join([l.split(', line')[-1] for l in traceback.format_exc().splitlines()])); tb = e.__traceback__; n = []
        while tb: n.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
        print(n, [s.name for s in traceback.extract_tb(e.__traceback__)])
class Documented:
    "doc"
    y: int = 2
print(list(vars(Documented)))


class Log(dict):
    def __setitem__(self, key, value):
        print('set', key)
        super().__setitem__(key, value)


class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases):
        return Log()


class Made(metaclass=Meta):
    "doc"
    x: int = 1
