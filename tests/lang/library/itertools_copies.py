# Iterators of itertools copied and pickled, fresh and in the middle.
import copy
import itertools
import operator
import pickle


def makers():
    yield lambda: itertools.count(3, 2)
    yield lambda: itertools.count(10**20)
    yield lambda: itertools.cycle('abc')
    yield lambda: itertools.repeat('x', 5)
    yield lambda: itertools.accumulate([1, 2, 3, 4])
    yield lambda: itertools.accumulate([1, 2, 3, 4], operator.mul, initial=10)
    yield lambda: itertools.accumulate([None, None, None], operator.is_)
    yield lambda: itertools.chain('ab', 'cd', 'ef')
    yield lambda: itertools.chain.from_iterable(['ab', 'cd', 'ef'])
    yield lambda: itertools.compress('abcdef', [1, 0, 1, 1, 0, 1])
    yield lambda: itertools.dropwhile(operator.not_, [0, 0, 1, 0, 2])
    yield lambda: itertools.takewhile(bool, [1, 2, 3, 0, 4])
    yield lambda: itertools.filterfalse(None, [0, 1, 0, 2, ''])
    yield lambda: itertools.starmap(pow, [(2, 3), (3, 2), (4, 1)])
    yield lambda: itertools.islice('abcdefgh', 1, 7, 2)
    yield lambda: itertools.islice('abcdefgh', 3)
    yield lambda: itertools.zip_longest('ab', 'wxyz', fillvalue='-')
    yield lambda: itertools.product('ab', [1, 2], repeat=1)
    yield lambda: itertools.product('ab', repeat=2)
    yield lambda: itertools.permutations('abc', 2)
    yield lambda: itertools.combinations('abcd', 2)
    yield lambda: itertools.combinations_with_replacement('abc', 2)


def rest(it):
    return list(itertools.islice(it, 9))


for make in makers():
    name = type(make()).__name__
    for taken in (0, 1, 2, 3):
        it = make()
        got = list(itertools.islice(it, taken))
        pickled = [pickle.loads(pickle.dumps(it, protocol)) for protocol in (2, 5)]
        twin = copy.deepcopy(it)
        print(name, taken, got, *[rest(p) for p in pickled], rest(twin), rest(it))
    it = make()
    spent = rest(it)
    if name not in ('count', 'cycle'):
        print(name, 'spent', rest(pickle.loads(pickle.dumps(it))), rest(copy.copy(it)))

it = itertools.groupby('aabbbc')
key, group = next(it)
print(key, next(group))
twin = copy.deepcopy(it)
print([(k, list(g)) for k, g in pickle.loads(pickle.dumps(it))], [(k, list(g)) for k, g in twin], list(group), [(k, list(g)) for k, g in it])

p = itertools.product((1, 2), (3,))
p.__setstate__((0, 0x1000))
print(next(p))
p = itertools.product((1, 2), (), (3,))
p.__setstate__((0, 0, 0x1000))
print(list(p))
for it, state in ((itertools.product('ab', 'cd'), (1,)), (itertools.chain(), ([],)), (itertools.cycle('a'), ((), 1)), (itertools.cycle('a'), 5)):
    try:
        it.__setstate__(state)
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
