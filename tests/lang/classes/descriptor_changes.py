"""Descriptors of a script's classes: what reading and writing through them runs, also after the classes change."""


class Logged:
    def __init__(self, name):
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return f'class {owner.__name__}'
        return obj.__dict__.get(self.name, 'unset')

    def __set__(self, obj, value):
        if value == 'bad':
            raise ValueError('refused')
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        del obj.__dict__[self.name]


class Reads:
    def __get__(self, obj, owner):
        return 'read only name', obj is not None


class Writes:
    def __set__(self, obj, value):
        obj.__dict__['w'] = ('written', value)


class Yields:
    def __get__(self, obj, owner):
        yield 1
        yield 2


class Callable:
    def __call__(self, obj, owner):
        return 'called'


class Odd:
    __get__ = Callable()


class Static:
    __get__ = staticmethod(lambda obj, owner: ('static', owner.__name__))


class Owner:
    a = Logged('a')
    r = Reads()
    w = Writes()
    y = Yields()
    s = Static()


def attempt(action):
    try:
        return action()
    except Exception as e:
        return f'{type(e).__name__}: {e}'


def use(o):
    out = []
    for i in range(3):
        o.a = i
        out.append(o.a)
    out.append((o.r, o.w, list(o.y)) if 'w' in o.__dict__ else (o.r, list(o.y)))
    return out


o = Owner()
print(o.a, use(o), Owner.a, Owner.r, attempt(lambda: o.s))
o.w = 5
print(o.w, use(o))
o.__dict__['r'] = 'shadowed'
o.__dict__['a'] = 'through'
print(o.r, o.a, attempt(lambda: setattr(o, 'a', 'bad')), o.a)
del o.a
print(o.a, attempt(lambda: delattr(o, 'a')), attempt(lambda: delattr(o, 'w')))


class Sub(Owner):
    a = 'plain'


s = Sub()
print(s.a, attempt(lambda: setattr(s, 'a', 3)), s.a)
results = []
for i in range(6):
    results.append(o.a)
    if i == 1:
        Logged.__get__ = lambda self, obj, owner: 'patched'
    if i == 3:
        del Logged.__set__, Logged.__delete__
        o.a = 'own'
    if i == 4:
        Owner.a = 'no descriptor'
print(results, o.a)
Logged.__get__ = lambda self, obj, owner=None: (_ for _ in ()).throw(KeyError('in get'))
Owner.b = Logged('b')
print(attempt(lambda: Owner().b), attempt(lambda: getattr(Owner(), 'b', 'default')), attempt(lambda: hasattr(Owner(), 'b')))
Logged.__get__ = lambda self, obj, owner=None: getattr(obj, 'missing')
print(attempt(lambda: Owner().b), getattr(Owner(), 'b', 'default'), hasattr(Owner(), 'b'))
Owner.c = Odd()
print(attempt(lambda: Owner().c))
Logged.__get__ = lambda self: 'too few'
print(attempt(lambda: Owner().b).split(':')[0])
