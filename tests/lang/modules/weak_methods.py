# Weak references to bound methods.
import gc
import weakref


class Button:
    def __init__(self, name):
        self.name = name

    def click(self):
        return 'click ' + self.name

    def press(self):
        return 'press ' + self.name

    def __eq__(self, other):
        return isinstance(other, Button) and self.name == other.name

    def __hash__(self):
        return hash(self.name)


a, b = Button('one'), Button('one')
m, n, p = weakref.WeakMethod(a.click), weakref.WeakMethod(b.click), weakref.WeakMethod(a.press)
print(m()(), p()(), isinstance(m, weakref.ref), m == n, m != n, m == p, hash(m) == hash(n), m == 3, m().__self__ is a)
seen = []
last = weakref.WeakMethod(a.press, lambda r: seen.append(r is last))
listeners = {m: 1, p: 2}
print(listeners[weakref.WeakMethod(b.click)])
del a
gc.collect()
print(m(), n()(), m == n, m == m, last(), seen)
for bad in (len, lambda: 1, 3):
    try:
        weakref.WeakMethod(bad)
    except TypeError as e:
        print(str(e).split(', not')[0])


class Number(list):
    def __ifloordiv__(self, other):
        self.append(other)
        return self


x = Number()
q = weakref.proxy(x)
q //= 4
print(x, q == [4])
