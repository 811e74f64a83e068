# any() and all() stop a generator exactly at the item that decides; set() takes its items in order.
class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        print("bool of", self.value)
        if self.value is None:
            raise ValueError("undecided")
        return self.value

    def __hash__(self):
        print("hash of", self.value)
        return 1

    def __eq__(self, other):
        print("equal", self.value)
        return self is other


def noisy(items):
    for item in items:
        print("yield", item if not isinstance(item, Truth) else "Truth")
        yield item
    print("end")


for items in ([0, None, 0.0, "", 3, 4], [False, True, 1], [], [0, 0], [1, "a", [0]], [1, True, 0, 5], [2.5, 0.0, 1]):
    for function in (any, all):
        g = noisy(items)
        print(function.__name__, function(g), "rest", list(g))
for items in ([0, Truth(False), Truth(True), 1], [Truth(None)], [1, Truth(True)]):
    for function in (any, all):
        try:
            print(function(noisy(items)))
        except ValueError as e:
            print(repr(e))


def failing():
    yield 0
    raise KeyError("inside")


for function in (any, set, list):
    try:
        function(failing())
    except KeyError as e:
        print(function.__name__, repr(e))

print(len(set(noisy([1, "a", 1, Truth(1), (2, 3), Truth(2)]))))
try:
    set(noisy([1, [], 2]))
except TypeError as e:
    print(e)


def nested(n):
    yield any(x > n for x in range(5))
    yield all(x < n for x in range(5))
    yield sorted({y for y in (x % n for x in range(7))})


print([list(nested(n)) for n in (1, 3, 9)], any(any(nested(n)) for n in (8, 9)))


def self_feeding():
    yield 0
    try:
        any(me)
    except ValueError as e:
        print(e)
    yield 1


me = self_feeding()
print(any(me), all(x for x in ()), any(iter([0, 2])), all(map(bool, [1, 0])))
