"""Background tasks: three workers, a wait group, shared state, a queue, promises and the store.

Run: scriptling-server examples/background.py
"""
import time

import scriptling.runtime as runtime

workers = runtime.sync.WaitGroup("example-workers")
progress = runtime.sync.Shared("example-progress", {})
results = runtime.sync.Queue("example-results", maxsize=10)
finished = runtime.sync.Atomic("example-finished", 0)


def square_sum(name, steps, pause=0.01):
    total = 0
    for step in range(1, steps + 1):
        total += step * step
        time.sleep(pause)
    progress.update(lambda state: {**state, name: total})
    results.put({"name": name, "total": total})
    finished.add(1)
    workers.done()
    return total


# Script mode starts a task at once; the promise gives its result.
workers.add(3)
promises = [
    runtime.background("first", "square_sum", "first", 3),
    runtime.background("second", "square_sum", "second", 4, pause=0.005),
    runtime.background("third", "square_sum", name="third", steps=5),
]
workers.wait()
print("finished:", finished.get())
print("results:", [promise.get() for promise in promises])

state = progress.get()
for name in sorted(state):
    print(f"  {name}: {state[name]}")

queued = [results.get() for _ in range(3)]
queued.sort(key=lambda item: item["total"])
print("queue:", queued, "left", results.size())


# run() takes a function and starts it at once.
def is_prime(n):
    return n > 1 and all(n % d for d in range(2, int(n ** 0.5) + 1))


def count_primes(low, high):
    return sum(1 for n in range(low, high) if is_prime(n))


parts = [runtime.run(count_primes, low, low + 1000) for low in range(0, 4000, 1000)]
print("primes below 4000:", sum(part.get() for part in parts))


# An exception comes out of the promise with its type.
def fail():
    raise ValueError("no luck")


try:
    runtime.run(fail).get()
except ValueError as error:
    print("caught:", error)

# The store is shared by every environment of the process.
store = runtime.kv
store.set("session", {"user": "ann"}, ttl=60)
print("session:", store.get("session"), 0 < store.ttl("session") <= 60)


def visit(times):
    for _ in range(times):
        runtime.kv.incr("visits", 1)


for task in [runtime.run(visit, 100) for _ in range(4)]:
    task.wait()
print("visits:", store.get("visits"), store.exists("visits"), store.keys("vis*"))
