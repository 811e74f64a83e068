import typing, collections, collections.abc, types, sys
from typing import *
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
T = TypeVar('T'); K = TypeVar('K'); V = TypeVar('V', bound=int); S = TypeVar('S', int, str); P = ParamSpec('P')
class Node(Generic[T]):
    x: 'Node[T]'
    def __init__(self, v: T = None): self.v = v
    def m(self, a: Optional[int], *b: str, **c: 'int') -> List['Node']: ...
class Pair(Generic[K, V]): pass
class Sub(Node[int], Pair[str, V]): pass
class Shape(Protocol):
    def area(self) -> float: ...
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
class Pt(NamedTuple):
    x: int
    y: int = 0
class TD(TypedDict, total=False):
    a: int
    b: Required[str]
class TD2(TD):
    c: list
UserId = NewType('UserId', int)
exprs = '''List[int]
Dict[str, List[int]]
Optional[int]
Union[int, str, None]
Union[int]
Union[int, Union[str, int]]
Union[List[int], None, str]
Callable[[int, str], bool]
Callable[..., int]
Callable
Callable[[], None]
Tuple[int, ...]
Tuple[()]
Tuple
Type[int]
Any
Literal['a', 1, True]
Literal[1, Literal[2, 3]]
Final[int]
ClassVar[int]
Annotated[int, 'x', 3]
Annotated[Annotated[int, 1], 2]
Iterable[T]
Mapping[str, T][int]
Dict[T, T][int]
Node[int]
Node[T]
Node[int]().v
Node[int](5).__orig_class__
Pair[str, int]
Sub.__orig_bases__
Sub.__parameters__
Node.__parameters__
Sub.__mro__
Generic[T]
Generic
P
T, V, S, TypeVar('X', covariant=True), TypeVar('Y', contravariant=True)
V.__bound__, S.__constraints__, T.__covariant__
Callable[P, int]
Concatenate[int, P]
get_type_hints(Node.m)
get_type_hints(Node)
get_origin(List[int]), get_origin(list[int]), get_origin(Union[int,str]), get_origin(int), get_origin(Callable[[int], str]), get_origin(Generic[T]), get_origin(int|str), get_origin(Literal[1]), get_origin(Annotated[int,1]), get_origin(P.args)
get_args(List[int]), get_args(Dict[str,int]), get_args(Union[int,str]), get_args(Callable[[int], str]), get_args(int|str), get_args(Callable[...,int]), get_args(Literal[1,2]), get_args(Annotated[int,1]), get_args(Tuple[()]), get_args(int)
isinstance([], List)
isinstance([], List[int])
isinstance(3, Union[int, str])
issubclass(int, Union[int, str])
isinstance([], HasLen), isinstance(3, HasLen), issubclass(list, HasLen)
isinstance(3, Shape)
Shape()
isinstance(3, Any)
Any()
List[int]()
list[int]()
List()
Pt(1), Pt._fields, Pt._field_defaults, Pt.__annotations__, Pt(1)._asdict()
TD.__annotations__, TD.__total__, TD.__required_keys__, TD.__optional_keys__
TD2.__annotations__, sorted(TD2.__required_keys__), TD2.__optional_keys__
TD(a=1), TD2, TD.__name__, TD.__bases__
isinstance({}, TD)
UserId, UserId(5), UserId.__name__, UserId.__supertype__, UserId.__module__
ForwardRef('int'), List['Node'], Optional['X']
List[int] == List[int], hash(List[int]) == hash(List[int]), List[int] == list[int], Union[int,str] == Union[str,int], Union[int, str] == (int|str), (int|str) == Union[int,str]
Optional[int] == Union[int, None], Optional[int] == (int | None)
List[int].__origin__, List[int].__args__, List.__origin__, Dict[str,int].__parameters__, List[T].__parameters__
Node[int].__origin__, Node[int].__args__
List[int] | None
int | List[int]
T | int
'X' | T
Optional[T][int]
Union[T, str][int]
Union[T, int][int]
List[Optional[T]][str]
Callable[[T], T][int]
List[1]
Optional[1]
Optional[int, str]
Union[()]
Dict[int]
Node[int, str]
Pair[int]
TypeVar('Z', int)
TypeVar('Z', covariant=True, contravariant=True)
Generic[int]
class_err()
cast(int, 'x')
Text, AnyStr, NoReturn, Never, Self, LiteralString, TypeAlias
TYPE_CHECKING
assert_never(3)
DefaultDict[str, int](), OrderedDict[str, int](), Counter[str]('aab'), Deque[int]([1])
Pattern[str], Match[str], IO[str], TextIO, BinaryIO
SupportsInt, isinstance(3, SupportsInt), isinstance('', SupportsInt), isinstance(3, SupportsIndex)
Iterator[int], Generator[int, None, str], Sequence[int], Set[int], FrozenSet[int], AbstractSet[int], Collection[int], Hashable, Sized
typing.List is List, type(List[int]).__name__, type(List).__name__
Unpack[Tuple[int, str]]
TypeGuard[int], Required[int], NotRequired[str]
list[T][int], dict[K, V][str, int], tuple[T, ...][int], list[T].__parameters__
type[int], collections.abc.Callable[[int], str], collections.abc.Iterable[int], collections.deque[int]
get_type_hints(TD2), get_type_hints(TD, include_extras=True)
get_type_hints(Pt)
is_typeddict(TD), is_typeddict(dict)
List.__name__, List[int].__name__, Union.__name__ if hasattr(Union,'__name__') else None, Optional[int]._name, Callable[[int],int].__args__
repr(typing.Optional), repr(typing.Literal), repr(typing.NamedTuple).split(' at')[0], repr(TypedDict).split(' at')[0]'''.splitlines()
def class_err():
    class Bad(Generic[T], Generic[K]): pass
for e in exprs:
    print(e, '->', end=' ')
    show(lambda: eval(e))
@overload
def ov(x: int) -> int: ...
@overload
def ov(x: str) -> str: ...
def ov(x): return x
print(ov(3), len(get_overloads(ov)))
@final
class Fin: pass
print(Fin.__final__)
class E(NamedTuple('Base', [('a', int)])): pass
print(E(1), NamedTuple('Q', [('a', int), ('b', str)])(1, 'x'), NamedTuple('Q', a=int)(1) if 0 else '')
TDF = TypedDict('TDF', {'in': int, 'x-y': str})
print(TDF.__annotations__, TDF({'in': 1}))
def g(a: 'List[int]', b: "Optional[str]" = None, *, c: int = None) -> 'Dict[str, Any]': pass
print(get_type_hints(g))
class Emp(NamedTuple):
    """Doc."""
    name: str
    id: int = 3
    @property
    def full(self): return self.name + '!'
    def m(self): return self.id
print(Emp('a').full, Emp('b', 2).m(), Emp.__doc__, Emp('x'), Emp('x')._replace(id=9))
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: List[T] = []
    def push(self, item: T) -> None: self.items.append(item)
s = Stack[int](); s.push(1); print(s.items, Stack.__init__.__annotations__, Stack.push.__annotations__)
class Comparable(Protocol[T]):
    def cmp(self, o: T) -> int: ...
print(Comparable[int], Comparable.__parameters__, Comparable.__mro__[1:])
class Impl(Comparable[int]):
    def cmp(self, o): return 0
print(Impl().cmp(1), Impl.__mro__, Impl._is_protocol)
