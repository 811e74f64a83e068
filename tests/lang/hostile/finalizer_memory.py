# Finalizers at the edges of memory: weak references they still see, registers left by deep frames, threads.
import gc, threading, weakref


class Child:
    def __init__(self, parent):
        self.parent = weakref.ref(parent)

    def __del__(self):
        junk = [{"intruder": i} for i in range(50)]
        print("parent", self.parent(), len(junk))


class Parent:
    def __init__(self):
        self.children = [Child(self) for _ in range(3)]


def run():
    p = Parent()
    p = None


run()
gc.collect()

names = ", ".join("a%d" % i for i in range(120))
source = "def deep(n):\n    %s = BIG[0]\n    return n\n" % " = ".join("a%d" % i for i in range(120))
space = {"BIG": [(0,) * 300_000]}
exec(source, space)


def churn():
    total = 0
    for i in range(30):
        total += len([0] * 200_000)
    return total


go, done = threading.Lock(), threading.Lock()
go.acquire(), done.acquire()
results = []


def worker():
    space["deep"](1)
    done.release()
    go.acquire()
    results.append(churn())


t = threading.Thread(target=worker)
t.start()
done.acquire()
space["deep"](2)
space["BIG"].clear()
gc.collect()
go.release()
t.join()
print(results)


def closed_by_break():
    log = []

    def gen():
        try:
            yield 1
        finally:
            log.append("closed")

    for v in gen():
        break
    return log


print(closed_by_break())


class Static:
    @staticmethod
    def __del__():
        print("static del")


s = Static()
del s


class AtEnd:
    def __del__(self):
        print("at end", churn())


d = AtEnd()
space["BIG"].append((0,) * 300_000)
space["deep"](3)
space["BIG"].clear()
