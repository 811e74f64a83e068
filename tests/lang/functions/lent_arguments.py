# The tuple and the dict of f(*t, **d) are passed without copies: nobody may see that.
t, d = (1, 2, 3), {"x": 4, "y": 5}


def keeps(*args, **kwargs):
    kwargs["z"] = 6
    kwargs.pop("x")
    return args, kwargs


a, k = keeps(*t, **d)
print(a, k, t, d, k is d)
k2 = (lambda **kw: kw)(**d)
k2.clear()
print(d, dict(**d) is d, dict(**d) == d)
made = dict(**d)
made["q"] = 1
print(d, sorted(made))


class Taker:
    def __init__(self, *args, **kwargs):
        self.args, self.kwargs = args, kwargs

    def __call__(self, *args, **kwargs):
        kwargs.update(a=1)
        return args, kwargs

    def method(self, *args, **kwargs):
        kwargs.clear()
        return len(args)

    @classmethod
    def made(cls, *args, **kwargs):
        kwargs["made"] = cls.__name__
        return kwargs


taker = Taker(*t, **d)
taker.kwargs["w"] = 0
print(taker.args, taker.kwargs, taker(*t, **d), taker.method(*t, **d), Taker.made(**d), d)
print("{x}-{y}-{0}".format(*t, **d), max(*t), max(*t, **{"key": lambda v: -v}))

items = [3, 1, 2]
print(items.append(*[9]), items, print(*items, **{"sep": "-", "end": "!\n"}))


class Key(str):
    def __hash__(self):
        d2.clear()
        return hash(str(self))

    def __eq__(self, other):
        return str(self) == str(other)


d2 = {}
d2["plain"] = 1
print((lambda **kw: sorted(kw))(**d2))


class Sub(dict):
    def keys(self):
        return ["k"]

    def __getitem__(self, key):
        return "value of " + key


class Mapping:
    def keys(self):
        return iter(["m", "n"])

    def __getitem__(self, key):
        return key * 2


print((lambda **kw: kw)(**Mapping()), (lambda *args: args)(*iter("ab")), (lambda *args: args)(*{1: 2}), (lambda a, b=2, *c: (a, b, c))(*"x"))
for bad in (lambda: keeps(**{1: 2}), lambda: keeps(*5), lambda: keeps(**5), lambda: print(**{1: 2}), lambda: (lambda a: a)(*t), lambda: (lambda a, b, c, x: a)(*t, **d), lambda: (lambda x: x)(1, **d), lambda: Taker.made(*t, 4, **d, **d), lambda: (lambda a, *, k: a)(*(1,)), lambda: (lambda *, k=1: k)(*(1,))):
    try:
        print(bad())
    except TypeError as e:
        print(str(e).replace("__main__.", ""))


def defaults(a, b=2, c=3, *rest, **more):
    return a, b, c, rest, more


for n in range(1, 6):
    print(defaults(*range(n)), defaults(*tuple(range(n)), **{}))


def generator(*args, **kwargs):
    yield args
    yield kwargs


g = generator(*t, **d)
d["later"] = 1
print(list(g), d)
