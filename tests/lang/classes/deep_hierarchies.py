# The layout of a class is found in time that does not double with each base.
class Base:
    pass


linear = Base
for i in range(60):
    linear = type('L%d' % i, (linear,), {})
print(len(linear.__mro__), linear.__base__.__name__)


class Left:
    pass


class Right:
    pass


left, right = Left, Right
for i in range(40):
    left, right = type('Left%d' % i, (left, right), {}), type('Right%d' % i, (left, right), {})
print(len(left.__mro__), left.__base__.__name__, right.__base__.__name__)


class Slotted(left):
    __slots__ = ('a',)


class Other(right):
    __slots__ = ('b',)


try:
    type('Both', (Slotted, Other), {})
except TypeError as e:
    print(e)
print(type('Fine', (left, Slotted) if False else (Slotted, left), {}).__base__.__name__)


# A descriptor found by super(C, C) is bound to the class, as __init_subclass__ is.
class Shown:
    def __get__(self, instance, owner):
        return lambda *args, **keywords: print('shown', instance is not None, owner.__name__, args, keywords)


class Parent:
    shown = Shown()
    __init_subclass__ = Shown()


class Child(Parent, flag=1):
    pass


super(Child, Child).shown(1)
super(Child, Child()).shown(2)


# object() and object.__new__() take no keyword arguments either.
class Made:
    def __new__(cls, *args, **keywords):
        return super().__new__(cls, *args, **keywords)


for make in (lambda: object(x=1), lambda: object.__new__(object, x=1), lambda: Made(x=1), lambda: Made(1), Made):
    try:
        print(type(make()).__name__)
    except TypeError as e:
        print(e)


class Text(str):
    def __repr__(self):
        print('asked')
        return 'Text!'


print(float(Text(' 1.5 ')))
try:
    float(Text('x'))
except ValueError as e:
    print(e)
