"""Scripts that ask for the impossible: each ends in time, with an error of its own and the process alive."""
import glob
import os
import resource
import subprocess
import unittest

from server import PROGRAM

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "hostile")


def run(arguments, **more):
    def limit():
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=300, preexec_fn=limit, **more)


class Hostile(unittest.TestCase):
    def test_scripts(self):
        """CPython crashes or never ends on these, so their output is not recorded from it."""
        scripts = sorted(glob.glob(os.path.join(HERE, "*.py")))
        self.assertTrue(scripts)
        for script in scripts:
            with self.subTest(script=os.path.basename(script)), open(script[:-3] + ".out", encoding="utf-8") as f:
                done = run([os.path.basename(script)], cwd=HERE)
                self.assertEqual((done.stdout, done.returncode), (f.read(), 0), done.stderr[-2000:])

    # Natives that would work for hours: the deadline and the fuel reach into them.
    ENDLESS = [
        "sum(iter(int, 1))", "list(iter(int, 1))", "max(iter(int, 1))", "any(iter(int, 1))", "set(iter(int, 1))", "tuple(x for x in iter(int, 1))", "dict.fromkeys(iter(int, 1))", "''.join(iter(str, 'x'))",
        "1 in iter(int, 1)", "[].extend(iter(int, 1))", "list(zip(iter(int, 1), iter(int, 1)))", "list(map(abs, iter(int, 1)))", "list(filter(None, iter(int, 1)))", "sum(enumerate(iter(int, 1)), start=())",
        "import itertools\nlist(itertools.count())", "import itertools\nlist(itertools.cycle([1]))", "import itertools\nsum(itertools.repeat(1))", "import itertools\nfor x in itertools.dropwhile(lambda x: True, itertools.count()): pass",
        "import itertools\nlist(itertools.filterfalse(lambda x: True, itertools.count()))", "import itertools\nlist(itertools.accumulate(itertools.count()))",
        "import collections\ncollections.deque(iter(int, 1), maxlen=1)", "import collections\ncollections.Counter(iter(int, 1))", "import functools\nfunctools.reduce(lambda a, b: 0, iter(int, 1))",
        "import itertools\nlist(itertools.product(range(100), repeat=9))", "import itertools\nsum(1 for _ in itertools.permutations(range(20)))", "sorted(range(3 * 10**7), key=lambda x: -x)", "x = 3 ** (2 * 10**7)\nx * x * x",
        "10 ** 10 ** 8", "import math\nmath.factorial(3 * 10**7)", "a, b = 10**3000000, 7**3500000\nwhile True: a % b; pow(a, 3, b)", "x = range(10**12)\n[i for i in x]", "range(10**15).count(1.5)", "1.5 in range(10**15)",
        "'a' * 10**7 in iter(str, 1)", "import random\nwhile True: random.shuffle([1] * 10**6)", "import json\nx = [[1] * 1000] * 1000\nwhile True: json.loads(json.dumps(x))", "import copy\nx = [[1] * 1000] * 1000\nwhile True: copy.deepcopy([list(y) for y in x])",
        "import time\ntime.sleep(10**6)", "class A:\n    def __getitem__(self, i): return i\nlist(A())", "class A:\n    def __getitem__(self, i): return i\n'x' in A()", "import re\nre.match(r'(?=(a+)+b)(a+)+c', 'a' * 5000)",
        *("e = ValueError()\nfor i in range(60): e = ExceptionGroup('g', [e, e])\n" + rest for rest in ("try: raise e\nexcept* TypeError: pass", "e.split(KeyError)", "e.subgroup(KeyError)")),
        "import xml.etree.ElementTree as tree\ne = tree.Element('a')\ne.append(e)\nlist(e.iter('b'))",
        *("a, b = [1], [1]\nt = KeyError\nfor i in range(60): a, b, t = [a, a], [b, b], (t, t)\n" + rest for rest in ("a == b", "isinstance(1, t)", "try: raise TypeError\nexcept t: pass")),
    ]

    def test_deadline_inside_natives(self):
        for code in self.ENDLESS:
            with self.subTest(code=code):
                done = run(["-D", "engine.timeout=300ms", "-D", "engine.memory=2G", "-e", code])
                self.assertIn(done.returncode, (0, 1), done.stderr[-2000:])
                if done.returncode:
                    self.assertRegex(done.stderr, "execution timeout|MemoryError|RuntimeError|re.error|error: ", code)

    def test_fuel_inside_natives(self):
        for code in ("list(map(lambda x: x, iter(int, 1)))", "sorted(range(10**7), key=lambda x: -x)", "for x in iter(int, 1): pass", "sum(x for x in iter(int, 1))"):
            with self.subTest(code=code):
                done = run(["-D", "engine.fuel=100000", "-D", "engine.timeout=60s", "-D", "engine.memory=2G", "-e", code])
                self.assertEqual(done.returncode, 1)
                self.assertIn("execution budget exhausted", done.stderr)

    def test_memory_inside_natives(self):
        for code in ("list(range(10**8))", "'x' * 10**8", "b'x' * 10**8", "[0] * 10**8", "' '.join(['x' * 1000] * 10**6)", "list(map(str, range(10**8)))", "set(range(10**8))", "dict.fromkeys(range(10**8))", "'a'.ljust(10**9)",
                     "'%1000000000d' % 1", "f'{1:1000000000}'", "'ab'.replace('a', 'x' * 10**8)", "('x' * 10**6).replace('x', 'y' * 1000)", "'a,' * 10**8", "('a,' * 10**7).split(',')", "bytes(10**9)", "bytearray(10**9)", "1 << 10**10", "3 ** 10**9",
                     "import itertools\nlist(itertools.repeat('x', 10**9))", "import itertools\nitertools.product(range(10**8))", "import collections\ncollections.deque(range(10**8))", "x = ['a' * 1000]\nwhile True: x += x", "x = 'ab'\nwhile True: x += x",
                     "x = {}\nwhile True: x[len(x)] = [0] * 1000", "import json\nx = 'a' * 10**6\njson.dumps([x] * 10**6)", "repr(['a' * 10**6] * 10**6)", "str({i: 'a' * 1000 for i in range(10**7)})",
                     "('a' * 10**6).translate({97: 'b' * 10**4})", "import io\ns = io.StringIO()\nwhile True: s.write('x' * 10**6)", "open('/dev/zero', 'rb').read()"):
            with self.subTest(code=code):
                done = run(["-D", "engine.memory=64M", "-D", "engine.timeout=60s", "-e", code])
                self.assertEqual(done.returncode, 1, code)
                self.assertIn("MemoryError", done.stderr, code)


if __name__ == "__main__":
    unittest.main(verbosity=2)
