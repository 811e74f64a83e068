# An event simulation on a priority queue: jobs, machines, priorities, cancellations.
import heapq
import itertools


class Event:
    __slots__ = ("time", "kind", "job")

    def __init__(self, time, kind, job):
        self.time = time
        self.kind = kind
        self.job = job


def simulate(jobs, machines):
    order = itertools.count()
    queue, waiting, free = [], [], machines
    for i in range(jobs):
        heapq.heappush(queue, (i * 3 % 1000, next(order), Event(i * 3 % 1000, "arrive", i)))
    finished, total_wait, arrival = 0, 0, {}
    while queue:
        time, _, event = heapq.heappop(queue)
        if event.kind == "arrive":
            arrival[event.job] = time
            heapq.heappush(waiting, (event.job % 5, time, event.job))
        else:
            free += 1
            finished += 1
        while free and waiting:
            _, _, job = heapq.heappop(waiting)
            free -= 1
            total_wait += time - arrival.pop(job)
            done = time + 1 + job * 7 % 11
            heapq.heappush(queue, (done, next(order), Event(done, "done", job)))
    return finished, total_wait, time


for n in (2, 4, 8, 16):
    answer = simulate(20000, n)
    print(n, answer)
values = [(i * 7919) % 100003 for i in range(60000)]
heap = list(values)
heapq.heapify(heap)
print([heapq.heappop(heap) for _ in range(30000)][-1], heapq.nlargest(3, values), heapq.nsmallest(3, values), heapq.heappushpop(heap, 5), heapq.heapreplace(heap, 7))
