"""Finding the tests of classes, modules and names."""
import functools
import sys
import types
from unittest import case, suite


class TestLoader:
    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(lambda a, b: (a > b) - (a < b))
    testNamePatterns = None
    suiteClass = suite.TestSuite

    def __init__(self):
        self.errors = []

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?')
        names = [] if testCaseClass in (case.TestCase, case.FunctionTestCase) else self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass([testCaseClass(name) for name in names])

    def getTestCaseNames(self, testCaseClass):
        def wanted(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
            return self.testNamePatterns is None or any([_matches(full, p) for p in self.testNamePatterns])
        names = [n for n in dir(testCaseClass) if wanted(n)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromModule(self, module, *args, pattern=None, **kws):
        tests = []
        for name in dir(module):
            item = getattr(module, name)
            if isinstance(item, type) and issubclass(item, case.TestCase) and item not in (case.TestCase, case.FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(item))
        tests = self.suiteClass(tests)
        load_tests = getattr(module, 'load_tests', None)
        return load_tests(self, tests, pattern) if load_tests is not None else tests

    def loadTestsFromName(self, name, module=None):
        parts = name.split('.')
        if module is None:
            for end in range(len(parts), 0, -1):
                try:
                    module = __import__('.'.join(parts[:end]))
                    break
                except ImportError:
                    if end == 1:
                        raise
            parts = parts[1:]
        target, parent = module, None
        for part in parts:
            parent, target = target, getattr(target, part)
        if isinstance(target, types.ModuleType):
            return self.loadTestsFromModule(target)
        if isinstance(target, type) and issubclass(target, case.TestCase):
            return self.loadTestsFromTestCase(target)
        if isinstance(parent, type) and issubclass(parent, case.TestCase):
            return self.suiteClass([parent(parts[-1])])
        if isinstance(target, suite.TestSuite):
            return target
        if callable(target):
            test = target()
            if isinstance(test, suite.TestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError(f'calling {target} returned {test}, not a test')
        raise TypeError(f"don't know how to make test from: {target}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


def _matches(name, pattern):
    """Shell-style matching with * alone."""
    parts = pattern.split('*')
    if len(parts) == 1:
        return name == pattern
    if not name.startswith(parts[0]):
        return False
    at = len(parts[0])
    for part in parts[1:-1]:
        at = name.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return len(name) - at >= len(parts[-1]) and name.endswith(parts[-1])


defaultTestLoader = TestLoader()
