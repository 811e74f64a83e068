import scriptling.runtime as runtime

kv = runtime.kv
kv.set("key", "value", ttl=60)
print(kv.get("key"), kv.incr("counter", 1), kv.exists("key"), kv.keys())

wg = runtime.sync.WaitGroup("tasks")
counter = runtime.sync.Atomic("counter", 0)
shared = runtime.sync.Shared("state", {"count": 0})

def task(name, steps):
    for _ in range(steps):
        counter.add(1)
    shared.update(lambda s: {"count": s["count"] + 1})
    wg.done()
    return name + " done"

wg.add(3)
promises = [runtime.background("task_" + n, "task", n, steps=10) for n in "abc"]
wg.wait()
print(counter.get(), shared.get(), [p.get() for p in promises])

def square(x):
    return x * x
print([p.get() for p in [runtime.run(square, i) for i in range(10)]])

queue = runtime.sync.Queue("jobs", maxsize=100)
found = runtime.sync.Queue("found")
def producer():
    for i in range(10):
        queue.put(i)
    queue.put(None)
def consumer():
    while True:
        item = queue.get()
        if item is None:
            break
        found.put(item)
    found.close()
runtime.run(producer)
runtime.run(consumer).get()
print(found.size())
