print(list(enumerate("abc")), list(enumerate([], 5)), list(enumerate("ab", 10)), list(enumerate("ab", start=-1)), dict(enumerate("xy")))
print(list(enumerate("abc", 2**63 - 2)), list(enumerate("ab", 10**30)), list(enumerate("ab", True)))
for i, c in enumerate("xy"):
    print(i, c)
e = enumerate([1])
print(type(e).__name__, iter(e) is e, next(e), next(e, "end"))
print(list(zip()), list(zip([1, 2])), list(zip([1, 2], "ab")), list(zip([1, 2, 3], "ab", (True, False, None))), list(zip([], [1])))
print(list(zip(range(3), iter("abcdef"), {1: 1, 2: 2, 3: 3})), dict(zip("ab", [1, 2])), list(zip(*[(1, 2), (3, 4)])))
print(list(zip([1, 2], [3, 4], strict=True)), list(zip([], [], strict=True)), list(zip(strict=True)))
for a, b in zip([1, 2], [3, 4]):
    print(a + b, end=" ")
print()
it = iter([1, 2, 3, 4, 5])
print(list(zip(it, [10, 20])), list(it))
it = iter([1, 2, 3, 4, 5])
print(list(zip([10, 20], it)), list(it))


def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: list(zip([1], [1, 2], strict=True)))
err(lambda: list(zip([1, 2], [1], strict=True)))
err(lambda: list(zip([1, 2], [1, 2], [1], strict=True)))
err(lambda: list(zip([1], [1], [1, 2], strict=True)))
err(lambda: list(zip([], [1], strict=True)))
err(lambda: list(zip(iter([1]), (x for x in [1, 2]), strict=True)))
err(lambda: zip(5))
err(lambda: zip([1], 5))
err(lambda: enumerate(5))
err(lambda: enumerate([], "a"))
err(lambda: enumerate([], 1.5))
z = zip([1], [2])
print(type(z).__name__, iter(z) is z, next(z), next(z, "end"), next(z, "end"))
m = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*m)], list(map(sum, zip(*m))))
print(max(enumerate([3, 9, 2]), key=lambda p: p[1]), [i for i, x in enumerate("hello") if x == "l"])
