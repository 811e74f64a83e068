def err(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


a = [1, 2, 3]
err(lambda: a[3])
err(lambda: a[-4])
err(lambda: a["0"])
err(lambda: a[1.0])
err(lambda: a[None])
err(lambda: a[10**30])
err(lambda: a[(1, 2)])


def setit(i, v):
    a[i] = v


def delit(i):
    del a[i]


err(lambda: setit(3, 0))
err(lambda: setit(-4, 0))
err(lambda: setit("x", 0))
err(lambda: delit(3))
err(lambda: delit("x"))
err(lambda: delit(-9))
err(lambda: [].pop())
err(lambda: a.pop(3))
err(lambda: a.pop(-4))
err(lambda: a.pop("a"))
err(lambda: a.pop(1.5))
err(lambda: a.remove(9))
err(lambda: a.index(9))
err(lambda: a.index("nine"))
err(lambda: a.index(3, 0, 2))
err(lambda: a.index(1, None))
err(lambda: a.index(1, "a"))
err(lambda: a.insert("a", 1))
err(lambda: a.extend(5))
err(lambda: list(5))
err(lambda: list(None))
err(lambda: a + (1,))
err(lambda: a + 5)
err(lambda: a + "abc")
err(lambda: a * "a")
err(lambda: a * 1.5)
err(lambda: a * a)
err(lambda: 2.5 * a)
err(lambda: a * None)
err(lambda: a * 10**30)
err(lambda: a - a)
err(lambda: 5 + a)
err(lambda: a < 5)
err(lambda: a < (1, 2))
err(lambda: [1, "a"] < [1, 2])
err(lambda: hash(a))
err(lambda: {a: 1})
err(lambda: {a})
err(lambda: -a)
err(lambda: a())
print(a)
