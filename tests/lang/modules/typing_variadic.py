from types import GenericAlias
from typing import Annotated, Any, Callable, Concatenate, Dict, Generic, List, ParamSpec, Tuple, TypeVar, TypeVarTuple, Union, Unpack

T, K = TypeVar('T'), TypeVar('K')
Ts = TypeVarTuple('Ts')
P = ParamSpec('P')


def f(*args: *Ts, **kw: int) -> tuple[*Ts]: pass


print(f.__annotations__)


class Array(Generic[*Ts]): pass


class Named(Generic[T, *Ts]): pass


class Job(Generic[P, T]): pass


print(Array[int, str], Array[()], Named[int, str, bytes], tuple[int, *tuple[str, ...]], Unpack[Ts], Ts, Array.__parameters__)
print(Job[..., int], P.args, P.kwargs, Callable[Concatenate[int, P], T], Callable[P, T].__parameters__)
print(list[T][int], dict[str, list[T]][bytes], (list[T] | int), Union[list[T], None][int], Annotated[List[T], 'x'][int])
print(GenericAlias(list, int), GenericAlias(dict, (int, str)), list(tuple[int])[0], list(tuple[int])[0].__unpacked__)
for bad in (lambda: list[int][str], lambda: dict[T, K][int], lambda: Named[()], lambda: Dict[T, K][int], lambda: isinstance([], list[int])):
    try:
        print(bad())
    except TypeError as e:
        print(e)


def scope():
    for i in range(30):
        exec(f'made_{i} = {i}; other_{i} = made_{i} + 1')
    return eval('made_29 + other_29', globals(), locals()) if False else eval('len(made_names)')


made_names = 'ab'
print(scope(), hash(int | str) == hash(Union[int, str]), type[int], Any)
