import time
import scriptling.runtime as rt

n = 0
seen = []

def work(count, items):
    global n
    for _ in range(count):
        n = n + 1
        time.sleep(0)
    items.append(count)
    return items

tasks = [rt.background("w", "work", 200, seen, shared=True) for _ in range(8)]
for t in tasks:
    t.wait()
print(n, seen, tasks[0].get() is seen)

def fails():
    raise KeyError("k")
p = rt.background("f", fails, shared=True)
try:
    p.get()
except KeyError as e:
    print("KeyError", e)

class Thing:
    pass
thing = Thing()
print(rt.background("t", lambda x: x, thing, shared=True).get() is thing)
queue = rt.sync.Queue("between")
def consumer():
    return [queue.get(), queue.get()]
p = rt.background("c", consumer, shared=True)
queue.put(1)
queue.put(2)
print(p.get())
for handler in ("math.sqrt", "missing"):
    try:
        rt.background("x", handler, 4, shared=True)
    except NameError as e:
        print(e)
