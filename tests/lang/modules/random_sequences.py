# Seeded sequences are CPython's, call for call.
import random

for seed in (0, 1, 42, -42, 2**31, 2**64, 2**70 + 5, -2**100, True, 1.5, -0.0, 'text', '', 'h\u00e9', b'bytes', bytearray(b'x'), 'a' * 300):
    random.seed(seed)
    print(repr(seed)[:20], random.random(), random.getrandbits(32), random.randint(1, 6))
random.seed('old', version=1)
print(random.random())
random.seed(b'old\xff', version=1)
print(random.random())
try:
    random.seed([1])
except TypeError as e:
    print(e)

random.seed(7)
print([random.random() for _ in range(5)])
print([random.getrandbits(k) for k in (0, 1, 5, 31, 32, 33, 63, 64, 65, 100, 128, 200)])
print(random.randbytes(0), random.randbytes(1), random.randbytes(7), random.randbytes(16))
print([random.randint(0, 9) for _ in range(10)], random.randint(-5, 5), random.randint(5, 5), random.randint(10**20, 10**21), random.randint(-2**63, 2**63))
print([random.randrange(10) for _ in range(5)], random.randrange(5, 10), random.randrange(0, 100, 7), random.randrange(10, 0, -3), random.randrange(2**80), random.randrange(1, 2**70, 2**65))
print([random.choice('abcdef') for _ in range(6)], random.choice([1, 2, 3]), random.choice((4, 5)), random.choice(range(100, 200)), random.choice('h\u00e9llo'))
print(random.choices([1, 2, 3], k=8), random.choices('ab', weights=[1, 9], k=8), random.choices(range(5), cum_weights=[1, 2, 3, 4, 10], k=6), random.choices([1, 2], weights=(0.5, 0.25)), random.choices([1], k=0))
items = list(range(20))
random.shuffle(items)
print(items)
print(random.sample(range(100), 10), random.sample([1, 2, 3], 3), random.sample('abcdefgh', 4), random.sample(range(10**9), 3), random.sample(range(1000), 60)[:5], random.sample([1, 2], 0))
print(random.sample(['r', 'b'], counts=[4, 2], k=5))
print(random.uniform(1, 10), random.uniform(10, 1), random.uniform(0.5, 0.5), random.triangular(), random.triangular(0, 10, 3), random.triangular(5, 5, 5))
print(random.gauss(0, 1), random.gauss(10, 2), random.gauss(), random.normalvariate(0, 1), random.normalvariate(), random.lognormvariate(0, 0.25))
print(random.expovariate(2), random.expovariate(-1.5), random.vonmisesvariate(0, 4), random.vonmisesvariate(1, 0), random.gammavariate(2, 3), random.gammavariate(1, 2), random.gammavariate(0.5, 1))
print(random.betavariate(2, 5), random.betavariate(0.5, 0.5), random.paretovariate(3), random.weibullvariate(1, 1.5))

state = random.getstate()
a = [random.random() for _ in range(3)] + [random.gauss(0, 1)]
random.setstate(state)
b = [random.random() for _ in range(3)] + [random.gauss(0, 1)]
print(a == b, state[0], len(state[1]))


def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


attempt(random.choice, [])
attempt(random.choice, 5)
attempt(random.randint, 5, 1)
attempt(random.randrange, 0)
attempt(random.randrange, 5, 5)
attempt(random.randrange, 0, 10, 0)
attempt(random.randrange, 0, 10, -1)
attempt(random.randrange, 'a')
attempt(random.sample, [1, 2], 3)
attempt(random.sample, [1, 2], -1)
attempt(random.sample, {1, 2}, 1)
attempt(random.sample, {'a': 1}, 1)
attempt(random.sample, [1, 2], k=1, counts=[1])
attempt(random.sample, [1, 2], k=1, counts=[0, 0])
attempt(random.choices, [1, 2], weights=[0, 0])
attempt(random.choices, [1, 2], weights=[1])
attempt(random.choices, [1, 2], weights=[1, 2], cum_weights=[1, 2])
attempt(random.choices, [1, 2], 3)
attempt(random.choices, [], k=1)
attempt(random.getrandbits, -1)
attempt(random.gammavariate, 0, 1)
attempt(random.expovariate, 0)
attempt(random.shuffle, (1, 2))
attempt(random.shuffle, 'ab')

r = random.Random(99)
s = random.Random(99)
print(r.random() == s.random(), r.randint(1, 1000) == s.randint(1, 1000), r.random(), r.choice('xyz'), r.sample(range(50), 5))
r.seed(5)
print(r.random(), [r.randrange(100) for _ in range(5)])


class Dice(random.Random):
    def roll(self):
        return self.randint(1, 6)


d = Dice(3)
print([d.roll() for _ in range(10)], isinstance(d, random.Random))
random.seed()
print(0 <= random.random() < 1)
x = random.SystemRandom()
print(0 <= x.random() < 1, 1 <= x.randint(1, 3) <= 3, x.choice([7]), len(x.randbytes(5)))
