s = {1, 2, 3}
print(s.add(4), s.discard(9), s.discard(1), s.remove(2), s)
print(s.update([5, 6], {7}, (8,)), s, s.update(), s)
print({1, 2}.union([3], (4,), {5: 6}), {1, 2}.union(), {1}.union("1") == {1, "1"})
print({1, 2, 3}.intersection([2, 3, 4], {3}), {1, 2}.intersection(), {1}.intersection([]))
print({1, 2, 3, 4}.difference([1], (2,)), {1}.difference(), {1, 2, 3}.difference({1: 0}), {1, 2}.difference("a"))
print({1, 2}.symmetric_difference([2, 3]), {1, 2}.symmetric_difference([2, 3, 3, 2]), {1, 2}.symmetric_difference({2: 0, 9: 0}))
s = {1, 2, 3, 4}
print(s.intersection_update([2, 3, 4, 9], [3, 4]), s)
print(s.difference_update([3], [99]), s)
print(s.symmetric_difference_update([4, 5]), s)
print(s.symmetric_difference_update({5: 1, 6: 1}), s)
print({1, 2}.issubset([1, 2, 3]), {1, 2}.issubset({1}), {1, 2}.issuperset([1]), {1}.issuperset([1, 2]), {1}.issuperset({1}), set().issubset([]))
print({1}.isdisjoint([2]), {1}.isdisjoint([1, 2]), {1}.isdisjoint({1}), set().isdisjoint(set()))
c = s.copy()
c.add(100)
print(s, c, s.clear(), s)
x = {5}
print(x.pop(), x)
y = set(range(20))
print(sorted(y.pop() for _ in range(20)), y)
f = frozenset([1, 2])
print(f.copy() is f, frozenset(f) is f, f.union([3]), f & {1}, f.difference([1]), f.issubset({1, 2, 3}), f ^ {1})
print(f.isdisjoint({5}), f.symmetric_difference([1, 9]), f.intersection({2}), sorted(f | {0}))
s = {1, 2}
s |= s
s &= s
print(s)
s ^= s
print(s)
s = {1, 2}
s -= s
print(s)
s = {1, 2}
s.update(s)
s.difference_update(s)
print(s)
s = {1}
s.__init__([4, 5])
print(s)
print({1, 2}.__contains__(1), {1}.__len__(), {1}.__or__({2}), {1}.__or__([2]))
z = {frozenset({1})}
z.discard({1})
print(z)
z = {frozenset({1})}
z.remove({1})
print(z)
