# Special methods called directly answer NotImplemented for operands wider than their own type.
cases = """(5).__add__(1.5)
(5).__radd__('a')
(5).__mul__('ab')
(5).__rmul__([1])
(255).__lt__(1.5)
(255).__eq__(255.0)
(5).__sub__(True)
(5).__truediv__(2)
(5).__truediv__(2.0)
(5).__floordiv__(2)
(5).__mod__(3)
(5).__rmod__('%d')
(5).__pow__(2)
(5).__pow__(2, 7)
(5).__rpow__(2)
(5).__rpow__(2, 7)
(5).__pow__(2.0)
(5).__and__(3)
(5).__and__(3.0)
(5).__divmod__(3)
(5).__divmod__(3.0)
(2.5).__add__(1)
(2.5).__add__(1j)
(2.5).__radd__('a')
(2.5).__mul__('a')
(2.5).__eq__(1j)
(2.5).__lt__(3)
(2.5).__lt__('a')
(2.5).__pow__(2)
(2.5).__rpow__(2)
(2j).__add__(1)
(2j).__add__(1.5)
(2j).__mul__('a')
(2j).__eq__(2)
(2j).__lt__(2)
(2j).__pow__(2)
True.__and__(False)
True.__and__(3)
True.__add__(1)
True.__eq__(1)
(10**30).__add__(1.5)
(10**30).__add__(1)
'a'.__mul__(2)
'a'.__rmul__(2)
'a'.__add__('b')
'a'.__eq__(1)
'a'.__lt__(1)
[1].__mul__(2)
[1].__eq__((1,))
(1,).__add__((2,))
range(0).__bool__()
range(3).__bool__()
(None).__bool__()
{1}.__and__({1, 2})
{1}.__and__([1])
{'a': 1}.__or__({'b': 2})
{'a': 1}.__or__([])"""
for case in cases.splitlines():
    try:
        print(case, "=", eval(case))
    except Exception as e:
        print(case, "->", type(e).__name__, e)


class Metres(int):
    def __add__(self, other):
        r = super().__add__(other)
        return NotImplemented if r is NotImplemented else Metres(r)

    def __eq__(self, other):
        return super().__eq__(other)

    __hash__ = int.__hash__


print(Metres(3) + 4, type(Metres(3) + 4).__name__, Metres(3) == 3, Metres(3) == 3.0)
print(Metres(3) + 4.5)
