def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


t = (1, 2)
err(lambda: t[2])
err(lambda: t[-3])
err(lambda: t["a"])
err(lambda: t[1.5])
err(lambda: t[10**30])
err(lambda: t[::0])
err(lambda: t + [1])
err(lambda: t + 5)
err(lambda: t * 1.5)
err(lambda: t * "a")
err(lambda: t * t)
err(lambda: t.index(9))
err(lambda: t.index(1, 5))
err(lambda: t.index(1, "a"))
err(lambda: t - t)
err(lambda: t < 5)
err(lambda: t < [1])
err(lambda: (1, "a") < (1, 2))
err(lambda: hash(([],)))
err(lambda: {(1, []): 2})
err(lambda: tuple(5))


def assign():
    t[0] = 5


def delete():
    del t[0]


err(assign)
err(delete)
err(lambda: t.append(1))
