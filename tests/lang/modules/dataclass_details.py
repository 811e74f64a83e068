from __future__ import annotations
import abc
import dataclasses
import pickle
import copy
import typing
from collections import deque
from dataclasses import KW_ONLY, InitVar, asdict, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar, List, Optional


@dataclass
class Named:
    type: str
    x: int
    keys: int = 3


@dataclass
class Texts:
    a: ClassVar[int] = 1
    b: typing.ClassVar[int] = 2
    c: InitVar[int] = 3
    d: dataclasses.InitVar[int] = 4
    e: int = 5
    _: KW_ONLY
    f: int = 6

    def __post_init__(self, c, d):
        self.sum = c + d


print(Named('t', 1), hasattr(object(), 'type'))
print([f.name for f in fields(Texts)], Texts().sum, Texts(1, 2, 3).sum)
print(Texts.__match_args__, [f.kw_only for f in fields(Texts)])


class D:
    def __set_name__(self, owner, name):
        self.name = name + 'x'

    def __get__(self, instance, owner):
        return 1 if instance is not None else self


@dataclass
class WithDescriptor:
    c: int = D()
    d: int = field(default=D())


print(WithDescriptor.__dict__['d'].name, WithDescriptor.__dict__['c'].name)


@dataclass(frozen=True, slots=True)
class Frozen:
    a: int
    b: list = field(default_factory=list, compare=False)


one = Frozen(1, [2])
for made in copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one)):
    print(made, made == one, made.b is one.b)


@dataclass(slots=True)
class Slotted:
    a: int
    b: int = field(default=5, init=False)


print(Slotted(1), Slotted.__slots__)
for bad in (lambda: dataclass(weakref_slot=True)(type('A', (), {})), lambda: make_dataclass('A', ['for']), lambda: make_dataclass('A', ['a', 'a']),
            lambda: make_dataclass('A', ['1a'])):
    try:
        print(bad())
    except TypeError as e:
        print(e)


class Base(abc.ABC):
    @property
    @abc.abstractmethod
    def foo(self): pass


@dataclass
class Date(Base):
    foo: int


print(Date.__abstractmethods__)
f = field()
f.type, f.name = f, 'id'
print(repr(f)[:30])
print(is_dataclass(list[int]), is_dataclass(Date))
