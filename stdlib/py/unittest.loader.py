"""Finding the tests of classes, modules and names."""
import functools
import os
import re
import sys
import types
from unittest import case, suite


class _FailedTest(case.TestCase):
    """Stands for a test that could not be loaded."""
    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattribute__(name)

        def fail():
            raise self._exception
        return fail


def _skipped(method_name, exception, suite_class):
    @case.skip(str(exception))
    def skipped(self):
        pass
    return suite_class((type('ModuleSkipped', (case.TestCase,), {method_name: skipped})(method_name),))


_MODULE_FILE = re.compile(r'[_a-z]\w*\.py$', re.IGNORECASE)


class TestLoader:
    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(lambda a, b: (a > b) - (a < b))
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        self._loading_packages = set()

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
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as e:
            import traceback
            return self._failed(module.__name__, e, 'Failed to call load_tests:\n' + traceback.format_exc())

    def _failed(self, name, exception, message):
        self.errors.append(message)
        return self.suiteClass((_FailedTest(name, exception),))

    def loadTestsFromName(self, name, module=None):
        import traceback
        parts = name.split('.')
        problem = None
        if module is None:
            for end in range(len(parts), 0, -1):
                try:
                    module = __import__('.'.join(parts[:end]))
                    break
                except ImportError as e:
                    missing = '.'.join(parts[:end])
                    message = f'Failed to import test module: {parts[end - 1]}\n{traceback.format_exc()}'
                    problem = missing, ImportError(message), message
                    if end == 1:
                        return self._failed(parts[0], problem[1], message)
            parts = parts[1:]
        target, parent = module, None
        for part in parts:
            try:
                parent, target = target, getattr(target, part)
            except AttributeError as e:
                if getattr(target, '__path__', None) is not None and problem is not None:
                    return self._failed(part, problem[1], problem[2])
                return self._failed(part, e, f'Failed to access attribute:\n{traceback.format_exc()}')
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

    # ---- discovery

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """The tests of the modules below a directory, or a package, whose file names match."""
        implicit = False
        if top_level_dir is None and self._top_level_dir is not None:
            top_level_dir = self._top_level_dir
        elif top_level_dir is None:
            implicit = True
            top_level_dir = start_dir
        top_level_dir = os.path.abspath(top_level_dir)
        if top_level_dir not in sys.path:
            sys.path.insert(0, top_level_dir)
        self._top_level_dir = top_level_dir
        importable = True
        if os.path.isdir(os.path.abspath(start_dir)):
            start_dir = os.path.abspath(start_dir)
            if start_dir != top_level_dir:
                importable = os.path.isfile(os.path.join(start_dir, '__init__.py'))
        else:
            try:
                __import__(start_dir)
            except ImportError:
                importable = False
            else:
                module = sys.modules[start_dir]
                if getattr(module, '__file__', None) is None:
                    raise TypeError(f"don't know how to discover from {module!r}")
                top = sys.modules[start_dir.split('.')[0]]
                start_dir = os.path.abspath(os.path.dirname(module.__file__))
                if implicit:
                    self._top_level_dir = os.path.dirname(os.path.dirname(os.path.abspath(top.__file__)))
                    sys.path.remove(top_level_dir)
        if not importable:
            raise ImportError(f'Start directory is not importable: {start_dir!r}')
        return self.suiteClass(list(self._find_tests(start_dir, pattern)))

    def _get_name_from_path(self, path):
        if path == self._top_level_dir:
            return '.'
        relative = os.path.relpath(os.path.splitext(os.path.normpath(path))[0], self._top_level_dir)
        return relative.replace(os.path.sep, '.')

    def _get_module_from_name(self, name):
        __import__(name)
        return sys.modules[name]

    def _match_path(self, path, full_path, pattern):
        from fnmatch import fnmatch
        return fnmatch(path, pattern)

    def _find_tests(self, start_dir, pattern):
        name = self._get_name_from_path(start_dir)
        if name != '.' and name not in self._loading_packages:
            tests, descend = self._find_test_path(start_dir, pattern)
            if tests is not None:
                yield tests
            if not descend:
                return
        for entry in sorted(os.listdir(start_dir)):
            path = os.path.join(start_dir, entry)
            tests, descend = self._find_test_path(path, pattern)
            if tests is not None:
                yield tests
            if descend:
                name = self._get_name_from_path(path)
                self._loading_packages.add(name)
                try:
                    yield from self._find_tests(path, pattern)
                finally:
                    self._loading_packages.discard(name)

    def _find_test_path(self, path, pattern):
        base = os.path.basename(path)
        if os.path.isfile(path):
            if not _MODULE_FILE.match(base) or not self._match_path(base, path, pattern):
                return None, False
        elif not os.path.isdir(path) or not os.path.isfile(os.path.join(path, '__init__.py')):
            return None, False
        name = self._get_name_from_path(path)
        try:
            module = self._get_module_from_name(name)
        except case.SkipTest as e:
            return _skipped(name, e, self.suiteClass), False
        except Exception:
            import traceback
            message = f'Failed to import test module: {name}\n{traceback.format_exc()}'
            return self._failed(name, ImportError(message), message), False
        if os.path.isdir(path):
            tests = self.loadTestsFromModule(module, pattern=pattern)
            return tests, getattr(module, 'load_tests', None) is None
        found = os.path.splitext(os.path.realpath(getattr(module, '__file__', None) or path))[0]
        if found.lower() != os.path.splitext(os.path.realpath(path))[0].lower():
            raise ImportError(f'{os.path.splitext(base)[0]!r} module incorrectly imported from {os.path.dirname(found)!r}. '
                              f'Expected {os.path.dirname(path)!r}. Is this module globally installed?')
        return self.loadTestsFromModule(module, pattern=pattern), False


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


def _loader(prefix, sortUsing=None, suiteClass=None, testNamePatterns=None):
    loader = TestLoader()
    loader.sortTestMethodsUsing = sortUsing
    loader.testMethodPrefix = prefix
    loader.testNamePatterns = testNamePatterns
    if suiteClass:
        loader.suiteClass = suiteClass
    return loader


def _three_way(a, b):
    return (a > b) - (a < b)


def getTestCaseNames(testCaseClass, prefix, sortUsing=_three_way, testNamePatterns=None):
    return _loader(prefix, sortUsing, testNamePatterns=testNamePatterns).getTestCaseNames(testCaseClass)


def makeSuite(testCaseClass, prefix='test', sortUsing=_three_way, suiteClass=suite.TestSuite):
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromTestCase(testCaseClass)


def findTestCases(module, prefix='test', sortUsing=_three_way, suiteClass=suite.TestSuite):
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromModule(module)
