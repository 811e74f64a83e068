import threading, queue, time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait
out = []
def work(n):
    for i in range(3):
        out.append((n, i))
        time.sleep(0.001)
ts = [threading.Thread(target=work, args=(n,), name=f'w{n}') for n in range(3)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(out), [t.is_alive() for t in ts], ts[0].name, ts[0].daemon)
lock = threading.Lock()
counter = 0
def add():
    global counter
    for _ in range(100):
        with lock:
            counter += 1
ts = [threading.Thread(target=add) for _ in range(4)]
[t.start() for t in ts]
[t.join() for t in ts]
print(counter, lock.locked(), lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), lock.release())
r = threading.RLock()
with r:
    with r:
        print('nested')
try:
    r.release()
except RuntimeError as e:
    print(e)
try:
    threading.Lock().release()
except RuntimeError as e:
    print(e)
q = queue.Queue(maxsize=2)
got = []
def consumer():
    while True:
        item = q.get()
        if item is None:
            break
        got.append(item)
        q.task_done()
c = threading.Thread(target=consumer)
c.start()
for i in range(10):
    q.put(i)
q.join()
q.put(None)
c.join()
print(got, q.empty(), q.qsize())
try:
    q.get_nowait()
except queue.Empty:
    print('empty')
try:
    q.get(timeout=0.01)
except queue.Empty:
    print('empty again')
p = queue.PriorityQueue()
for x in (3, 1, 2):
    p.put(x)
print([p.get() for _ in range(3)])
l = queue.LifoQueue()
for x in (3, 1, 2):
    l.put(x)
print([l.get() for _ in range(3)])
e = threading.Event()
def waiter():
    print('waited', e.wait(5))
t = threading.Thread(target=waiter)
t.start()
time.sleep(0.01)
e.set()
t.join()
print(e.is_set(), e.wait(0))
cond = threading.Condition()
items = []
def producer():
    with cond:
        items.append('x')
        cond.notify()
t = threading.Thread(target=producer)
with cond:
    starter = threading.Timer(0.01, t.start)
    starter.start()
    print(cond.wait_for(lambda: items, timeout=5))
starter.join()
t.join()
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False))
b = threading.Barrier(2)
def meet():
    b.wait()
t = threading.Thread(target=meet)
t.start()
b.wait()
t.join()
loc = threading.local()
loc.x = 1
seen = []
def other():
    seen.append(hasattr(loc, 'x'))
    loc.x = 2
    seen.append(loc.x)
t = threading.Thread(target=other)
t.start()
t.join()
print(loc.x, seen, threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count())
with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(lambda x: x * x, range(5))))
    fs = [pool.submit(pow, 2, n) for n in range(4)]
    print(sorted(f.result() for f in as_completed(fs)))
    bad = pool.submit(lambda: 1 / 0)
    try:
        bad.result()
    except ZeroDivisionError as e:
        print('error', e, type(bad.exception()).__name__, bad.done())
class Mine(threading.Thread):
    def __init__(self):
        super().__init__(daemon=True)
        self.value = None
    def run(self):
        self.value = 42
m = Mine()
m.start()
m.join()
print(m.value, m.daemon)
try:
    m.start()
except RuntimeError as e:
    print(e)
import atexit
atexit.register(print, 'bye')
def late():
    time.sleep(0.02)
    print('late')
threading.Thread(target=late).start()
print('end of main')
