import codeop
import io
import types
import unittest

for source in ['x = 1', 'if x:', 'if x:\n  y', 'def f():\n  return 1\n', '(1,', '"""abc', 'a b', '', '# c', 'class A:', 'try:\n  x\n', 'x = [1,\n2', "'abc"]:
    try:
        result = codeop.compile_command(source)
    except SyntaxError:
        result = 'SyntaxError'
    print(repr(source), 'code' if isinstance(result, types.CodeType) else result)


class Sample(unittest.TestCase):
    def test_b(self):
        self.assertDictContainsSubset({'a': 1}, {'a': 1, 'b': 2})

    def test_a(self):
        self.assertDictContainsSubset({'a': 1, 'c': 3}, {'a': 2})

    def check(self):
        self.fail('never called')


import warnings
warnings.simplefilter('ignore')
print(unittest.makeSuite(Sample), unittest.getTestCaseNames(Sample, 'check'))
loader = unittest.TestLoader()
for name in ('no_such_module', 'unittest.no_such_name', 'unittest.TestCase.nothing'):
    suite = loader.loadTestsFromName(name)
    result = unittest.TestResult()
    suite.run(result)
    print(name, result.testsRun, len(result.errors), result.errors[0][1].strip().split('\n')[-1], len(loader.errors))
result = unittest.TestResult()
unittest.makeSuite(Sample).run(result)
print(result.testsRun, [text.strip().split('\n')[-1] for _, text in result.failures])
