# multiprocessing: processes, pools, queues, pipes, shared values.
import multiprocessing as mp
import queue
import sys
from multiprocessing import Pool, Process
from multiprocessing.pool import ThreadPool


def square(x):
    return x * x


def add(a, b):
    return a + b


def fail(x):
    raise ValueError(f'bad {x}')


def change(items, out):
    items.append(99)
    out.put(items)


def bump(counter, lock, n):
    for _ in range(n):
        with lock:
            counter.value += 1


def produce(q, n):
    for i in range(n):
        q.put(i)
    q.put(None)


def answer(end):
    while True:
        try:
            x = end.recv()
        except EOFError:
            break
        if x is None:
            break
        end.send(x * 2)
    end.close()


def fill(shared, k):
    shared[k] = k * k


def leave(code):
    sys.exit(code)


class Worker(Process):
    def __init__(self, out):
        super().__init__()
        self.out = out

    def run(self):
        self.out.put(('worker', self.name))


if __name__ == '__main__':
    with Pool(3) as pool:
        print(pool.map(square, range(10)), pool.starmap(add, [(1, 2), (3, 4)]), pool.apply(add, (5, 6)))
        print(list(pool.imap(square, range(5))), sorted(pool.imap_unordered(square, range(5), chunksize=2)))
        r = pool.apply_async(square, (7,))
        print(r.get(timeout=5), r.ready(), r.successful())
        got = []
        pool.map_async(square, [1, 2, 3], callback=got.append).wait()
        print(got)
        for call in (lambda: pool.map(fail, [1]), lambda: pool.apply_async(fail, (3,)).get()):
            try:
                call()
            except ValueError as e:
                print('ValueError', e)
        try:
            pool.map(lambda x: x, [1])
        except Exception as e:
            print(type(e).__name__)
    try:
        pool.map(square, [1])
    except ValueError as e:
        print(e)

    items, out = [1, 2], mp.Queue()
    p = Process(target=change, args=(items, out), name='changer')
    print(p.is_alive(), p.exitcode, p.name, p.daemon)
    p.start()
    print(out.get(timeout=5))
    p.join()
    print(items, p.is_alive(), p.exitcode)

    counter, lock = mp.Value('i', 0), mp.Lock()
    workers = [Process(target=bump, args=(counter, lock, 50)) for _ in range(4)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    print(counter.value, [w.exitcode for w in workers])

    q = mp.Queue()
    p = Process(target=produce, args=(q, 4))
    p.start()
    print(list(iter(q.get, None)))
    p.join()
    try:
        q.get(block=False)
    except queue.Empty:
        print('empty', q.empty())

    ours, theirs = mp.Pipe()
    p = Process(target=answer, args=(theirs,))
    p.start()
    for x in (1, 'a', [2]):
        ours.send(x)
        print(ours.recv())
    ours.send(None)
    p.join()
    print(ours.poll(0.01) in (True, False))

    with mp.Manager() as manager:
        shared, names = manager.dict(), manager.list()
        ps = [Process(target=fill, args=(shared, k)) for k in range(3)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        names.extend('ab')
        print(sorted(shared.items()), list(names), len(shared), 1 in shared)

    out = mp.Queue()
    w = Worker(out)
    w.start()
    kind, name = out.get(timeout=5)
    w.join()
    print(kind, name.startswith('Worker-'), w.exitcode)
    for code in (0, 3, None):
        p = Process(target=leave, args=(code,))
        p.start()
        p.join()
        print(p.exitcode)
    a = mp.Array('d', [1.5, 2.5])
    a[0] = 4
    print(a[:], len(a), list(a))
    e = mp.Event()
    e.set()
    print(e.is_set(), e.wait(1), mp.current_process().name, mp.active_children(), mp.cpu_count() > 0)
    print(mp.get_start_method(), mp.get_context('fork').Process is not None)
    with ThreadPool(2) as tp:
        print(tp.map(lambda x: x + 1, [1, 2]))
