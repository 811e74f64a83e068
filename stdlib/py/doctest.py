"""Examples in docstrings, run and compared with what they should print."""
import io
import sys
import traceback
from collections import namedtuple

from _doctest_cases import (DocFileCase, DocFileSuite, DocFileTest, DocTestCase, DocTestSuite, SkipDocTestCase, calling_module, load_file,
                            set_unittest_reportflags)
from _doctest_examples import (BLANKLINE_MARKER, COMPARISON_FLAGS, DONT_ACCEPT_BLANKLINE, DONT_ACCEPT_TRUE_FOR_1, ELLIPSIS, ELLIPSIS_MARKER,
                               FAIL_FAST, IGNORE_EXCEPTION_DETAIL, NORMALIZE_WHITESPACE, OPTIONFLAGS_BY_NAME, REPORT_CDIFF, REPORT_NDIFF,
                               REPORT_ONLY_FIRST_FAILURE, REPORT_UDIFF, REPORTING_FLAGS, SKIP, DocTest, DocTestParser, Example, OutputChecker,
                               _indent, register_optionflag)
from _doctest_finder import DocTestFinder

__all__ = ['register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP',
           'IGNORE_EXCEPTION_DETAIL', 'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF', 'REPORT_ONLY_FIRST_FAILURE',
           'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest', 'DocTestParser', 'DocTestFinder', 'DocTestRunner', 'OutputChecker',
           'DocTestFailure', 'UnexpectedException', 'DebugRunner', 'testmod', 'testfile', 'run_docstring_examples', 'DocTestSuite',
           'DocFileSuite', 'set_unittest_reportflags', 'script_from_examples', 'testsource']

TestResults = namedtuple('TestResults', 'failed attempted')
master = None


class DocTestFailure(Exception):
    """An example printed something else."""
    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example raised."""
    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


def _exception_name(message):
    """The class alone: without its module and what the exception says."""
    head = message.split('\n', 1)[0].split(':', 1)[0]
    return head.rsplit('.', 1)[-1].strip()


class DocTestRunner:
    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = 0
        self._name2ft = {}

    def report_start(self, out, test, example):
        if self._verbose:
            want = 'Expecting:\n' + _indent(example.want) if example.want else 'Expecting nothing\n'
            out('Trying:\n' + _indent(example.source) + want)

    def report_success(self, out, test, example, got):
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        text = ''.join(traceback.format_exception(*exc_info))
        out(self._failure_header(test, example) + 'Exception raised:\n' + _indent(text))

    def _failure_header(self, test, example):
        lines = [self.DIVIDER]
        if test.filename:
            line = '?' if test.lineno is None else test.lineno + example.lineno + 1
            lines.append(f'File "{test.filename}", line {line}, in {test.name}')
        else:
            lines.append(f'Line {example.lineno + 1}, in {test.name}')
        return '\n'.join([*lines, 'Failed example:', _indent(example.source)])

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        self.test = test
        saved_out, saved_hook = sys.stdout, sys.displayhook
        out = saved_out.write if out is None else out
        sys.stdout = io.StringIO()
        sys.displayhook = sys.__displayhook__
        try:
            return self._run(test, out)
        finally:
            sys.stdout, sys.displayhook = saved_out, saved_hook
            if clear_globs:
                test.globs.clear()

    def _run(self, test, out):
        failures = tries = 0
        original = self.optionflags
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = original
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            if self.optionflags & SKIP:
                continue
            tries += 1
            if not quiet:
                self.report_start(out, test, example)
            error = None
            try:
                exec(compile(example.source, f'<doctest {test.name}[{number}]>', 'single'), test.globs)
            except KeyboardInterrupt:
                raise
            except BaseException as e:
                error = e
            got = sys.stdout.getvalue()
            sys.stdout = io.StringIO()
            if self._passes(example, got, error):
                if not quiet:
                    self.report_success(out, test, example, got)
                continue
            failures += 1
            if not quiet:
                if error is not None and example.exc_msg is None:
                    self.report_unexpected_exception(out, test, example, (type(error), error, error.__traceback__))
                else:
                    if error is not None:
                        got += ''.join(traceback.format_exception(type(error), error, error.__traceback__))
                    self.report_failure(out, test, example, got)
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = original
        self._record(test, failures, tries)
        return TestResults(failures, tries)

    def _passes(self, example, got, error):
        check = self._checker.check_output
        if error is None:
            return check(example.want, got, self.optionflags)
        if example.exc_msg is None:
            return False
        message = traceback.format_exception_only(type(error), error)[-1]
        if check(example.exc_msg, message, self.optionflags):
            return True
        return bool(self.optionflags & IGNORE_EXCEPTION_DETAIL) and check(_exception_name(example.exc_msg), _exception_name(message), self.optionflags)

    def _record(self, test, failures, tries):
        f, t = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = failures + f, tries + t
        self.failures += failures
        self.tries += tries

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        items = sorted(self._name2ft.items())
        empty = [name for name, (f, t) in items if not t]
        passed = [(name, t) for name, (f, t) in items if t and not f]
        failed = [(name, f, t) for name, (f, t) in items if f]
        tried, lost = sum(t for _, (f, t) in items), sum(f for _, (f, t) in items)
        if verbose:
            if empty:
                print(len(empty), 'items had no tests:')
                for name in empty:
                    print('   ', name)
            if passed:
                print(len(passed), 'items passed all tests:')
                for name, t in passed:
                    print(f' {t:3d} tests in {name}')
        if failed:
            print(self.DIVIDER)
            print(len(failed), 'items had failures:')
            for name, f, t in failed:
                print(f' {f:3d} of {t:3d} in {name}')
        if verbose:
            print(tried, 'tests in', len(items), 'items.')
            print(tried - lost, 'passed and', lost, 'failed.')
        if lost:
            print('***Test Failed***', lost, 'failures.')
        elif verbose:
            print('Test passed.')
        return TestResults(lost, tried)

    def merge(self, other):
        for name, (f, t) in other._name2ft.items():
            f2, t2 = self._name2ft.get(name, (0, 0))
            self._name2ft[name] = f + f2, t + t2


class DebugRunner(DocTestRunner):
    """Raises at the first failure."""
    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


def _run_all(tests, verbose, report, optionflags, raise_on_error):
    global master
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    for test in tests:
        runner.run(test)
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False, exclude_empty=False):
    if m is None:
        m = sys.modules.get('__main__')
    if not isinstance(m, type(sys)):
        raise TypeError(f'testmod: module required; {m!r}')
    tests = DocTestFinder(exclude_empty=exclude_empty).find(m, m.__name__ if name is None else name, globs=globs, extraglobs=extraglobs)
    return _run_all(tests, verbose, report, optionflags, raise_on_error)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0,
             extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None):
    if package and not module_relative:
        raise ValueError('Package may only be specified for module-relative paths.')
    text, filename = load_file(filename, package, module_relative, encoding or 'utf-8')
    globs = {} if globs is None else globs.copy()
    if extraglobs is not None:
        globs.update(extraglobs)
    globs.setdefault('__name__', '__main__')
    test = parser.get_doctest(text, globs, filename.rpartition('/')[2] if name is None else name, filename, 0)
    return _run_all([test], verbose, report, optionflags, raise_on_error)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


def script_from_examples(s):
    """The examples as a program, everything else as comments."""
    output = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, Example):
            output.append(piece.source[:-1])
            if piece.want:
                output.append('# Expected:')
                output += ['## ' + line for line in piece.want.split('\n')[:-1]]
        else:
            output += ['# ' + line if line else '#' for line in piece.split('\n')[:-1]]
    while output and output[-1] == '#':
        output.pop()
    while output and output[0] == '#':
        output.pop(0)
    return '\n'.join(output) + '\n'


def testsource(module, name):
    module = calling_module(module)
    for test in DocTestFinder().find(module):
        if test.name == name:
            return script_from_examples(test.docstring)
    raise ValueError(name, 'not found in tests')
