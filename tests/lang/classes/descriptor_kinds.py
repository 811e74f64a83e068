# The types of built-in descriptors, and what object.__new__ and __init__ refuse.
import inspect
import types

shown = [str.join, int.__add__, object.__init__, (1).__add__, 'a'.__str__, [].append, len, int.__new__, dict.__dict__['fromkeys'],
         dict.fromkeys, str.maketrans, list.__getitem__, dict.__contains__, int.real, type.__dict__['__name__']]
for x in shown:
    print(type(x).__name__, inspect.isroutine(x), inspect.isbuiltin(x), inspect.ismethoddescriptor(x), inspect.isdatadescriptor(x))
print(str.join, int.__add__, int.real, types.WrapperDescriptorType.__name__, types.GetSetDescriptorType.__name__)
print(int.real.__get__(5), int.real.__get__(None, int) is int.real, int.real.__objclass__, int.real.__name__)
for bad in [lambda: int.real.__get__('x'), lambda: int.real.__set__(5, 1), lambda: setattr(property(), 'fget', 1)]:
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class Plain:
    pass


class WithInit:
    def __init__(self, x):
        self.x = x


class WithNew:
    def __new__(cls, *args):
        return super().__new__(cls)


class Passing:
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def __init__(self, x):
        self.x = x


for make in [lambda: Plain(1), lambda: object.__new__(Plain, 1), lambda: object.__init__(Plain(), 1), lambda: object.__new__(WithInit, 1).__class__.__name__,
             lambda: WithInit(1).x, lambda: object.__init__(WithInit(1), 2), lambda: type(WithNew(1)).__name__, lambda: object.__new__(WithNew, 1),
             lambda: Passing(1)]:
    try:
        print(make())
    except TypeError as e:
        print('TypeError', e)


class Doc:
    class Text:
        def __get__(self, obj, cls):
            return f'doc of {cls.__name__} for {type(obj).__name__}'
    __doc__ = Text()


print(Doc.__doc__, '/', Doc().__doc__)


class Store(dict):
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


s = Store()
s.a = 1
s.b = 2
del s.a
print(s)


class Slotted:
    __slots__ = ('a', 'b')


class Swapped:
    __slots__ = ('b', 'a')


class Weak:
    __slots__ = ('a', '__weakref__')


import weakref
i = Slotted()
i.a, i.b = 1, 2
i.__class__ = Swapped
print(i.a, i.b, type(i).__name__)
try:
    weakref.ref(i)
except TypeError as e:
    print(e)
w = Weak()
print(weakref.ref(w)() is w, '__weakref__' in Weak.__dict__)
try:
    i.__class__ = Weak
except TypeError as e:
    print(e)


class Helpful:
    def __getattr__(self, name):
        raise AttributeError('no such thing')


try:
    Helpful().wanted
except AttributeError as e:
    print(e, e.name, type(e.obj).__name__)


def mark(f):
    f.tag = 'marked'
    return f


class Tagged:
    @mark
    @staticmethod
    def s():
        return 's'

    @mark
    @classmethod
    def c(cls):
        return cls.__name__


print(Tagged.__dict__['s'].tag, Tagged.__dict__['c'].tag, Tagged.s(), Tagged.c(), hasattr(Tagged.s, 'tag'), sorted(vars(staticmethod(len))))
wrapper = Tagged.__dict__['s']
wrapper.extra = [1]
wrapper.extra.append(2)
print(wrapper.extra)
del wrapper.extra
try:
    wrapper.extra
except AttributeError as e:
    print(e)


class Setter:
    def __set__(self, obj, value):
        obj.stored = value


class Meta(type):
    a = Setter()


class Made(metaclass=Meta):
    a = 42


Made.a = 5
print(Made.a, Made.stored)


class Hook:
    def __get__(self, obj, cls):
        return lambda name: f'{name} of {cls.__name__}'


class Hooked:
    __getattr__ = Hook()


print(Hooked().anything)


class Backwards:
    class Way:
        def __get__(self, obj, cls):
            return lambda: iter([3, 2, 1])
    __reversed__ = Way()


print(list(reversed(Backwards())))
proxy = Backwards.__dict__
try:
    proxy |= {}
except TypeError as e:
    print(e)
