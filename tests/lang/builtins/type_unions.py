import typing

u = int | None
print(u, repr(int | str | None), type(u).__name__)
print(isinstance(None, u), isinstance(3, int | str), isinstance(1.5, int | str), isinstance(True, u))
print(issubclass(bool, int | str), issubclass(float, int | str))
print((int | str) == (str | int), (int | str) == (int | bytes), hash(int | str) == hash(str | int))
print(int | int, int | str | int, u | str, None | u, list[int] | None, list[int] | dict[str, int])
print(typing.get_args(u), u.__args__)


def f(a: int | None = None, *, b: "int | str" = 1) -> str | list[int]:
    return str(a)


print(f.__annotations__)
u |= bytes
print(u)
for bad in ("int | 3", "3 | int", "None | None", "isinstance(3, list[int])", "issubclass(int, list[int])", "isinstance(3, int | list[int])"):
    try:
        print(eval(bad))
    except TypeError as e:
        print(bad, "->", e)


class A:
    pass


print(A | None, isinstance(A(), A | int))

# An alias has the attributes of its class.
Table = dict[str, int]
print(Table.fromkeys('ab', 0), list[int].append.__name__, Table(a=1), list[int].__name__, Table.__origin__, hasattr(list[int], 'nothing'))
try:
    list[int].nothing
except AttributeError as e:
    print(e)


class Box:
    limit = 3

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


box = Box[int]()
print(Box[int].limit, box.__orig_class__, isinstance(Box[int], type))
