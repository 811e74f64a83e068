import unittest, sys, io, re
class T(unittest.TestCase):
    def setUp(self): self.x = 1
    def test_ok(self):
        self.assertEqual(self.x, 1); self.assertTrue(1); self.assertIn(1, [1]); self.assertIsNone(None); self.assertAlmostEqual(0.1 + 0.2, 0.3); self.assertIsInstance(1, int)
        with self.assertRaises(ValueError) as cm: int('x')
        self.assertIn('invalid', str(cm.exception)); self.assertRaises(ZeroDivisionError, lambda: 1 / 0); self.assertCountEqual([1, 2], [2, 1]); self.assertRegex('abc', 'b')
        with self.assertRaisesRegex(KeyError, 'k'): {}['k']
    def test_fail(self): self.assertEqual(1, 2)
    def test_msg(self): self.assertGreater(1, 2, 'why')
    def test_error(self): raise KeyError('boom')
    @unittest.skip('later')
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_exp(self): self.fail()
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
out = io.StringIO()
r = unittest.TextTestRunner(stream=out).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))
lines = [l for l in re.sub(r'in [\d.]+s', 'in Xs', out.getvalue()).split('\n') if not l.startswith('  ') and l != 'Traceback (most recent call last):']
print('\n'.join(lines)); print(r.wasSuccessful(), r.testsRun, len(r.failures), len(r.errors), len(r.skipped))
