# unittest.main() with options: help, buffered output, patterns, names that do not exist, what stands on a test's line.
import contextlib
import io
import re
import sys
import types
import unittest
import uuid


class Case(unittest.TestCase):
    def setUp(self):
        print('setUp', self._testMethodName)

    def test_fail(self):
        print('to stderr', file=sys.stderr)
        self.assertEqual(1, 2)

    def test_ok(self):
        pass

    @unittest.expectedFailure
    def test_x(self):
        self.fail()


class Late(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('setUpClass')
        raise RuntimeError('class')

    def test_never(self):
        pass


def setUpModule():
    print('setUpModule')


for argv in (['p', '-v'], ['p', 'Case.test_ok'], ['p', '-k', 'ok', '-q'], ['p', 'Case.nope'], ['p', '-b', 'Case.test_fail'], ['p', '-b', 'Late'], ['p', '-f', 'Case'],
             ['p', '-h'], ['p', '--wrong']):
    err = io.StringIO()
    unittest.defaultTestLoader.testNamePatterns = None
    with contextlib.redirect_stderr(err):
        try:
            unittest.main(argv=argv)
        except SystemExit as e:
            print('exit', e.code)
    print(re.sub(r'in \d\.\d+s', 'in Xs', re.sub(r'File ".*?"', 'File', err.getvalue())))
u = uuid.UUID('12345678-1234-5678-9234-567812345678')
print(u.fields, u.time_low, u.time_mid, u.time_hi_version, u.clock_seq_hi_variant, u.clock_seq_low, u.clock_seq, u.node, u.time, u.bytes_le.hex(), u.is_safe, repr(u.is_safe))
print(uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(fields=u.fields) == u)
for wrong in (dict(fields=(1, 2)), dict(fields=(1 << 32, 0, 0, 0, 0, 0)), dict(bytes_le=b'x')):
    try:
        uuid.UUID(**wrong)
    except ValueError as e:
        print(e)
try:
    types.SimpleNamespace(1)
except TypeError as e:
    print(e)
import os
for f in (lambda: os.rename('nope1', 'nope2'), lambda: os.symlink('a', '/nope/b')):
    try:
        f()
    except OSError as e:
        print(e, e.filename, e.filename2)
