import scriptling.runtime as runtime
from scriptling.runtime import sync

lock = sync.Lock("l")
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
lock.release()
try:
    lock.release()
except RuntimeError as e:
    print(e)
with lock:
    print("inside", lock.locked())
try:
    with lock:
        raise ValueError("x")
except ValueError:
    print("released", not lock.locked())

total = sync.Shared("total", 0)
def add(n):
    for _ in range(n):
        with sync.Lock("l"):
            total.set(total.get() + 1)
tasks = [runtime.run(add, 50) for _ in range(4)]
for t in tasks:
    t.wait()
print(total.get())

pool = sync.Semaphore("s", 2)
print(pool.value(), pool.acquire(), pool.acquire(), pool.acquire(timeout=0.01), pool.value())
pool.release(2)
print(pool.value())
with pool:
    print(pool.value())
for wrong in (0, -1):
    try:
        pool.release(wrong)
    except ValueError as e:
        print(e)
try:
    sync.Semaphore("negative", -1)
except ValueError as e:
    print(e)

event = sync.Event("e")
print(event.is_set(), event.wait(timeout=0.01))
def later():
    return sync.Event("e").wait()
task = runtime.run(later)
event.set()
print(task.get(), event.is_set(), event.wait())
event.clear()
print(event.is_set(), lock, pool, event)
