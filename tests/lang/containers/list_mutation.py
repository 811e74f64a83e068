# Changing a list while it is being walked.
a = [1, 2, 3]
out = []
for x in a:
    out.append(x)
    if len(a) < 6:
        a.append(x * 10)
print(out)
a = [1, 2, 3, 4, 5]
out = []
for x in a:
    out.append(x)
    a.remove(x)
print(out, a)
it = iter(a)
print(list(it))
a.append(99)
print(list(it), next(it, "done"))
a = [1, 2, 3]
it = iter(a)
next(it)
a.clear()
print(next(it, "end"))
a.extend([1, 2, 3, 4])
print(next(it, "end"))


class Clears:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        self.target.clear()
        return False


a = [0] * 5
a[0] = Clears(a)
print(7 in a, a)
a = [0] * 5
a[2] = Clears(a)
try:
    a.remove(7)
except ValueError as e:
    print(e)
a = [0] * 5
a[2] = Clears(a)
print(a.count(7))
a = [0] * 5
b = [0] * 5
a[2] = Clears(b)
print(a == b, len(b))


class Removes:
    def __eq__(self, other):
        del big[:]
        return True


big = [Removes(), 1, 2, 3]
big.remove("x")
print(big)


class ReprClears:
    def __repr__(self):
        items.clear()
        return "R"


items = [1, ReprClears(), 2, 3]
print(items, items)
