# Subclasses of super: what the base has comes before what they have themselves.
class Base:
    def hi(self):
        return 'base'

    @property
    def p(self):
        return 'bp'

    @classmethod
    def c(cls):
        return cls.__name__


class MySuper(super):
    tag = 1

    def twice(self):
        return self.hi() * 2

    def hi(self):
        return 'hidden'


class K(Base):
    def hi(self):
        s = MySuper(K, self)
        return 'k' + s.hi() + s.twice() + s.p + s.c() + super().hi()

    def zero(self):
        assert __class__ is K  # named here, so that it is there to be found
        return MySuper().hi()

    def nothing_there(self):
        return MySuper().hi()


k = K()
try:
    k.nothing_there()
except RuntimeError as e:
    print(e)
print(k.hi(), k.zero())
s = MySuper(K, k)
print(type(s), s.tag, isinstance(s, super), s.__thisclass__, s.__self_class__, s.__self__ is k, s.__class__)
s.attr = 3
print(s.attr, s.__dict__)
print(MySuper(K, K).c(), repr(s).startswith('<super: '))
try:
    s.nothing
except AttributeError as e:
    print(e)
try:
    MySuper(int, k)
except TypeError as e:
    print(e)
print(issubclass(MySuper, super), MySuper.__mro__)
