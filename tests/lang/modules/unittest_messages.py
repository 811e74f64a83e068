import unittest, sys, io, logging, warnings


class Log(unittest.TestCase):

    def test_logs(self):
        with self.assertLogs('foo', level='INFO') as cm:
            logging.getLogger('foo').info('first')
            logging.getLogger('foo.bar').error('second')
        self.assertEqual(cm.output, ['INFO:foo:first', 'ERROR:foo.bar:second'])
        with self.assertNoLogs('x'):
            pass

    def test_warns(self):
        with self.assertWarns(DeprecationWarning) as cm:
            warnings.warn('old', DeprecationWarning)
        self.assertIn('old', str(cm.warning))
        with self.assertWarnsRegex(UserWarning, 'abc'):
            warnings.warn('xabcx')

    def test_bad_raises(self):
        with self.assertRaises(TypeError):
            self.assertRaises(3)

    def test_callable_kw(self):

        def f(a, b=0):
            raise KeyError(a + b)
        self.assertRaises(KeyError, f, 1, b=2)
        with self.assertRaises(KeyError, msg='why') as c:
            f(1)
        self.assertEqual(c.exception.args, (1,))

    def test_cleanup_order(self):
        order = []
        self.addCleanup(order.append, 1)
        self.addCleanup(order.append, 2)
        self.doCleanups()
        self.assertEqual(order, [2, 1])

    def test_type_eq(self):

        class P:

            def __init__(s, x):
                s.x = x

        def cmp(a, b, msg=None):
            if a.x != b.x:
                raise self.failureException(msg or f'{a.x}!={b.x}')
        self.addTypeEqualityFunc(P, cmp)
        self.assertEqual(P(1), P(1))
        with self.assertRaisesRegex(AssertionError, '1!=2'):
            self.assertEqual(P(1), P(2))

    def test_messages(self):
        for f, a in [('assertEqual', (1, 2)), ('assertTrue', (0,)), ('assertIn', (1, [])), ('assertAlmostEqual', (1, 2)), ('assertEqual', ([1], [2])), ('assertEqual', ('a', 'b')), ('assertEqual', ({1}, {2})), ('assertEqual', ({'a': 1}, {'a': 2})), ('assertGreater', (1, 2)), ('assertIsNone', (1,)), ('assertNotIn', (1, [1])), ('assertNotIsInstance', (1, int)), ('assertEqual', ('x' * 90, 'x' * 89 + 'y')), ('assertEqual', ([1, 2, 3], [1, 2])), ('assertEqual', ((), (1,))), ('assertAlmostEqual', (1, 1.2, None, 'm', 0.1)), ('assertNotAlmostEqual', (1, 1)), ('assertNotEqual', (1, 1)), ('assertNotRegex', ('abc', 'b')), ('fail', ('boom',)), ('assertCountEqual', ([[1]], [[2]])), ('assertEqual', (list(range(50)), list(range(51)))), ('assertEqual', ('a\nb\nc', 'a\nx\nc'))]:
            try:
                getattr(self, f)(*a)
            except AssertionError as e:
                print(f, e)


class Mod(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        raise ValueError('class broken')

    def test_1(self):
        print('never')


class SkipCls(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest('no class')

    def test_1(self):
        print('never')


@unittest.skipUnless(False, 'whole')
class Skip2(unittest.TestCase):

    def test_1(self):
        print('never')


class Unexp(unittest.TestCase):

    @unittest.expectedFailure
    def test_u(self):
        pass


class Multi(unittest.TestCase):

    def tearDown(self):
        raise RuntimeError('td')

    def test_1(self):
        self.fail('also')


def setUpModule():
    print('module up')


def tearDownModule():
    print('module down')


class Custom(unittest.TextTestResult):

    def addSuccess(self, test):
        super().addSuccess(test)
        print('OK', test.id())


if __name__ == '__main__':
    r = unittest.main(argv=['prog', '-v'], exit=False, testRunner=unittest.TextTestRunner(stream=io.StringIO(), resultclass=Custom, verbosity=2)).result
    print(r)
    for n in ('failures', 'errors', 'skipped', 'expectedFailures', 'unexpectedSuccesses'):
        print(n, [str(x[0]) if isinstance(x, tuple) else str(x) for x in getattr(r, n)])
