"""Times small loops: bench(name, function, n) prints the nanoseconds of one step, the best of several runs."""
import sys
import time

RUNS = 5
BUDGET = 0.012


def best(function, n):
    shortest = None
    for _ in range(RUNS):
        start = time.process_time()
        function(n)
        passed = time.process_time() - start
        if shortest is None or passed < shortest:
            shortest = passed
    return shortest


def bench(name, function):
    n = 8
    while True:
        start = time.process_time()
        function(n)
        passed = time.process_time() - start
        if passed > BUDGET / 2:
            break
        n *= 2 if passed > BUDGET / 8 else 4
    print(name, "%.2f" % (best(function, n) / n * 1e9), file=sys.stderr)


def main(scope):
    for name, value in list(scope.items()):
        if name.startswith("t_"):
            bench(name[2:], value)
