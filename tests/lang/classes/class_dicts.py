class A:
    """doc"""
    x = 1

    def f(self): pass


class B(A): pass


class C:
    y = 2


class S:
    __slots__ = ('a',)


class SB(S): pass


class D(int): pass


class L(list): pass


class E(Exception): pass


class M(type): pass


for c in A, B, C, S, SB, D, L, E, M:
    print(c.__name__, list(c.__dict__), list(vars(c).keys()) == list(c.__dict__), len(c.__dict__), '__dict__' in c.__dict__, c.__dict__.get('__weakref__') is None)
print([n for n in dir(C()) if n not in dir(object)], [n for n in dir(C) if n not in dir(object)], [n for n in dir(S()) if n not in dir(object)])
print([n for n in dir(E()) if n not in dir(Exception())], [n for n in dir(D()) if n not in dir(int)])
namespace = dict(C.__dict__)
for name in '__dict__', '__weakref__':
    namespace.pop(name)
print(type('C2', (), namespace)().y, {k: v for k, v in vars(A).items() if not k.startswith('__')}.keys())
