a = [1, 2, 3]
print(a, len(a), a[0], a[-1], a[True])
b = list("abc")
print(b, list(), list((1, 2)), list({1: 2}), list(range(3)), list(x * 2 for x in a))
print(a + b, a * 2, 2 * a, a * 0, a * -1, [] * 5, [None] * 3)
print(a == [1, 2, 3], a != [1, 2, 3], a is a, [1] is [1])
print(2 in a, 9 in a, 2 not in a, 2.0 in a, True in a)
print(bool([]), bool([0]))
c = a
c += [4]
print(a, c is a)
c *= 2
print(a)
c = a[:]
print(c == a, c is a)
for x in a:
    print(x, end=" ")
print()
print([[1, [2]], []], [()], [{}], ["a'b", 'q"'], [1.5, True, None])
x, *y, z = a
print(x, y, z)
print(list.__name__, type([]) is list, isinstance([], list))
