"""Named primitives shared by every environment of the process.

Run: scriptling-server examples/sync.py
"""
import scriptling.runtime as runtime

# --- Atomic: a counter ---------------------------------------------------------------------
counter = runtime.sync.Atomic("requests", 0)
print("add:", counter.add(1))
print("add:", counter.add(-5))
counter.set(100)
print("atomic:", counter.get())

# --- Shared: a variable; get() and set() copy -------------------------------------------------
shared = runtime.sync.Shared("config", {"debug": True})
config = shared.get()
config["debug"] = False
print("before set:", shared.get())
shared.set(config)
print("after set:", shared.get())

# --- WaitGroup: wait for a number of tasks ------------------------------------------------------
wg = runtime.sync.WaitGroup("tasks")
seen = runtime.sync.Queue("seen")


def worker(id):
    seen.put(f"worker {id}")
    wg.done()


for i in range(10):
    wg.add(1)
    runtime.run(worker, i)

wg.wait()
print(sorted(seen.get() for _ in range(seen.size())))

# --- Queue: producer and consumer; None is the end marker they agree on --------------------------
queue = runtime.sync.Queue("jobs", maxsize=4)
processed = runtime.sync.Shared("processed", [])


def process(item):
    processed.update(lambda done: done + [item * item])


def producer():
    for i in range(10):
        queue.put(i)
    queue.put(None)


def consumer():
    while True:
        item = queue.get()
        if item is None:
            break
        process(item)


tasks = [runtime.run(producer), runtime.run(consumer)]
for task in tasks:
    task.wait()
print("processed:", processed.get())


# --- Closures keep the handles they captured -----------------------------------------------------
def fan_out(count):
    group = runtime.sync.WaitGroup("fan")
    total = runtime.sync.Atomic("fan-total")

    def add(amount):
        total.add(amount)
        group.done()

    group.add(count)
    for n in range(count):
        runtime.run(add, n)
    group.wait()
    return total.get()


print("fan-out:", fan_out(20))

# --- The same name is the same object in every environment ------------------------------------------
requests = runtime.sync.Queue("requests")


def handler(data):
    runtime.sync.Queue("requests").put({"task": "process", "data": data})
    return {"status": "queued"}


def job_worker():
    job = runtime.sync.Queue("requests").get()
    return f"{job['task']} {job['data']}"


waiting = runtime.run(job_worker)
print(handler([1, 2, 3]))
print(waiting.get())

# --- Closing a queue ends its readers once it is empty -----------------------------------------------
requests.put("last")
requests.close()
print(requests.get())
try:
    requests.get()
except Exception as error:
    print("closed:", error)
