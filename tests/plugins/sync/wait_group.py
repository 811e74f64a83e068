import time
import scriptling.runtime as runtime

wg = runtime.sync.WaitGroup("w")
print(wg.wait(), wg.wait(timeout=1))
wg.add(2)
start = time.time()
print(wg.wait(timeout=0.05), time.time() - start < 2)
try:
    wg.add(-3)
except RuntimeError as e:
    print(e, wg.count())
for wrong in ("1", None):
    try:
        wg.add(wrong)
    except TypeError as e:
        print(e)
for wrong in ("1", -1):
    try:
        wg.wait(timeout=wrong)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

results = runtime.sync.Queue("results")
def waiter(n):
    runtime.sync.WaitGroup("w").wait()
    results.put(n)
tasks = [runtime.run(waiter, n) for n in range(5)]
print(results.size())
wg.done()
wg.done()
for task in tasks:
    task.wait()
print(sorted(results.get() for _ in range(5)))
try:
    wg.done()
except RuntimeError as e:
    print(e)
wg.add()
wg.done()
wg.wait()
