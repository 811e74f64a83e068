# Values inside instances are sorted as such where that cannot be told.
class D(dict): pass
class L(list): pass
class T(tuple): pass
class I(int): pass
class C(complex): pass
class S(str): pass
for items in ([D(), D()], [L([1]), L(['a'])], [T((1,)), T(('a',))], [C(1), C(2)], [I(1), 'a'], [S('a'), 1], [L([1]), T((1,))], [I(2), I(1)], [S('b'), S('a')]):
    for f in (sorted, min, max, lambda x: sorted(x, key=lambda v: v), lambda x: sorted((v, 1) for v in x)):
        try: print(f(items))
        except TypeError as e: print(e)
import heapq, bisect
for f in (heapq.heapify, lambda x: bisect.bisect(x, x[0]), lambda x: heapq.nsmallest(1, x)):
    try: print(f([D(), D()]))
    except TypeError as e: print(e)
