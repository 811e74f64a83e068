class Doc:
    def _get(self):
        """old"""
        return 1

    x = property(_get)

    @x.getter
    def x(self):
        """new"""
        return 2

    y = property(_get, doc='own')
    y = y.getter(lambda self: 3)
    z = property()
    w = property(lambda self: 1)


print(Doc.x.__doc__, Doc.y.__doc__, Doc.z.__doc__, Doc().x, Doc().y)
for action in ('o.z', 'o.z = 1', 'del o.z', 'o.w = 2', 'del o.w', 'Outer.Inner().p', 'Doc.w.__set__(o, 1)', 'type(o).x.__get__(o) == 2 or fail',
               'free.__get__(o)'):
    class Outer:
        class Inner:
            p = property()
    free = property()
    o = Doc()
    try:
        exec(action)
        print('fine')
    except AttributeError as e:
        print(e)


class Chain:
    @classmethod
    @property
    def name(cls):
        return cls.__name__

    @classmethod
    @classmethod
    def twice(cls):
        return cls.__name__

    @classmethod
    @staticmethod
    def plain():
        return 'plain'


class Sub(Chain):
    pass


print(Chain.name, Sub.name, Sub().name, Sub.twice() if False else '', Sub.plain() if False else '')


class Wrapper:
    def __init__(self, f): self.f = f

    def __get__(self, obj, owner): return obj is owner, owner.__name__


class Wrapped:
    w = classmethod(Wrapper(None))


print(Wrapped.w, Wrapped().w)


class A:
    def hello(self): return 'A ' + type(self).__name__


class B(A):
    def hello(self): return 'B then ' + self._up.hello()


B._up = super(B)
print(B().hello(), repr(super(B)), super(B).__self__, super(B).__self_class__, super(B).__thisclass__.__name__)
print(super(B, B()).hello(), super(B).__get__(B()).hello())
for bad in (lambda: super(1), lambda: super(B, 3), lambda: super(B).hello):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class Liar:
    def __init__(self, cls): self.cls = cls

    def __getattribute__(self, name):
        return object.__getattribute__(self, 'cls') if name == '__class__' else object.__getattribute__(self, name)


print(isinstance(Liar(int), int), isinstance(Liar(B), A), isinstance(Liar(B), str), type(Liar(int)).__name__)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        space = super().__prepare__(name, bases, **kw)
        space['given'] = name
        return space


class Made(metaclass=Meta):
    pass


print(Made.given, type.__prepare__(), type.__prepare__('x', (), a=1))


class F:
    def m(self): pass

    m.tag = 5


print(F().m.tag, F().m.__dict__, 'tag' in dir(F().m), '__kwdefaults__' in dir(F().m))


def g(a: int) -> str: pass


print(staticmethod(g).__annotations__, classmethod(g).__annotations__, staticmethod(g).__name__)


def gen():
    try:
        yield 1
    except ValueError as e:
        yield type(e), e.args


for args in ((ValueError,), (ValueError, 'x'), (ValueError, ('x', 'y')), (ValueError, ValueError(3)), (ValueError(4),), (ValueError(1), 'foo'),
             (ValueError, 'foo', 23), ('abc',), (ValueError, None, None)):
    it = gen()
    next(it)
    try:
        print(it.throw(*args))
    except TypeError as e:
        print(e)
import types
m = types.ModuleType('made', 'doc')
print(m, m.__doc__, m.__loader__, m.__spec__, m.__package__, m.__annotations__)
