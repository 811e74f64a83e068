import unittest


class Stack:

    def __init__(self):
        self._d = []

    def push(self, x):
        self._d.append(x)

    def pop(self):
        if not self._d:
            raise IndexError('pop from empty stack')
        return self._d.pop()

    def __len__(self):
        return len(self._d)


class TestStack(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.shared = [1]
        print('class setup')

    @classmethod
    def tearDownClass(cls):
        print('class teardown')

    def setUp(self):
        self.s = Stack()
        print('setUp', self._testMethodName)

    def tearDown(self):
        print('tearDown')

    def test_push(self):
        self.s.push(1)
        self.assertEqual(len(self.s), 1)

    def test_pop_empty(self):
        with self.assertRaises(IndexError) as cm:
            self.s.pop()
        self.assertEqual(str(cm.exception), 'pop from empty stack')
        self.assertRaisesRegex(IndexError, 'empty', self.s.pop)

    def test_sub(self):
        for i in range(4):
            with self.subTest(i=i):
                self.assertEqual(i % 2, 0)

    def test_misc(self):
        self.assertTrue(1)
        self.assertFalse([])
        self.assertIn(1, [1])
        self.assertNotIn(3, [1])
        self.assertIsNone(None)
        self.assertIsNotNone(0)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertNotAlmostEqual(1, 1.1)
        self.assertGreater(2, 1)
        self.assertLessEqual(1, 1)
        self.assertIsInstance(1, int)
        self.assertNotIsInstance(1, str)
        self.assertCountEqual([1, 2, 2], [2, 1, 2])
        self.assertRegex('abc', 'b')
        self.assertNotRegex('abc', 'z')
        self.assertListEqual([1], [1])
        self.assertDictEqual({1: 2}, {1: 2})
        self.assertSetEqual({1}, {1})
        self.assertTupleEqual((1,), (1,))
        self.assertMultiLineEqual('a\n', 'a\n')
        self.assertSequenceEqual([1], (1,))
        self.assertIs(self.shared, TestStack.shared)
        self.assertIsNot([], [])

    @unittest.skip('later')
    def test_skipped(self):
        self.fail()

    @unittest.skipIf(True, 'cond')
    def test_skipif(self):
        pass

    @unittest.expectedFailure
    def test_xfail(self):
        self.assertEqual(1, 2)

    def test_fail_list(self):
        self.assertEqual([1, 2, 3], [1, 2, 4])

    def test_fail_str(self):
        self.assertEqual('hello\nworld\n', 'hello\nthere\n')

    def test_fail_dict(self):
        self.assertEqual({'a': 1, 'b': 2}, {'a': 1, 'b': 3}, 'custom message')

    def test_error(self):
        return {}['missing']

    def test_subclass_skip(self):
        self.skipTest('inside')


if __name__ == '__main__':
    unittest.main(verbosity=2)
