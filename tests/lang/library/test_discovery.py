# unittest discovery: packages, load_tests, modules that fail or skip.
import io
import os
import shutil
import tempfile
import unittest
d = tempfile.mkdtemp()


def w(p, t):
    p = os.path.join(d, p)
    os.makedirs(os.path.dirname(p), exist_ok=True)
    with open(p, 'w') as f:
        f.write(t)


T = "import unittest\nclass T(unittest.TestCase):\n    def test_%s(self): pass\n    def test_fail_%s(self): self.fail('x')\n"
w('test_a.py', T % ('a','a'))
w('test_b.py', 'import nothere_x\n')
w('helper.py','raise 1')
w('pkg/__init__.py','')
w('pkg/test_c.py', T%('c','c'))
w('nopkg/test_d.py', T%('d','d'))
w('test_skip.py', "import unittest\nraise unittest.SkipTest('no')\n")
w('lt/__init__.py', "import unittest\ndef load_tests(loader, tests, pattern):\n    print('lt', pattern)\n    return unittest.TestSuite()\n")
w('lt/test_e.py', T%('e','e'))
l = unittest.TestLoader()
s = l.discover(d)
def flat(s):
    for x in s:
        if isinstance(x, unittest.TestSuite): yield from flat(x)
        else: yield x
print([t.id() for t in flat(s)], len(l.errors), l.errors[0].split('\n')[0])
r = unittest.TestResult()
s.run(r)
print(r.testsRun, len(r.failures), len(r.errors), len(r.skipped), r)
print(s.countTestCases())
for a in (dict(start_dir=os.path.join(d,'nopkg'), top_level_dir=d), dict(start_dir='nosuch')):
    try: l.discover(**a)
    except ImportError as e: print(str(e).replace(d,''))
print([t.id() for t in flat(unittest.TestLoader().discover(d, pattern='*_c.py'))])
p = unittest.main(module=None, argv=['x', 'discover', '-s', d, '-p', 'test_a.py'], exit=False, testRunner=unittest.TextTestRunner(io.StringIO()))
print(p.result)
shutil.rmtree(d)
