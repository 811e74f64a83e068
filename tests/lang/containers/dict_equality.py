class V:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        print("cmp", self.v, o.v)
        return self.v == o.v


print({1: V(1), 2: V(2)} == {1: V(1), 2: V(3)})
print({1: V(1)} == {2: V(1)}, {1: V(1)} == {1: V(1), 2: V(2)})
a = {1: V(1)}
print(a == a, a == {1: a[1]})
n = float("nan")
print({"a": n} == {"a": n})


class Clear:
    def __eq__(self, o):
        left.clear()
        return True


left = {i: Clear() for i in range(5)}
right = {i: 0 for i in range(5)}
print(left == right, len(left))
x = {}
x["x"] = x
y = {}
y["x"] = y
try:
    print(x == y)
except RecursionError:
    print("RecursionError")
print({1: 1, 2: 2} != {2: 2, 1: 1}, {} != {}, {} == 0, {} != None)
print({"a": 1}.__eq__({"a": 1}), {"a": 1}.__ne__({"a": 1}), {"a": 1}.__eq__(5))
