# Classes with several protocols at once: iterators, context managers, callables, containers.
class Stack:
    def __init__(self, *items): self._items = list(items)
    def push(self, x): self._items.append(x); return self
    def pop(self): return self._items.pop()
    def __len__(self): return len(self._items)
    def __iter__(self): return reversed(self._items)
    def __contains__(self, x): return x in self._items
    def __getitem__(self, i): return self._items[-1 - i]
    def __repr__(self): return f"Stack({', '.join(map(repr, self._items))})"
    def __eq__(self, o): return isinstance(o, Stack) and self._items == o._items
    def __bool__(self): return bool(self._items)
    def __add__(self, o): return Stack(*self._items, *o._items)
    def __enter__(self): self._mark = len(self); return self
    def __exit__(self, *e): del self._items[self._mark:]; return False
    def __call__(self, n): return self._items[:n]
    def __hash__(self): return hash(tuple(self._items))
s = Stack(1, 2).push(3)
print(s, len(s), list(s), 2 in s, s[0], s[-1], s == Stack(1, 2, 3), s + Stack(9), bool(Stack()), s(2), {s: "k"}[Stack(1, 2, 3)], [*s], max(s), sorted(s), dict.fromkeys(s))
with s as t: t.push(4).push(5); print(t)
print(s, s.pop(), s)
try:
    with s: s.push(7); raise KeyError("inside")
except KeyError as e: print(e, s)
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __imatmul__(self, o): self.rows = (self @ o).rows; return self
    def __mul__(self, k): return Matrix([[v * k for v in r] for r in self.rows])
    __rmul__ = __mul__
    def __neg__(self): return self * -1
    def __getitem__(self, ij): return self.rows[ij[0]][ij[1]] if isinstance(ij, tuple) else self.rows[ij]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v
    def __eq__(self, o): return self.rows == o.rows
    def __str__(self): return "\n".join(" ".join(map(str, r)) for r in self.rows)
    def __iter__(self): return (v for r in self.rows for v in r)
    def __len__(self): return len(self.rows)
    def __pow__(self, n): return self if n == 1 else self @ self ** (n - 1)
m = Matrix([[1, 2], [3, 4]])
print(m @ m, 2 * m, (-m)[1, 1], m[0], list(m), m ** 3 == m @ m @ m, len(m), sep=" | ")
m[0, 0] = 9
m @= Matrix([[1, 0], [0, 1]])
print(m)
class Vec:
    __slots__ = ("x", "y")
    def __init__(self, x=0, y=0): self.x, self.y = x, y
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y) if isinstance(o, Vec) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __sub__(self, o): return Vec(self.x - o.x, self.y - o.y)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __iter__(self): yield self.x; yield self.y
    def __repr__(self): return f"Vec{tuple(self)}"
    def __format__(self, spec): return f"<{format(self.x, spec)},{format(self.y, spec)}>"
    def __round__(self, n=0): return Vec(round(self.x, n), round(self.y, n))
    def __lt__(self, o): return abs(self) < abs(o)
    def __index__(self): return int(self.x)
x, y = Vec(1, 2)
print(x, y, sum([Vec(1, 2), Vec(3, 4)]), abs(Vec(3, 4)), f"{Vec(1.234, 5):.1f}", round(Vec(1.26, 2.74), 1), sorted([Vec(3), Vec(1)]), min(Vec(5), Vec(2)), "abc"[Vec(1)], Vec(*Vec(7, 8)))
try: Vec() + 1
except TypeError as e: print(e)
class LinkedList:
    class Node:
        def __init__(self, v, n=None): self.v, self.n = v, n
    def __init__(self, it=()):
        self.head = None
        for v in reversed(list(it)): self.head = self.Node(v, self.head)
    def __iter__(self):
        n = self.head
        while n: yield n.v; n = n.n
    def __reversed__(self): return reversed(list(iter(self)))
    def __length_hint__(self): return 5
    def __repr__(self): return "->".join(map(str, self))
ll = LinkedList("abc")
print(ll, list(reversed(ll)), list(ll), "b" in ll, tuple(ll), [*ll][::-1], dict(enumerate(ll)))
class Lazy(dict):
    def __missing__(self, k): v = self[k] = k * 2; return v
l = Lazy()
print(l[3], l, l.get(9), 9 in l, l.setdefault(1, "d"), len(l))
class Temp:
    def __init__(self, c): self.c = c
    @property
    def f(self): return self.c * 9 / 5 + 32
    @f.setter
    def f(self, v): self.c = (v - 32) * 5 / 9
    def __lt__(self, o): return self.c < o.c
    def __eq__(self, o): return self.c == o.c
t = Temp(100)
t.f = 32
print(t.f, t.c, Temp(1) < Temp(2), Temp(2) > Temp(1), Temp(1) != Temp(1))
class Observable:
    def __init__(self): object.__setattr__(self, "_log", [])
    def __setattr__(self, k, v): self._log.append((k, v)); object.__setattr__(self, k, v)
    def __getattr__(self, k): return f"no {k}"
o = Observable()
o.a = 1; o.a += 1
print(o._log, o.a, o.zz)
class Chain:
    def __init__(self, path=""): self._p = path
    def __getattr__(self, n): return Chain(f"{self._p}/{n}")
    def __call__(self, *a): return Chain(f"{self._p}({','.join(map(str, a))})")
    def __getitem__(self, k): return Chain(f"{self._p}[{k!r}]")
    def __str__(self): return self._p
print(Chain().users(5).posts["x"][1:2].all())
