class A: pass
class B(A): pass
class C(B, dict): pass
print(isinstance(1, int), isinstance(True, int), isinstance(1.0, int), isinstance("s", str), isinstance([], list), isinstance({}, dict), isinstance((), tuple), isinstance(None, type(None)), isinstance(A, type), isinstance(2**70, int))
print(isinstance(B(), A), isinstance(A(), B), isinstance(C(), dict), isinstance(C(), (int, A)), isinstance(1, (str, (float, (int,)))), isinstance(1, ()), isinstance(1, object), isinstance(A, object), isinstance(len, object))
print(issubclass(B, A), issubclass(A, B), issubclass(bool, int), issubclass(C, (list, dict)), issubclass(int, object), issubclass(A, A), issubclass(ValueError, Exception), issubclass(KeyError, LookupError), issubclass(type, object), issubclass(object, type))
print(isinstance(ValueError(), Exception), isinstance(KeyError(), (ValueError, LookupError)), isinstance(1, int | str), isinstance(1.5, int | str), isinstance(None, int | None), issubclass(bool, int | str))
class Meta(type):
    def __instancecheck__(cls, o): return o == "magic"
    def __subclasscheck__(cls, c): return c is int
class M(metaclass=Meta): pass
print(isinstance("magic", M), isinstance("other", M), issubclass(int, M), issubclass(str, M), isinstance(M(), M))
class F:
    __class__ = A
print(isinstance(F(), F))
for f in [lambda: isinstance(1, 5), lambda: isinstance(1, (int, 5)), lambda: isinstance("s", (int, 5)), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: isinstance(1), lambda: issubclass(A(), A), lambda: isinstance(1, None)]:
    try:
        print(f())
    except TypeError as x:
        print("TypeError", x)
