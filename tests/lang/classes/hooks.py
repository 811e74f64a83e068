# super() and __class__ inside the hooks that run while a class is being made
class Meta(type):
    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        if "who" in ns:
            print("who", cls.who())
        return cls


class Named:
    def __set_name__(self, owner, name):
        super().__init__()
        print("set_name", owner.__name__, name, owner.who() if hasattr(owner, "who") else None)


class Base(metaclass=Meta):
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        print("init_subclass", __class__.__name__, cls.__name__)

    @classmethod
    def who(cls):
        return __class__.__name__ + "/" + cls.__name__


class Child(Base):
    field = Named()

    def __init_subclass__(cls):
        super().__init_subclass__()
        print("child hook", cls.__name__)


class Grandchild(Child):
    pass


class Temp:
    x = 1
    del x
    try:
        del x
    except NameError as error:
        print(error)


print(Child.who(), hasattr(Temp, "x"), "__classcell__" in vars(Child))
