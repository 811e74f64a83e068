# Generators with itertools and builtins that consume them lazily.
import itertools as I
def nat(n=0):
    while True: yield n; n += 1
print(list(I.islice(nat(), 3)), list(I.takewhile(lambda x: x < 4, nat(1))), next(I.dropwhile(lambda x: x < 7, nat())), list(I.islice(I.filterfalse(lambda x: x % 3, nat()), 3)))
print(list(zip(nat(), "ab")), list(I.islice(map(lambda a, b: a * b, nat(), nat(1)), 4)), [x for x, _ in zip(nat(5), range(2))], dict(zip("ab", nat())))
print(any(x > 10 for x in nat()), next(x for x in nat() if x * x > 50), list(I.islice(I.chain([9], nat()), 3)), list(I.islice(enumerate(nat(3)), 2)))
def log(tag, it):
    for v in it:
        print(tag, v, end="; ")
        yield v
print(list(I.islice(log("b", (x * 2 for x in log("a", range(5)))), 2)))
a, b = I.tee(log("t", range(2)))
print(list(a), list(b))
print([list(g) for k, g in I.groupby("aabbb")], list(I.accumulate(x for x in range(5))), list(I.chain.from_iterable((c * 2 for c in w) for w in ("ab", "c"))))
print(list(I.starmap(pow, ((x, 2) for x in range(3)))), list(I.zip_longest((x for x in range(2)), "abc")), list(I.compress("abcd", (x % 2 for x in range(4)))), list(I.pairwise(x for x in range(3))))
def windows(it, n):
    it = iter(it)
    w = list(I.islice(it, n))
    while len(w) == n:
        yield tuple(w)
        w = w[1:] + list(I.islice(it, 1))
print(list(windows("abcd", 2)), list(windows(range(2), 3)))
def chunks(it, n):
    it = iter(it)
    while c := list(I.islice(it, n)): yield c
print(list(chunks(range(7), 3)))
def merge(*its):
    import heapq
    yield from heapq.merge(*its)
print(list(merge([1, 4], [2, 3], (x for x in (0, 9)))))
def perms(s):
    if not s: yield ""
    for i, c in enumerate(s):
        for p in perms(s[:i] + s[i + 1:]): yield c + p
print(list(perms("abc")), list(perms("")))
def queens(n, row=0, cols=()):
    if row == n: yield cols; return
    for c in range(n):
        if all(c != k and abs(c - k) != row - r for r, k in enumerate(cols)): yield from queens(n, row + 1, cols + (c,))
print(next(queens(6)), sum(1 for _ in queens(6)))
def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1
print(list(collatz(6)), max(collatz(27)), sum(1 for _ in collatz(27)))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print(list(I.islice(fib(), 10)), next(x for x in fib() if x > 1000), *I.islice(fib(), 3, 6))
def flatten(x): 
    for v in x:
        if isinstance(v, (list, tuple)): yield from flatten(v)
        else: yield v
print(list(flatten([1, [2, (3, [4])], []])), sorted(flatten([[3], [1, [2]]])))
def parse(text):
    word = ""
    for c in text:
        if c == " ":
            if word: yield word
            word = ""
        else: word += c
    if word: yield word
print(list(parse(" ab  c d ")), max(parse("aa b ccc"), key=len), sorted(parse("b a")))
print(sum(x for x in range(10) if x % 2), sorted((x for x in "cab"), reverse=True), "".join(c.upper() for c in "xy"), {k: v for k, v in ((x, x * x) for x in range(3))}, tuple(x for x in range(2)), frozenset(x % 2 for x in range(5)), min((x for x in [3, 1]), default=None), max((), default="d"))
