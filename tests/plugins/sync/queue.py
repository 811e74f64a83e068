import scriptling.runtime as runtime
from scriptling.runtime.sync import Queue

q = Queue("q", maxsize=2)
print(q.size(), len(q), q.closed())
item = {"list": [1]}
q.put(item)
item["list"].append(2)
q.put(None)
print(q.try_put(3), len(q))
try:
    q.put(3, timeout=0.01)
except TimeoutError as e:
    print(e)
print(q.get(), q.get(), q.try_get(), q.try_get("none"))
print(q.get(timeout=0.01, default="default"))
try:
    q.get(timeout=0.01)
except TimeoutError as e:
    print(e)
for wrong in (lambda: 1, [{"f": print}]):
    try:
        q.put(wrong)
    except TypeError as e:
        print(e)
print(Queue("q", 100).try_put(1), Queue("q").try_put(2), Queue("q").try_put(3))
q.close()
q.close()
for call in (lambda: q.put(1), lambda: q.try_put(1)):
    try:
        call()
    except RuntimeError as e:
        print(e)
print(q.size(), q.get(), q.get(), q.closed())
for call in (lambda: q.get(), lambda: q.try_get(), lambda: q.get(timeout=5, default=1)):
    try:
        call()
    except RuntimeError as e:
        print(e)

# Two blocked consumers, one close.
empty = Queue("empty")
def consume():
    try:
        Queue("empty").get()
    except RuntimeError as e:
        return str(e)
tasks = [runtime.run(consume) for _ in range(2)]
empty.close()
print([t.get() for t in tasks])

# A bounded queue between a producer and three consumers.
jobs, out = Queue("jobs", maxsize=3), Queue("out")
def produce(n):
    for i in range(n):
        jobs.put(i)
    for _ in range(3):
        jobs.put(None)
def work():
    while True:
        job = jobs.get()
        if job is None:
            break
        out.put(job * job)
producer = runtime.run(produce, 200)
workers = [runtime.run(work) for _ in range(3)]
for task in [producer] + workers:
    task.wait()
print(sum(out.get() for _ in range(200)), out.size(), jobs.size())
out.put(1)
out.clear()
print(out.size(), out)
