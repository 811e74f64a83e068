# K6: *args is a list
def f(*a):
    return a


def g(first, *rest, key=0, **kw):
    rest.append(first)
    return rest, key, kw


print(f(), f(1), f(1, 2) == [1, 2], type(f()) == "LIST", isinstance(f(), list), isinstance(f(), tuple))
print(g(1), g(1, 2, 3, key=4, z=5))
print((lambda *a: a)(1, 2), (lambda *a, **k: (a, k))(1, x=2))


def pass_on(*args, **kwargs):
    got = f(*args)
    got.append("more")
    return args, got, kwargs


print(pass_on(1, 2, n=3))


def same(*args):
    inner = same2(*args)
    return args, inner


def same2(*args):
    args.append(0)
    return args


print(same(7, 8))


class C:
    def __init__(self, *args):
        self.args = args

    def more(self, *args):
        self.args += args
        return self.args

    @classmethod
    def make(cls, *args):
        return cls(*args)

    @staticmethod
    def plain(*args):
        return args

    def __call__(self, *args):
        return args


c = C(1, 2)
print(c.args, c.more(3), C.make(9).args, C.plain(5), c(6))


def gen(*args):
    args.reverse()
    for a in args:
        yield a


print(list(gen(1, 2, 3)))


def outer(*args):
    def inner():
        args.append("x")
        return args
    return inner


h = outer(1)
h()
print(h())
t = (1, 2)
print(f(*t), f(*"ab"), f(*[1], 2, *(3, 4)), f(*range(3)), f(t))
print([f(*x) for x in ([1], (), [2, 3])])
args = [1, 2]
got = f(*args)
got.append(3)
print(args, got)
print(max(*f(3, 1, 2)), sorted(f(3, 1, 2)), f(1)[5])
try:
    (lambda a, *rest: 0)()
except TypeError as e:
    print(e)
