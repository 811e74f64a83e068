import types, typing
from typing import *
from abc import ABC, abstractmethod, ABCMeta
ns = types.SimpleNamespace(a=1, b='x'); ns.c = 3; print(ns, ns == types.SimpleNamespace(a=1, b='x', c=3), ns.a)
def f(): yield
class K:
    def m(self): pass
print(isinstance(f, types.FunctionType), isinstance(f(), types.GeneratorType), isinstance(K().m, types.MethodType), isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType), types.NoneType is type(None), isinstance(lambda: 0, types.LambdaType))
mp = types.MappingProxyType({'a': 1}); print(mp['a'], mp, len(mp), list(mp), 'a' in mp)
try: mp['b'] = 1
except TypeError as e: print(e)
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str], Union[int, None], Tuple[int, ...], Callable[[int], str], Callable[..., Any], Any, Literal['a', 1], ClassVar[int], Type[int], Iterable[str], List, Union, Set[K] is not None)
print(Union[int, int], Union[int, Union[str, int]], Optional[Union[int, str]], get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int, str], bool]), get_origin(int), List[int] == List[int], get_args(list[int]))
T = TypeVar('T'); print(T, TypeVar('B', bound=int))
class Box(Generic[T]):
    def __init__(self, x: T): self.x = x
    def get(self) -> T: return self.x
print(Box(3).get(), Box[int](5).get(), isinstance(Box[str]('a'), Box))
class Sub(Box[int]): pass
print(Sub(1).x, Sub.__mro__[1].__name__)
class NT(NamedTuple):
    x: int
    y: str = 'd'
    def double(self): return self.x * 2
n = NT(3); print(n, n.double(), NT._fields, n == (3, 'd'), NT.__annotations__, n._replace(x=1))
E2 = NamedTuple('E2', [('a', int), ('b', str)]); print(E2(1, 'z'))
class TD(TypedDict, total=False):
    name: str
    age: int
d: TD = {'name': 'x'}; print(TD(name='q'), TD.__annotations__, TD.__total__)
@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...
class F:
    def close(self): pass
print(isinstance(F(), Closer), isinstance(3, Closer), cast(int, 'a'), TYPE_CHECKING)
def g(a: int, b: 'str' = 'x', *, c: Optional[int] = None) -> List[int]: ...
print(get_type_hints(g))
UserId = NewType('UserId', int); print(UserId(5))
@overload
def o(x: int) -> int: ...
def o(x): return x
print(o(3))
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def hi(self): return self.name
class Sq(Shape):
    def area(self): return 4
    name = 'sq'
print(Sq().area(), Sq().hi(), isinstance(Sq(), Shape), Shape.__abstractmethods__ == {'area', 'name'})
class Half(Shape):
    def area(self): return 1
for bad in (Shape, Half):
    try: bad()
    except TypeError as e: print(e)
class V(metaclass=ABCMeta): pass
V.register(int); print(isinstance(3, V), issubclass(bool, V), isinstance('a', V))
x: Final = 3
print(Annotated[int, 'meta'], get_type_hints(NT))
