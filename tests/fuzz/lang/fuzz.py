#!/usr/bin/env python3
"""Random programs on CPython and on scriptling-server: the output must be the same.

usage: fuzz.py [--program FILE] [--seconds N] [--seed N] [--all] [--quick] [--keep DIR] [--topics a,b] [--show]

Stops at the first difference with the shrunk program, which is also kept under build/fuzz/finds/; --all goes on;
--quick prints where the outputs first differ and shrinks nothing.
--show prints the program of the seed and does not run it."""
import argparse
import os
import random
import re
import sys
import time
import warnings

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import known  # noqa: E402
from more import More  # noqa: E402
from runner import PATIENCE, PYTHON, SECONDS, Side, compare  # noqa: E402
from shrink import PRELUDE, shrink  # noqa: E402

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
BATCH = 60
TOPICS = ["calls", "function", "function", "flow", "generator", "simple_generator", "expressions", "expressions", "text", "closures", "decorators", "class", "class", "modules", "builtins",
          "dataclass", "attributes", "sorting", "in_place", "big", "context", "chain"]


def program(seed, topics):
    g = More(seed)
    for line in PRELUDE.splitlines():
        g.emit(line)
    for _ in range(g.some(1, 3)):
        getattr(g, "chunk_" + g.pick(topics))()
    return g.source()


def valid(source):
    try:
        compile(source, "x", "exec")
        return True
    except (SyntaxError, ValueError, OverflowError):
        return False


def real(programs, found):
    """Leaves out what is decided, and what CPython itself prints differently with another hash seed."""
    left = [(i, a, b) for i, a, b in found if not known.decided(programs[i], a, b)]
    if not left:
        return []
    again = [PYTHON.run([programs[i] for i, _, _ in left], seed) for seed in ("1", "7", "11", "23", "42", "99")]
    return [f for n, f in enumerate(left) if all(outputs[n] == f[1] for outputs in again)]


def first_difference(a, b):
    for x, y in zip(a.split("\n") + ["(end)"], b.split("\n") + ["(end)"]):
        if x != y:
            return "CPython: %s\n ours:   %s" % (x[:500], y[:500])
    return "?"


def signature(a, b):
    """What kind of difference this is: the words without the values."""
    lines = first_difference(a, b).split("\n")
    return "\n".join(re.sub(r"'[^']*'|\W*\d+|\[.*", "", line[10:])[:60] if "!" in line else line[10:].split(" ")[0] for line in lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("seconds", nargs="?", type=float, default=60)
    parser.add_argument("seed", nargs="?", type=int)
    parser.add_argument("--program", default=os.path.join(ROOT, "build/release/bin/scriptling-server"))
    parser.add_argument("--keep", default=os.path.join(ROOT, "build/fuzz/finds"))
    parser.add_argument("--topics", default="")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    topics = options.topics.split(",") if options.topics else TOPICS
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(10**9)
    if options.show:
        print(program(seed, topics), end="")
        return 0
    server = Side([os.path.abspath(options.program)], SECONDS * PATIENCE)
    os.makedirs(options.keep, exist_ok=True)
    warnings.simplefilter("ignore")
    begin = time.time()
    count = finds = 0
    seen = set()
    print("first seed %d" % seed, flush=True)
    while time.time() - begin < options.seconds:
        batch, seeds = [], []
        while len(batch) < BATCH:
            source = program(seed, topics)
            seed += 1
            if valid(source):
                batch.append(source)
                seeds.append(seed - 1)
        found = real(batch, compare(batch, server))
        count += len(batch)
        for i, a, b in found:
            kind = signature(a, b)
            if kind in seen:
                continue
            seen.add(kind)
            finds += 1

            def differs(programs, kind=kind):
                return [n for n, a, b in real(programs, compare(programs, server)) if signature(a, b) == kind]

            if options.quick:
                print("%d\n%s" % (seeds[i], first_difference(a, b)), flush=True)
                number = re.search(r"\[(\d+)", first_difference(a, b))
                lines = batch[i].split("\n")
                if number and int(number.group(1)) <= len(lines):
                    print(" " + lines[int(number.group(1)) - 1].strip()[:300], flush=True)
                continue
            small = shrink(batch[i], differs, 15 if options.all else 120)
            left = compare([small], server)
            _, a, b = left[0] if left else (0, a, b)
            path = os.path.join(options.keep, "lang-%d.py" % seeds[i])
            with open(path, "w", encoding="utf-8") as f:
                f.write(small)
            print("\n%s\n%s%s\n" % (path, small, first_difference(a, b)), flush=True)
            if not options.all:
                return 1
        if sys.stderr.isatty() or time.time() - getattr(main, "said", 0) > 20:
            main.said = time.time()
            print("%s%d programs, %d s, %d differences, next seed %d" % ("\r" if sys.stderr.isatty() else "", count, time.time() - begin, finds, seed), end="" if sys.stderr.isatty() else "\n", file=sys.stderr, flush=True)
    print("%d programs alike in %d s, next seed %d" % (count, time.time() - begin, seed) if not finds else "%d differences" % finds)
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main())
