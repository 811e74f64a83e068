import unittest


class T(unittest.TestCase):

    def test_nested(self):
        with self.subTest('outer', a=1):
            with self.subTest(b=2):
                self.assertEqual(1, 2)
        with self.subTest('msg'):
            raise ValueError('x')
        with self.subTest():
            pass
        with self.subTest(c=3):
            self.skipTest('skip it')

    def test_z(self):
        pass

    def runTest(self):
        pass


s = unittest.TestSuite()
s.addTest(unittest.makeSuite(T)) if hasattr(unittest, 'makeSuite') and False else s.addTest(unittest.defaultTestLoader.loadTestsFromTestCase(T))
import io
o = io.StringIO()
r = unittest.TextTestRunner(o, verbosity=2).run(s)
print([l for l in o.getvalue().splitlines() if l.startswith(('FAIL', 'ERROR', 'test', '  test', 'Ran')) and (not l.startswith('Ran'))])
print(T('test_z').id(), T(), repr(T('test_z')), T('test_z') == T('test_z'), T().countTestCases())
try:
    T('nope')
except ValueError as e:
    print(e)
print(unittest.defaultTestLoader.getTestCaseNames(T), list(s), s)
r = T('test_z').run()
print(r.wasSuccessful(), r.testsRun)
f = unittest.FunctionTestCase(lambda: None, description='d')
print(f.run(), f.shortDescription())


class Iso(unittest.TestCase):

    def test_a(self):
        self.x = 1

    def test_b(self):
        self.assertFalse(hasattr(self, 'x'))


unittest.TextTestRunner(io.StringIO()).run(unittest.TestSuite(map(Iso, ['test_a', 'test_b'])))
try:
    unittest.TestSuite([3])
except TypeError as e:
    print(e)
suite = unittest.TestLoader().loadTestsFromName('Iso', __import__('__main__'))
print(suite.countTestCases())
unittest.main(argv=['a', 'Iso.test_b'], verbosity=2, exit=True)
