# pow() with three arguments of every pair of types: who answers, and how.
import itertools

values = [2, 1.5, b"x", "s", None, True, 2j]
for a, b, c in itertools.product(values, repeat=3):
    try:
        print(repr(a), repr(b), repr(c), pow(a, b, c))
    except Exception as e:
        print(repr(a), repr(b), repr(c), type(e).__name__, e)
