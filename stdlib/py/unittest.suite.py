"""Groups of tests, with the fixtures of their classes and modules."""
import sys
from unittest import case
from unittest.util import strclass


def _held(method):
    """What a fixture prints is kept back like that of a test, when the result does so."""
    def inner(self, *args):
        result = args[-1]
        before = sys.stdout
        getattr(result, '_setupStdout', int)()
        try:
            return method(self, *args)
        finally:
            if sys.stdout is not before:    # else another fixture is around this one
                result._restoreStdout()
    return inner


class BaseTestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f'<{strclass(self.__class__)} tests={list(self)}>'

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum([t.countTestCases() for t in self if t is not None])

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            self._forget(index)
        return result

    def _forget(self, index):
        """A test that has run is dropped, so that what it holds can go."""
        test = self._tests[index]
        if hasattr(test, 'countTestCases'):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        outermost = not result._testRunEntered
        if outermost:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                self._leave_class(test, result)
                self._enter_module(test, result)
                self._enter_class(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, '_classSetupFailed', False) or result._moduleSetUpFailed:
                    continue
            if debug:
                test.debug()
            else:
                test(result)
                self._forget(index)
        if outermost:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        from unittest.result import TestResult
        self.run(TestResult(), True)

    @_held
    def _enter_class(self, test, result):
        cls = test.__class__
        if cls is result._previousTestClass or result._moduleSetUpFailed or getattr(cls, '__unittest_skip__', False):
            return
        cls._classSetupFailed = False
        set_up = getattr(cls, 'setUpClass', None)
        if set_up is None:
            return
        try:
            set_up()
        except Exception as exc:
            cls._classSetupFailed = True
            self._report(result, exc, 'setUpClass', strclass(cls))
        if cls._classSetupFailed:
            self._clean_class(cls, result, 'setUpClass')

    @_held
    def _leave_class(self, test, result):
        previous = result._previousTestClass
        if previous is None or (test is not None and test.__class__ is previous):
            return
        if getattr(previous, '_classSetupFailed', False) or result._moduleSetUpFailed or getattr(previous, '__unittest_skip__', False):
            return
        tear_down = getattr(previous, 'tearDownClass', None)
        if tear_down is not None:
            try:
                tear_down()
            except Exception as exc:
                self._report(result, exc, 'tearDownClass', strclass(previous))
        self._clean_class(previous, result, 'tearDownClass')

    def _clean_class(self, cls, result, method):
        clean = getattr(cls, 'doClassCleanups', None)
        if clean is None:
            return
        clean()
        for info in cls.tearDown_exceptions:
            self._report(result, info[1], method, strclass(cls))

    def _module_of(self, test):
        return getattr(test.__class__, '__module__', None)

    @_held
    def _enter_module(self, test, result):
        previous = getattr(result._previousTestClass, '__module__', None)
        current = self._module_of(test)
        if current == previous:
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(current), 'setUpModule', None)
        if set_up is None:
            return
        try:
            set_up()
        except Exception as exc:
            result._moduleSetUpFailed = True
            self._report(result, exc, 'setUpModule', current)
            self._clean_module(result, 'setUpModule', current)

    @_held
    def _leave_module(self, result):
        previous = getattr(result._previousTestClass, '__module__', None)
        if previous is None or result._moduleSetUpFailed:
            return
        tear_down = getattr(sys.modules.get(previous), 'tearDownModule', None)
        if tear_down is not None:
            try:
                tear_down()
            except Exception as exc:
                self._report(result, exc, 'tearDownModule', previous)
        self._clean_module(result, 'tearDownModule', previous)

    def _clean_module(self, result, method, name):
        try:
            case.doModuleCleanups()
        except Exception as exc:
            self._report(result, exc, method, name)

    def _report(self, result, exc, method, parent):
        holder = _ErrorHolder(f'{method} ({parent})')
        if isinstance(exc, case.SkipTest):
            result.addSkip(holder, str(exc))
        else:
            result.addError(holder, (type(exc), exc, exc.__traceback__))


class _ErrorHolder:
    """Stands for a test in the result when a fixture of a class or module failed."""
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0
