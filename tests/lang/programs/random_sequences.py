import random
r = random.Random(12345)
print(r.random(), r.randint(1, 6), r.choice('abc'), r.sample(range(100), 5), r.uniform(1, 2), r.randrange(0, 100, 7), r.gauss(0, 1), r.getrandbits(70), r.choices('ab', k=5), r.choices([1, 2, 3], weights=[1, 2, 3], k=4), r.expovariate(2), r.triangular(0, 1, 0.5), r.betavariate(1, 2))
l = list(range(8))
r.shuffle(l)
print(l)
s = r.getstate()
x = r.random()
r.setstate(s)
print(x == r.random())
random.seed('text')
print(random.random())
random.seed(2.5)
print(random.random())
random.seed(b'b')
print(random.random())
for f in (lambda: r.choice([]), lambda: r.sample([1], 2), lambda: r.randint(2, 1), lambda: r.randrange(0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
