# Sizes nobody can have: an error at once, and the process goes on.
def attempt(f):
    try:
        f()
        print("made")
    except Exception as e:
        print(type(e).__name__)


big = 2**62
for f in (
    lambda: "x" * big, lambda: b"x" * big, lambda: bytearray(b"x") * big, lambda: [0] * big, lambda: (0,) * big, lambda: "xyz" * (big // 2), lambda: [0, 1] * (2**60), lambda: "\u20ac" * big,
    lambda: list(range(2**60)), lambda: tuple(range(2**60)), lambda: bytes(2**60), lambda: bytearray(2**60), lambda: bytes(2**64), lambda: bytearray(2**64), lambda: [0] * 2**64, lambda: "a" * 2**64, lambda: len(range(2**64)),
    lambda: "a".zfill(2**60), lambda: "a".ljust(2**60), lambda: "a".center(2**60), lambda: "a".rjust(2**64), lambda: "\t".expandtabs(2**60), lambda: "\t".expandtabs(2**31), lambda: b"a".center(2**60),
    lambda: format(1, "1000000000000000d"), lambda: format(1.5, ".99999999999999999999f"), lambda: format("a", "99999999999999999999"), lambda: "%999999999999999999999d" % 1, lambda: "%*d" % (2**70, 1),
    lambda: "%.*f" % (2**70, 1.0), lambda: "{:{}}".format(1, 10**30), lambda: f"{1:{10**25}}", lambda: "%.99999999999999999f" % 1.5, lambda: "{:.2147483648f}".format(1.0), lambda: 1 << 2**64, lambda: 1 << 2**70, lambda: 2.0 ** 10**10,
    lambda: int("9" * 5000), lambda: str(10**5000), lambda: f"{10**5000}", lambda: "%d" % 10**5000, lambda: repr([10**5000]), lambda: float(10**400), lambda: 10**400 / 3, lambda: 1e300 * 10**400, lambda: (10**400).__float__(),
    lambda: int.to_bytes(1, 2**62, "big"), lambda: (1).to_bytes(2**70, "big"), lambda: round(1.5, 2**70), lambda: round(1, -2**70), lambda: [1][2**70], lambda: [1].pop(2**70), lambda: [1].insert(2**70, 1), lambda: "a"[2**70],
    lambda: [1][2**70:], lambda: "abc".find("a", 2**70), lambda: "abc".replace("b", "x", 2**70), lambda: "a b".split(" ", 2**70), lambda: [1].index(1, 2**70), lambda: range(2**70)[2**69], lambda: range(10**30)[-1],
    lambda: __import__("itertools").islice([1], 2**70), lambda: list(__import__("itertools").repeat(1, 2**62)) if False else None, lambda: __import__("math").factorial(10**20), lambda: __import__("math").comb(10, 10**30),
    lambda: __import__("math").perm(5, 10**30), lambda: chr(2**70), lambda: bytes([2**70]), lambda: complex(10**400), lambda: hash(10**5000) and None, lambda: divmod(10**400, 0.5), lambda: pow(2, 10**30, 7) and None, lambda: pow(3, -10**3, 7) and None,
    lambda: "a".join(["b"] * 3).translate({97: "x" * 5}), lambda: "".join(["x" * 10]) and None, lambda: __import__("collections").deque(maxlen=2**70), lambda: __import__("collections").deque([1]) * 2**62,
    lambda: __import__("time").sleep(2**70), lambda: __import__("time").sleep(float("inf")), lambda: __import__("time").sleep(-1), lambda: __import__("random").getrandbits(2**70), lambda: __import__("random").randbytes(2**62),
    lambda: 0 ** 10**30, lambda: 1 ** 10**30, lambda: (-1) ** (10**30 + 1), lambda: 0 << 2**80, lambda: 5 >> 2**80, lambda: -5 >> 2**80,
):
    attempt(f)
print("still here")
