from typing import Generic, Iterable, Protocol, TypeVar, runtime_checkable, List, Dict, NamedTuple, TypedDict

T = TypeVar('T')


class HasX(Protocol):
    x: int


class Plain(HasX):
    def __init__(self):
        super().__init__()
        self.x = 3


class Base:
    def __init__(self, n):
        self.n = n


class Mixed(HasX, Base):
    x = 1


class Speaks(Protocol):
    def speak(self) -> str:
        return 'default'

    def other(self): ...


class Dog(Speaks):
    def speak(self):
        return 'woof, not ' + super().speak()


@runtime_checkable
class Closes(Protocol):
    def close(self): ...


class Door:
    def close(self): pass


class Stuck:
    close = None


@runtime_checkable
class Sized2(Protocol[T]):
    size: int

    def get(self) -> T: ...


class Box:
    def __init__(self): self.size = 1

    def get(self): return 1


print(Plain().x, Mixed(5).n, Dog().speak(), isinstance(Door(), Closes), isinstance(Stuck(), Closes), issubclass(Door, Closes), issubclass(Stuck, Closes))
print(isinstance(Box(), Sized2), isinstance(3, Sized2), Sized2[int], isinstance(open, Closes))
for bad in (lambda: HasX(), lambda: isinstance(3, HasX), lambda: issubclass(Box, Sized2), lambda: issubclass(3, Closes), lambda: runtime_checkable(Door)):
    try:
        print(bad())
    except TypeError as e:
        print(e)
try:
    class Wrong(Base, Protocol): pass
except TypeError as e:
    print(e)


class Stack(List[T]):
    def top(self) -> T: return self[-1]


class Registry(Dict[str, T], Generic[T]): pass


class Pair(NamedTuple, Generic[T]):
    a: T
    b: int = 0


class Movie(TypedDict, Generic[T]):
    title: str
    extra: T


print(Stack([1, 2]).top(), Stack.__mro__[1:], Stack[int], Stack.__parameters__, Registry(a=1), Registry[int])
print(Pair(1), Pair[int](2, 3), Pair._fields, Movie(title='x', extra=1), Movie.__required_keys__ == {'title', 'extra'}, Movie[int])
