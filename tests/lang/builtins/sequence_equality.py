nan = float('nan')
print([nan] == [nan], [0.0] == [-0.0], [1, 2.0, True] == [1.0, 2, 1])
print([1, 'a', None] == [1, 'a', None], ['a' * 50] == ['a' * 50], ['x'] == ['y'], [] == [], [1] == [1, 2])
print([1, 2, 3] < [1, 2, 4], [1, 2] < [1, 2, 0], [1, 2, 3] <= [1, 2, 3], ['a', 'b'] > ['a', 'a'], [2] >= [1, 9])
print((1, 'a') == (1, 'a'), (1, (2, 3)) == (1, (2, 3)), (1, [2]) < (1, [3]), (nan,) == (nan,))


class Loud:
    def __init__(self, name, others=None):
        self.name, self.others = name, others

    def __eq__(self, other):
        print('compare', self.name, getattr(other, 'name', other))
        if self.others is not None:
            self.others.clear()
        return True


a, b = Loud('a'), Loud('b')
print([1, a, 2] == [1, b, 2], [a] == [a], [1, a] == [2, b], [5, a] == [5, 7])
shrinking = [1, None, 3]
shrinking[1] = Loud('clears', shrinking)
print(shrinking == [1, 2, 3], shrinking)


class Odd:
    def __eq__(self, other):
        raise ValueError('no')


try:
    print([1, 2, Odd()] == [1, 2, 3])
except ValueError as e:
    print('ValueError', e)
try:
    print([1, 'a'] < [1, 2])
except TypeError as e:
    print(e)
try:
    cycle = []
    cycle.append(cycle)
    other = []
    other.append(other)
    print(cycle == other)
except RecursionError as e:
    print('RecursionError')
big = list(range(200000))
print(big == list(range(200000)), big == list(range(199999)) + [0], big < list(range(200001)))
for n in range(7):
    l = list(range(n))
    l.reverse()
    print(l, end=' ')
big.reverse()
print(big[:3], big[-3:], big == sorted(big, reverse=True))
