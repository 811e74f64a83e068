import operator as op
from operator import itemgetter, attrgetter, methodcaller
print(op.add(1, 2), op.sub(5, 3), op.mul(2, 3), op.truediv(1, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 5), op.neg(3), op.not_(0), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.inv(5), op.lshift(1, 3), op.rshift(8, 1), op.abs(-3), op.pos(-3), op.index(True))
print(op.lt(1, 2), op.le(2, 2), op.eq(1, 1), op.ne(1, 1), op.gt(1, 2), op.ge(2, 2), op.is_(None, None), op.is_not(1, None), op.truth([]), op.contains([1], 1), op.concat([1], [2]), op.countOf([1, 1, 2], 1), op.indexOf('abc', 'c'), op.getitem({'a': 1}, 'a'))
l = [1, 2, 3]; op.setitem(l, 0, 9); op.delitem(l, 1); print(l, op.iadd(l, [4]), op.length_hint(iter([1, 2])))
print(itemgetter(1)('abc'), itemgetter(0, 2)('abc'), itemgetter('k')({'k': 5}), sorted([(2, 'a'), (1, 'b')], key=itemgetter(0)), itemgetter(slice(1, 3))('abcd'))
class A: pass
a = A(); a.x = 1; a.b = A(); a.b.c = 7
print(attrgetter('x')(a), attrgetter('b.c', 'x')(a), methodcaller('upper')('a'), methodcaller('split', ',', maxsplit=1)('a,b,c'))
print(itemgetter(1, 'a'), attrgetter('a.b'), methodcaller('f', 1, k=2))
try: attrgetter('nope')(a)
except AttributeError as e: print(e)
try: op.indexOf([], 1)
except ValueError as e: print(e)
