# A class whose instances are class attributes becomes one of descriptors, and stops being one.
class D:
    pass


class Base:
    x = D()


class Sub(Base):
    y = Base.x


def read(o):
    return o.x


s = Sub()
for _ in range(5):
    print(type(read(s)).__name__, end=' ')
D.__get__ = lambda self, obj, cls=None: ('got', obj is None)
print(read(s), Sub.x, s.y, Sub.y)
s.x = 1
print(read(s), s.__dict__)
D.__set__ = lambda self, obj, value: print('set', value)
print(read(s))
s.x = 2
s.y = 3
print(s.__dict__)
del D.__set__
print(read(s))
del D.__get__, s.x
print(type(read(s)).__name__, type(Sub.x).__name__)


class Child(D):
    pass


Base.z = Child()
print(type(s.z).__name__)
D.__get__ = lambda self, obj, cls=None: type(self).__name__
print(s.z, s.x, Base.z)
D.__delete__ = lambda self, obj: print('deleted')
del s.z
