# Methods of a subclass, or set on one generator, take part in everything built on them.
import pickle
import random


class Half(random.Random):
    def random(self):
        return 0.5


r = Half(1)
print(r.random(), r.uniform(2, 4), r.randrange(10), r.choice('abcd'), r.randint(1, 6), r.triangular(0, 10, 4))
print(r.choices([1, 2, 3, 4], k=3), round(r.expovariate(2), 6), round(r.paretovariate(3), 6))


class Bits(random.Random):
    def getrandbits(self, k):
        return super().getrandbits(k) & 1


b = Bits(5)
print([b.randrange(8) for _ in range(5)])


class Both(Half):
    def getrandbits(self, k):
        return 3


print(Both().randrange(4), Both().random())


class Broken(random.Random):
    def random(self):
        raise ZeroDivisionError('no numbers')


for f in [lambda g: g.random(), lambda g: g.choice('ab'), lambda g: g.gauss(0, 1), lambda g: g.gammavariate(2, 1), lambda g: g.shuffle([1, 2, 3])]:
    try:
        print(f(Broken()))
    except ZeroDivisionError as e:
        print('error', e)
g = random.Random(3)
g.random = [0.25, 0.75].pop
print(g.uniform(0, 1), g.uniform(0, 1))
a = random.Random(11)
a.random()
twin = pickle.loads(pickle.dumps(a))
print(twin.random() == a.random(), type(twin).__name__)
print(sorted(n for n in random.__all__ if n in ('Random', 'choice', 'seed')), random.BPF, round(random.LOG4, 6))
for state in [(1, None, None), (2, None, None), (2, (1, 2), None), (2, ("a",) * 625, None)]:
    try:
        a.setstate(state)
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
