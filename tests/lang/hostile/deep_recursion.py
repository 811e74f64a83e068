# Recursion through natives ends in RecursionError, wherever it goes through.
import copy
import functools
import json
import sys


def attempt(name, f):
    try:
        f()
        print(name, "done")
    except RecursionError:
        print(name, "RecursionError")


def key(x):
    return sorted([1, 2], key=key)


class R:
    def __repr__(self): return repr(self)
class S:
    def __str__(self): return "%s" % self
class F:
    def __format__(self, spec): return f"{self:{spec}}"
class E:
    def __eq__(self, other): return self == other
class L:
    def __lt__(self, other): return sorted([self, other])
class A:
    def __getattr__(self, name): return getattr(self, name + "x")
class I:
    def __iter__(self): return iter(self)
class N:
    def __iter__(self): return self
    def __next__(self): return next(self)
class H:
    def __hash__(self): return hash((self,))
class C:
    def __call__(self): return self()
class B:
    def __bool__(self): return bool(self)
class Len:
    def __len__(self): return len(self)
class Add:
    def __add__(self, o): return self + o
    def __radd__(self, o): return o + self
class Index:
    def __index__(self): return [1][self]
class Get:
    def __getitem__(self, i): return self[i]
class Contains:
    def __contains__(self, x): return x in self
class P:
    @property
    def p(self): return self.p
class Init:
    def __init__(self): Init()
class New:
    def __new__(cls): return cls()
class Sub:
    def __init_subclass__(cls): type("X", (Sub,), {})
class Enter:
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
class Copy:
    def __deepcopy__(self, memo): return copy.deepcopy(Copy())
class Set:
    def __setattr__(self, n, v): setattr(self, n, v)


def gen():
    yield from gen()


def comp():
    return [comp() for _ in [1]]


def default(o):
    return json.dumps(o, default=default)


def with_enter():
    with Enter(): pass


cases = [("key", lambda: sorted([2, 1], key=key)), ("repr", lambda: repr(R())), ("repr in list", lambda: str([R()])), ("str", lambda: str(S())), ("format", lambda: f"{F()}"), ("eq", lambda: E() == E()), ("eq in list", lambda: [E()] == [E()]),
         ("lt", lambda: sorted([L(), L()])), ("getattr", lambda: A().x), ("iter", lambda: list(I())), ("next", lambda: list(N())), ("hash", lambda: {H()}), ("call", lambda: C()()), ("bool", lambda: not B()), ("len", lambda: len(Len())),
         ("add", lambda: Add() + Add()), ("sum", lambda: sum([Add()], Add())), ("index", lambda: [1][Index()]), ("getitem", lambda: Get()[0]), ("contains", lambda: 1 in Contains()), ("property", lambda: P().p), ("init", Init), ("new", New),
         ("with", with_enter), ("deepcopy", lambda: copy.deepcopy(Copy())), ("setattr", lambda: Set().__setattr__("a", 1)), ("gen", lambda: list(gen())), ("comp", comp), ("json", lambda: json.dumps(E(), default=lambda o: [E()])),
         ("map", lambda: list(map(lambda x: cases[29][1](), [1]))), ("reduce", lambda: functools.reduce(lambda a, b: cases[30][1](), [1, 2])), ("max", lambda: max([1, 2], key=lambda x: cases[31][1]())),
         ("filter", lambda: list(filter(lambda x: cases[32][1](), [1]))), ("partial", lambda: functools.partial(cases[33][1])()), ("exec", lambda: eval("cases[34][1]()")), ("type", lambda: type("Y", (Sub,), {}))]
for name, f in cases:
    attempt(name, f)


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(depth(0) > 100)


def nested_finally(n):
    try:
        nested_finally(n + 1)
    finally:
        n += 1


attempt("finally", lambda: nested_finally(0))
