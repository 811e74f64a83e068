def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e, e.args)


d = {"a": 1}
err(lambda: d["b"])
err(lambda: d[1])
err(lambda: d[(1, 2)])
err(lambda: d[None])
err(lambda: d[[]])
err(lambda: d[{}])
err(lambda: {}[set()])
err(lambda: d.pop("b"))
err(lambda: {}.pop([]))
err(lambda: d.pop([]))
err(lambda: {}.popitem())
err(lambda: d.get([]))
err(lambda: d.setdefault([], 1))
err(lambda: [] in d)
err(lambda: {[]: 1})
err(lambda: {**5})
err(lambda: dict(5))
err(lambda: dict([1]))
err(lambda: dict([(1,)]))
err(lambda: dict([(1, 2), (1, 2, 3)]))
err(lambda: dict(["abc"]))
err(lambda: dict([([], 1)]))
err(lambda: d.update(5))
err(lambda: d.update([5]))
err(lambda: d.update([(1, 2, 3)]))
err(lambda: dict.fromkeys(5))
err(lambda: dict.fromkeys([[]]))
err(lambda: d | [])
err(lambda: [] | d)
err(lambda: d + d)
err(lambda: d < d)
err(lambda: hash(d))
err(lambda: {d})
err(lambda: -d)


def delete():
    del d["nope"]


def ior():
    e = {}
    e |= 5


err(delete)
err(ior)
print(d)
