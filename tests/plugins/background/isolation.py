import math
import json as js
import scriptling.runtime as rt
from scriptling.runtime import sync

data = [1, 2]
limit = 10
counter = sync.Atomic("count")
queue = sync.Queue("q")

class Point:
    def __init__(self, x):
        self.x = x
    def double(self):
        return Point(self.x * 2)

def helper(n):
    return n + 1

def uses_siblings(n):
    import time
    return helper(n), math.sqrt(16), js.dumps([n]), Point(3).double().x, callable(time.sleep)

def sees(name):
    return name in globals()

def assigns():
    global limit
    limit = 99
    return limit

def mutates(items):
    items.append(3)
    return items

def reads_data():
    return data

print(rt.run(uses_siblings, 4).get())
print([rt.run(sees, n).get() for n in ("data", "limit", "helper", "Point", "math", "counter", "queue")])
print(rt.run(assigns).get(), limit)
print(rt.run(mutates, data).get(), data)
try:
    rt.run(reads_data).get()
except NameError as e:
    print("NameError:", e)

def handles(n):
    for _ in range(n):
        counter.add(1)
    queue.put(n)
tasks = [rt.run(handles, 25) for _ in range(8)]
print(sum(queue.get() for _ in tasks))
for t in tasks:
    t.wait()
print(counter.get())

# Handles as arguments and results.
def give(q):
    q.put("given")
    return sync.Atomic("made", 5)
print(rt.run(give, queue).get().add(1), queue.get())
inner = rt.run(helper, 1)
print(rt.run(lambda p: p.get(), inner).get())

# Closures: captured values are copied.
def make(n, items):
    def inner(k):
        items.append(k)
        return n + k, items
    return inner
items = [0]
print(rt.run(make(10, items), 5).get(), items)

# Tasks start tasks.
def outer(n):
    return sum(rt.run(helper, i).get() for i in range(n))
print(rt.run(outer, 5).get())

# Many blocked tasks all make progress.
start = sync.Event("start")
ready = sync.WaitGroup("ready")
def waits():
    ready.done()
    start.wait()
    return 1
ready.add(200)
crowd = [rt.run(waits) for _ in range(200)]
ready.wait()
start.set()
print(sum(t.get() for t in crowd))
