# Classes with the same names in the same places: what one taught an instruction must not be taken for the other.
def put(o, v):
    o.x = v


def get(o):
    return o.x


def make(o):
    return o.make(1)


class Writable:
    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, v):
        self._x = v


class ReadOnly:
    @property
    def x(self):
        return 1


class Native:
    x = property(None, print)


class Descriptor:
    def __get__(self, o, t=None):
        return "got"

    def __set__(self, o, v):
        print("set", v)


class Described:
    x = Descriptor()


class Real:
    x = int.__dict__["real"]


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__, str(e).replace("0x", "")[:60]


for cls in (Writable, ReadOnly, Native, Described, Writable, Real, ReadOnly, Writable):
    for turn in range(2):
        o = cls()
        if cls is Real:
            print(cls.__name__, attempt(get, o)[0])
        elif cls is not Native:
            print(cls.__name__, attempt(put, o, turn), attempt(get, o))
Writable.x = property(lambda self: "no setter any more")
print(attempt(put, Writable(), 1), get(Writable()))


class A:
    @classmethod
    def make(cls, *a):
        return "class", cls.__name__, a


class B:
    @staticmethod
    def make(*a):
        return "static", a


class W:
    def __get__(self, o, t=None):
        return lambda *a: ("descriptor", o is None, t.__name__, a)


class C:
    make = W()


class D:
    make = classmethod(len)


for o in (A(), A(), B(), C(), D(), A(), B(), A, B, C, D, A, B):
    print(attempt(make, o))
for way in (classmethod(lambda *a: ("c", a[0].__name__)), staticmethod(lambda *a: ("s", a)), W(), classmethod(staticmethod(lambda *a: ("cs", a))), lambda *a: len(a)):
    A.make = way
    print(attempt(make, A()), attempt(make, A))


class Left:
    def __eq__(self, o):
        return "Left.eq"

    def __lt__(self, o):
        return "Left.lt"

    def __add__(self, o):
        return "Left.add"


class Meta(Left, type):
    def __eq__(self, o):
        return "Meta.eq"

    def __gt__(self, o):
        return "Meta.gt"

    def __radd__(self, o):
        return "Meta.radd"

    __hash__ = type.__hash__


class K(metaclass=Meta):
    pass


print(Left() == K, Left() < K, Left() + K)
