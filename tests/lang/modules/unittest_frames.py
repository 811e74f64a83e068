# Failures show the frames of the test, not those of unittest.
import io
import re
import unittest
from unittest import mock


class Frames(unittest.TestCase):
    def helper(self):
        self.assertEqual([1, 2], [1, 3])

    def test_nested(self):
        self.helper()

    def test_error(self):
        {}["missing"]

    def test_context(self):
        with self.assertRaises(ValueError):
            pass

    def test_sub(self):
        for i in range(2):
            with self.subTest(i=i):
                self.assertLess(i, 1)

    def test_chain(self):
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise RuntimeError("later") from e


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(Frames).run(result)
for test, text in result.failures + result.errors:
    print(test)
    print(re.sub(r'File "[^"]*?([^/"]*)"', r'File "\1"', text))
