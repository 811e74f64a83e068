"""Unit tests."""
import sys
import time
import traceback


class SkipTest(Exception):
    pass


class _Raises:
    def __init__(self, case, expected, pattern=None):
        self.case = case
        self.expected = expected
        self.pattern = pattern
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        if exc_type is None:
            names = ' or '.join([e.__name__ for e in self.expected]) if isinstance(self.expected, tuple) else self.expected.__name__
            self.case.fail(f'{names} not raised')
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc
        if self.pattern is not None:
            import re
            if not re.search(self.pattern, str(exc)):
                shown = self.pattern if isinstance(self.pattern, str) else self.pattern.pattern
                self.case.fail(f'"{shown}" does not match "{exc}"')
        return True


class _SubTest:
    def __init__(self, case, message, params):
        self.case = case
        self.label = ' '.join(([f'[{message}]'] if message is not None else []) +
                              (['(' + ', '.join([f'{k}={v!r}' for k, v in params.items()]) + ')'] if params else [])) or '(<subtest>)'

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        if exc_type is None or issubclass(exc_type, SkipTest) or not issubclass(exc_type, Exception):
            return False
        self.case._result.record(self.case, exc, self.label)
        return True


class TestCase:
    failureException = AssertionError
    maxDiff = 640
    longMessage = True

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._cleanups = []
        self._result = None

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def id(self):
        return f'{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}'

    def __str__(self):
        return f'{self._testMethodName} ({self.id()})'

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} testMethod={self._testMethodName}>'

    def shortDescription(self):
        doc = getattr(self, self._testMethodName).__doc__
        return doc.strip().split('\n')[0].strip() if doc else None

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _fail(self, msg, standard):
        raise self.failureException(standard if msg is None else f'{standard} : {msg}')

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f'{expr!r} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f'{expr!r} is not false')

    def assertEqual(self, first, second, msg=None):
        if not first == second:
            if isinstance(first, str) and isinstance(second, str) or type(first) is type(second) and isinstance(first, (list, tuple, dict, set)):
                self._fail(msg, self._difference(first, second))
            self._fail(msg, f'{first!r} != {second!r}')

    def _difference(self, first, second):
        return f'{first!r} != {second!r}'

    assertListEqual = assertTupleEqual = assertDictEqual = assertSetEqual = assertMultiLineEqual = assertSequenceEqual = assertEqual

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f'{first!r} == {second!r}')

    def assertIs(self, a, b, msg=None):
        if a is not b:
            self._fail(msg, f'{a!r} is not {b!r}')

    def assertIsNot(self, a, b, msg=None):
        if a is b:
            self._fail(msg, f'unexpectedly identical: {a!r}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f'{obj!r} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f'{member!r} not found in {container!r}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f'{member!r} unexpectedly found in {container!r}')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f'{obj!r} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, f'{obj!r} is an instance of {cls!r}')

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f'{a!r} not less than {b!r}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f'{a!r} not less than or equal to {b!r}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f'{a!r} not greater than {b!r}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f'{a!r} not greater than or equal to {b!r}')

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        diff = abs(first - second)
        if delta is not None:
            if diff <= delta:
                return
            self._fail(msg, f'{first!r} != {second!r} within {delta!r} delta ({diff!r} difference)')
        places = 7 if places is None else places
        if round(diff, places) == 0:
            return
        self._fail(msg, f'{first!r} != {second!r} within {places!r} places ({diff!r} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        diff = abs(first - second)
        if delta is not None:
            if not first == second and diff > delta:
                return
            self._fail(msg, f'{first!r} == {second!r} within {delta!r} delta ({diff!r} difference)')
        places = 7 if places is None else places
        if not first == second and round(diff, places) != 0:
            return
        self._fail(msg, f'{first!r} == {second!r} within {places!r} places')

    def assertCountEqual(self, first, second, msg=None):
        left, right = list(first), list(second)
        for x in list(left):
            if x in right:
                right.remove(x)
                left.remove(x)
        if left or right:
            self._fail(msg, f'Element counts were not equal:\nFirst has extra {left!r}, second has extra {right!r}')

    def assertRegex(self, text, expected, msg=None):
        import re
        if not re.search(expected, text):
            shown = expected if isinstance(expected, str) else expected.pattern
            self._fail(msg, f"Regex didn't match: {shown!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected, msg=None):
        import re
        found = re.search(unexpected, text)
        if found:
            shown = unexpected if isinstance(unexpected, str) else unexpected.pattern
            self._fail(msg, f'Regex matched: {found.group()!r} matches {shown!r} in {text!r}')

    def assertRaises(self, expected, *args, **kwargs):
        context = _Raises(self, expected)
        if not args:
            return context
        function, *rest = args
        with context:
            function(*rest, **kwargs)

    def assertRaisesRegex(self, expected, pattern, *args, **kwargs):
        context = _Raises(self, expected, pattern)
        if not args:
            return context
        function, *rest = args
        with context:
            function(*rest, **kwargs)

    def run(self, result):
        self._result = result
        method = getattr(self, self._testMethodName)
        reason = getattr(method, '__unittest_skip_why__', None) or getattr(type(self), '__unittest_skip_why__', None)
        if getattr(method, '__unittest_skip__', False) or getattr(type(self), '__unittest_skip__', False):
            result.skip(self, reason or '')
            return
        expects = getattr(method, '__unittest_expecting_failure__', False)
        before = len(result.failures) + len(result.errors)
        outcome = None
        try:
            self.setUp()
            try:
                method()
            except Exception as exc:
                outcome = exc
            try:
                self.tearDown()
            except Exception as exc:
                outcome = outcome or exc
        except Exception as exc:
            outcome = exc
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception as exc:
                outcome = outcome or exc
        if isinstance(outcome, SkipTest):
            result.skip(self, str(outcome))
        elif expects:
            result.expected(self, outcome is not None)
        elif outcome is not None:
            result.record(self, outcome)
        elif before == len(result.failures) + len(result.errors):
            result.success(self)

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()


class TestResult:
    def __init__(self, stream=None, verbosity=1):
        self.stream = stream or sys.stderr
        self.verbosity = verbosity
        self.testsRun = 0
        self.failures = []
        self.errors = []
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []

    def start(self, case):
        self.testsRun += 1
        if self.verbosity > 1:
            doc = case.shortDescription()
            self.stream.write(f'{case}\n{doc} ... ' if doc else f'{case} ... ')

    def _mark(self, short, long):
        if self.verbosity > 1:
            self.stream.write(long + '\n')
        elif self.verbosity == 1:
            self.stream.write(short)

    def success(self, case):
        self._mark('.', 'ok')

    def skip(self, case, reason):
        self.skipped.append((case, reason))
        self._mark('s', f'skipped {reason!r}')

    def expected(self, case, failed):
        (self.expectedFailures if failed else self.unexpectedSuccesses).append(case)
        self._mark('x' if failed else 'u', 'expected failure' if failed else 'unexpected success')

    def record(self, case, exc, label=None):
        failed = isinstance(exc, TestCase.failureException)
        title = f'{case} {label}' if label else str(case)
        (self.failures if failed else self.errors).append((title, case, ''.join(traceback.format_exception(exc, chain=False))))
        self._mark('F' if failed else 'E', 'FAIL' if failed else 'ERROR')

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses


class TestSuite:
    def __init__(self, tests=()):
        self._tests = list(tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        self._tests.extend(tests)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum([t.countTestCases() if isinstance(t, TestSuite) else 1 for t in self._tests])

    def _cases(self):
        for t in self._tests:
            if isinstance(t, TestSuite):
                yield from t._cases()
            else:
                yield t

    def run(self, result):
        current = None
        usable = True
        for case in self._cases():
            if type(case) is not current:
                self._leave(current, result, usable)
                current = type(case)
                usable = True
                try:
                    current.setUpClass()
                except SkipTest as exc:
                    usable = False
                    result.skip(f'setUpClass ({current.__module__}.{current.__qualname__})', str(exc))
                except Exception as exc:
                    usable = False
                    result.record(f'setUpClass ({current.__module__}.{current.__qualname__})', exc)
            if usable:
                result.start(case)
                case.run(result)
        self._leave(current, result, usable)
        return result

    def _leave(self, cls, result, usable):
        if cls is None or not usable:
            return
        try:
            cls.tearDownClass()
        except Exception as exc:
            result.record(f'tearDownClass ({cls.__module__}.{cls.__qualname__})', exc)


class TestLoader:
    def loadTestsFromTestCase(self, cls):
        return TestSuite([cls(name) for name in self.getTestCaseNames(cls)])

    def getTestCaseNames(self, cls):
        return sorted([n for n in dir(cls) if n.startswith('test') and callable(getattr(cls, n))])

    def loadTestsFromModule(self, module):
        suites = []
        for name in sorted(vars(module)):
            value = vars(module)[name]
            if isinstance(value, type) and issubclass(value, TestCase) and value is not TestCase and value is not FunctionTestCase:
                suites.append(self.loadTestsFromTestCase(value))
        return TestSuite(suites)

    def loadTestsFromName(self, name, module=None):
        target = module
        parts = name.split('.')
        for part in parts:
            parent, target = target, getattr(target, part)
        if isinstance(target, type):
            return self.loadTestsFromTestCase(target)
        return TestSuite([parent(parts[-1])])


defaultTestLoader = TestLoader()


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__('runTest')
        self.runTest = testFunc


class TextTestRunner:
    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, **kwargs):
        self.stream = stream or sys.stderr
        self.verbosity = verbosity

    def run(self, suite):
        result = TestResult(self.stream, self.verbosity)
        started = time.perf_counter()
        if isinstance(suite, TestCase):
            suite = TestSuite([suite])
        suite.run(result)
        elapsed = time.perf_counter() - started
        write = self.stream.write
        if self.verbosity:
            write('\n')
        for kind, found in (('ERROR', result.errors), ('FAIL', result.failures)):
            for title, case, text in found:
                doc = case.shortDescription() if isinstance(case, TestCase) else None
                write('=' * 70 + f'\n{kind}: {title}\n' + (doc + '\n' if doc else '') + '-' * 70 + f'\n{text}\n')
        for case in result.unexpectedSuccesses:
            write('=' * 70 + f'\nUNEXPECTED SUCCESS: {case}\n')
        write('-' * 70 + f'\nRan {result.testsRun} test{"" if result.testsRun == 1 else "s"} in {elapsed:.3f}s\n\n')
        details = []
        for label, found in (('failures', result.failures), ('errors', result.errors), ('skipped', result.skipped),
                             ('expected failures', result.expectedFailures), ('unexpected successes', result.unexpectedSuccesses)):
            if found:
                details.append(f'{label}={len(found)}')
        write(('OK' if result.wasSuccessful() else 'FAILED') + (f' ({", ".join(details)})' if details else '') + '\n')
        return result


class TestProgram:
    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True,
                 verbosity=1, failfast=None, catchbreak=None, buffer=None, **kwargs):
        if isinstance(module, str):
            module = sys.modules[module]
        arguments = (sys.argv if argv is None else argv)[1:]
        names = [a for a in arguments if not a.startswith('-')]
        if '-v' in arguments or '--verbose' in arguments:
            verbosity = 2
        if '-q' in arguments:
            verbosity = 0
        if names:
            suite = TestSuite([testLoader.loadTestsFromName(n, module) for n in names])
        else:
            suite = testLoader.loadTestsFromModule(module)
        runner = testRunner if testRunner is not None else TextTestRunner(verbosity=verbosity)
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity)
        self.result = runner.run(suite)
        if exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram


def skip(reason):
    def decorator(item):
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item
    if callable(reason) and not isinstance(reason, str):
        function, reason = reason, ''
        return decorator(function)
    return decorator


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return lambda item: item if condition else skip(reason)(item)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item
