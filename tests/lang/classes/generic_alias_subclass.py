# Subclasses of types.GenericAlias, and ParamSpec in aliases.
import collections.abc
import types
import typing


class Alias(types.GenericAlias):
    __slots__ = ()

    def __repr__(self):
        return 'Alias of ' + super().__repr__()

    def __getitem__(self, item):
        return type(self)(self.__origin__, item)


a = Alias(list, (int,))
print(a, type(a).__name__, a.__origin__, a.__args__, a([1]), a[str], isinstance(a, types.GenericAlias), a == Alias(list, (int,)), hash(a) == hash(Alias(list, (int,))))

P = typing.ParamSpec('P')
P2 = typing.ParamSpec('P2')
T = typing.TypeVar('T')


class Z(typing.Generic[T, P]):
    pass


class Y(typing.Generic[P]):
    pass


print([str(x).rsplit('.', 1)[-1] for x in (Z[int, [str, bool]], Y[int, str], Y[[int, str]], Z[int, P], Y[...], Z[int, ...])])
C = typing.Callable[P, T]
print(C[[int, str], bool], C[..., int], C[P2, int], C.__parameters__)
G = typing.Callable[typing.Concatenate[int, P], T]
print(G[[str], bool], G[P2, bool], G[..., int])
print(Z[int, [str, T]].__parameters__, Z[int, [str, T]][bool].__args__)
print(collections.abc.Callable[P, T][[int], str], collections.abc.Callable[typing.Concatenate[int, P], T], collections.abc.Callable[P, T])
for bad in (lambda: Z[int, str], lambda: C[int, str]):
    try:
        print(bad())
    except TypeError as e:
        print(e)
