# Assignment to __bases__: the order, the subclasses and what instances find follow.
class A:
    def who(self):
        return 'A'


class B:
    def who(self):
        return 'B'

    def more(self):
        return 'more of B'


class C(A):
    pass


class D(C):
    def who(self):
        return 'D+' + super().who()


d = D()
c = C()
print(d.who(), c.who())
C.__bases__ = (B,)
print(d.who(), c.who(), d.more(), isinstance(d, A), isinstance(d, B))
print([k.__name__ for k in D.__mro__], A.__subclasses__(), B.__subclasses__())
C.__bases__ = (A, B)
print(c.who(), c.more(), [k.__name__ for k in D.__mro__])
B.who = lambda self: 'new B'
A.who = lambda self: 'new A'
print(d.who(), c.who())
C.__bases__ = (B, A)
print(d.who(), c.who(), C.__base__, C.__bases__)
for bases in [(), 3, [B], (D,), (C,), (3,), (B, B), (bool,)]:
    try:
        C.__bases__ = bases
        print('allowed', bases)
    except TypeError as e:
        print(type(e).__name__, e)
try:
    del C.__bases__
except TypeError as e:
    print(e)
try:
    int.__bases__ = (str,)
except TypeError as e:
    print(e)
print([k.__name__ for k in C.__mro__])


class X(A, B):
    pass


class Y(B, A):
    pass


class Z(X):
    pass


try:
    X.__bases__ = (A, Y)
except TypeError as e:
    print(str(e).split(' for')[0].replace('\n', ' '))
print([k.__name__ for k in Z.__mro__])
Z.__bases__ = (Y,)
print([k.__name__ for k in Z.__mro__], X.__subclasses__(), Y.__subclasses__())


class Plugin:
    def run(self):
        return 'plain'


class Traced:
    def run(self):
        return 'traced ' + super().run()


class Base(Plugin):
    pass


class Job(Base):
    pass


Base.__bases__ = (Traced, Plugin)
print(Job().run())
