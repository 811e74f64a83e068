# K23: a name of a function that is not assigned yet means the one around it
n = 10
total = 0
items = ["module"]


def bump():
    n += 1
    return n


print(bump(), bump(), n)


def conditional(flag):
    if flag:
        n = "local"
    return n


print(conditional(True), conditional(False))


def loop():
    for i in range(3):
        total += i
    return total


print(loop(), loop(), total)


def builtin_too():
    before = len([1, 2])
    len = lambda x: "mine"
    return before, len([1])


print(builtin_too())


def missing():
    return nowhere
    nowhere = 1


try:
    missing()
except NameError as e:
    print(type(e).__name__, e)


def outer():
    x = "outer"

    def inner(set_it):
        if set_it:
            x = "inner"
        return x

    def deeper():
        def deepest():
            y = x + "!"
            x = y
            return x
        return deepest(), x
    return inner(True), inner(False), deeper(), x


print(outer())


def not_yet():
    def reader():
        return n
    first = reader()
    n = "not_yet's"
    return first, reader()


print(not_yet())


def three():
    v = 1

    def two():
        def one():
            v += 10
            return v
        before = one()
        v = 2
        return before, one(), v
    return two(), v


print(three())


def deleted(p):
    n = "short-lived"
    del n
    first = n
    del p
    try:
        return first, p
    except NameError as e:
        return first, type(e).__name__


print(deleted(5))


def chosen():
    n = n or "default"
    items = items + ["local"]
    return n, items


print(chosen(), items)


def lists():
    items.append("shared")
    items = [i.upper() for i in items]
    return items, [n for _ in range(1)], (lambda: n)()


print(lists(), items)


def gen():
    n = n + 1
    yield n
    n = n + 1
    yield n


print(list(gen()))


class C:
    n = "class"

    def method(self):
        n = n * 2
        return n

    def default(self, v=n):
        v = v + "!"
        return v


print(C().method(), C().default())


def attributes():
    shout = text.upper()
    text = text.upper() + text[0]
    return shout, text


text = "abc"
print(attributes())


def walrus():
    if (m := n) and n:
        n = m + 1
    return n, m


print(walrus())


def handler():
    try:
        raise ValueError("v")
    except ValueError as n:
        pass
    return n


print(handler())


def explicit():
    global total
    total += 1

    def inner():
        nonlocal_value = total
        return nonlocal_value
    return inner()


print(explicit(), total)


def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count
    step()
    return step()


print(counter())
try:
    print(undefined_name)
except NameError as e:
    print(e)
