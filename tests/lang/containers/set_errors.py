def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e, e.args)


s = {1, 2}
err(lambda: s.remove(9))
err(lambda: s.remove("x"))
err(lambda: s.remove((1, 2)))
err(lambda: s.remove({9}))
err(lambda: set().pop())
err(lambda: s.add([]))
err(lambda: s.add({}))
err(lambda: s.add({1}))
err(lambda: {[]})
err(lambda: {{1}})
err(lambda: [] in s)
err(lambda: {1} in s)
err(lambda: s.discard([]))
err(lambda: set(5))
err(lambda: frozenset(5))
err(lambda: set([[]]))
err(lambda: s.update(5))
err(lambda: s.union(5))
err(lambda: s.intersection(5))
err(lambda: s.difference(5))
err(lambda: s.issubset(5))
err(lambda: s.issuperset(5))
err(lambda: s.isdisjoint(5))
err(lambda: s | [1])
err(lambda: s & [1])
err(lambda: s - [1])
err(lambda: s ^ [1])
err(lambda: [1] | s)
err(lambda: s + s)
err(lambda: s * 2)
err(lambda: s < 5)
err(lambda: s < [1])
err(lambda: s | {1: 2})
err(lambda: hash(s))
err(lambda: s[0])
err(lambda: frozenset([1]).add(2))


def inplace():
    t = {1}
    t |= [2]


err(inplace)
print(s)
