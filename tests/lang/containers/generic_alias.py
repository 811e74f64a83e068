print(list[int], dict[str, int], tuple[int, ...], set[str], frozenset[int], list[list[int]], dict[str, list[int]], tuple[()])
print(list[int]([1, 2]), dict[str, int](a=1), tuple[int]((1,)), set[int]({1}))
x: list[int] = []
y: dict[str, int] = {}


def f(a: list[int], b: tuple[int, str] = (1, "a")) -> dict[str, int]:
    return {}


print(f([1]), list[int].__origin__, list[int].__args__, dict[str, int].__args__)
print(list[int] == list[int], list[int] == list[str], hash(list[int]) == hash(list[int]), type(list[int]).__name__)
print({list[int]: 1}[list[int]])


class A(list[int]):
    pass


print(A([1]), A.__mro__[1] is list)


class B:
    def __class_getitem__(cls, item):
        return "B of %s" % item


print(B[5])
