import inspect
import types


def whoami():
    return inspect.currentframe().f_code.co_name


def caller():
    return inspect.stack()[1].function, inspect.currentframe().f_back.f_code.co_name


def use():
    here = inspect.stack()
    print([f.function for f in here], here[0].code_context[0].strip(), here[0].index, here[0].lineno - use.__code__.co_firstlineno)
    return caller()


def arguments(a, b=2, *rest, c, **kw):
    info = inspect.getargvalues(inspect.currentframe())
    print(info.args, info.varargs, info.keywords, sorted(info.locals))
    return inspect.formatargvalues(*info)


def gen():
    local = 5
    yield local


print(whoami(), use(), arguments(1, 2, 3, c=4, d=5))
g = gen()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g), list(g), inspect.getgeneratorstate(g))
try:
    1 / 0
except ZeroDivisionError as e:
    print([f.function for f in inspect.trace()], inspect.getframeinfo(e.__traceback__).code_context, inspect.getinnerframes(e.__traceback__)[0].function)


class A:
    data = 1

    def method(self): pass

    @classmethod
    def made(cls): pass

    @staticmethod
    def plain(): pass

    @property
    def prop(self): pass


class B(A):
    pass


print([(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(B) if not a.name.startswith('__')])
print(inspect.getclasstree([A, B]))
# above
# the function
def commented(): pass


print(repr(inspect.getcomments(commented)), inspect.isframe(inspect.currentframe()), type(inspect.currentframe()) is types.FrameType)
print([name for name, value in inspect.getmembers_static(B()) if not name.startswith('__')], inspect.CO_GENERATOR, inspect.ismemberdescriptor(1))
n = types.SimpleNamespace(a=1)
n.self = n
print(n)
