class L(list):
    def total(self):
        return sum(self)


a = L([1, 2, 3])
print(a, len(a), a.total(), a[0], a[1:], type(a[1:]), isinstance(a, list))
a.append(4)
a += [5]
print(a, type(a), a == [1, 2, 3, 4, 5], [1, 2, 3, 4, 5] == a)
print(type(a + [1]), type(a * 2), type(a.copy()), type(sorted(a)))
print([1] + L([2]), L([1]) + L([2]), 2 * L([0]))
print(L(), L("ab"), 3 in a, a.index(3), list(reversed(a)))
a.sort(reverse=True)
print(a)
for x in a:
    print(x, end=" ")
print()


class Stack(list):
    def __init__(self, *items):
        super().__init__(items)

    def push(self, x):
        self.append(x)

    def append(self, x):
        super().append(x * 2)

    def __getitem__(self, i):
        return ("item", super().__getitem__(i))

    def __len__(self):
        return 100 + super().__len__()


s = Stack(1, 2)
s.push(3)
print(s, len(s), s[0], s[-1])
s.extra = 5
print(s.extra)
print(L([1, 2]) < L([1, 3]), L([1]) != [1], max(L([3, 9, 2])))
x = [0, 0]
x[:] = L([7, 8])
print(x, x + L([9]))
x.extend(L([1]))
print(x)
print(list(L([1, 2])), tuple(L([3])), set(L([4])))
